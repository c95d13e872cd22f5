package io.daviestechlabs.dockeradr.rules;

import java.util.ArrayList;
import java.util.List;

/** A rule's Markdown page, cut into prose and fenced blocks. */
record Page(List<Part> parts) {
  /**
   * A stretch of the page.
   *
   * @param line where it starts, from 1
   * @param language what stands behind the fence; null for prose
   * @param text lines without the fences
   */
  record Part(int line, String language, String text) {
    boolean isBlock() {
      return language != null;
    }

    boolean is(String... languages) {
      return isBlock() && List.of(languages).contains(language.split(" ")[0]);
    }

    boolean isExample() {
      return is("dockerfile", "yaml", "hcl", "json", "makefile", "xml", "image");
    }
  }

  static Page parse(String text) {
    List<Part> parts = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    String language = null;
    int start = 1;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.startsWith("```")) {
        if (language == null && current.length() > 0) {
          parts.add(new Part(start, null, current.toString()));
        } else if (language != null) {
          parts.add(new Part(start, language, current.toString()));
        }
        language = language == null ? line.substring(3) : null;
        current.setLength(0);
        start = number + 1;
      } else {
        current.append(line).append('\n');
      }
    }
    if (current.length() > 0) {
      parts.add(new Part(start, language, current.toString()));
    }
    return new Page(parts);
  }

  String print() {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      if (part.isBlock()) {
        out.append("```").append(part.language()).append('\n');
        out.append(part.text()).append("```\n");
      } else {
        out.append(part.text());
      }
    }
    return out.toString();
  }
}
