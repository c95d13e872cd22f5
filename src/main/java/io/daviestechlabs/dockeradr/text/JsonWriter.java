package io.daviestechlabs.dockeradr.text;

import java.util.List;
import java.util.Map;

/** Writes JSON in one line, or with each member of an object in a line of its own. */
final class JsonWriter {
  private static final String HEX = "0123456789ABCDEF";

  private final StringBuilder out = new StringBuilder();
  private final boolean pretty;

  private JsonWriter(boolean pretty) {
    this.pretty = pretty;
  }

  static String write(Json json, boolean pretty) {
    JsonWriter writer = new JsonWriter(pretty);
    writer.value(json, 0);
    return writer.out.toString();
  }

  private void value(Json json, int level) {
    if (json.isObject()) {
      object(json.members(), level);
    } else if (json.isArray()) {
      array(json.elements(), level);
    } else if (json.isText()) {
      text(json.text());
    } else {
      out.append(json.text("null"));
    }
  }

  private void object(Map<String, Json> members, int level) {
    out.append('{');
    String before = "";
    for (Map.Entry<String, Json> member : members.entrySet()) {
      out.append(before);
      line(level + 1);
      text(member.getKey());
      out.append(pretty ? " : " : ":");
      value(member.getValue(), level + 1);
      before = ",";
    }
    if (!members.isEmpty()) {
      line(level);
    } else if (pretty) {
      out.append(' ');
    }
    out.append('}');
  }

  private void line(int level) {
    if (pretty) {
      out.append(System.lineSeparator()).append("  ".repeat(level));
    }
  }

  private void array(List<Json> elements, int level) {
    String space = pretty ? " " : "";
    out.append('[').append(space);
    String before = "";
    for (Json element : elements) {
      out.append(before);
      value(element, level);
      before = "," + space;
    }
    out.append(elements.isEmpty() ? "" : space).append(']');
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
