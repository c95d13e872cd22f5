package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of comma-separated values, where a field that starts with a quote may have commas in it.
 *
 * @param fields the values without their quotes
 * @param error what is wrong, as Go words it
 */
record Csv(List<Text> fields, Optional<String> error) {
  static Csv read(Text line) {
    List<Text> fields = new ArrayList<>();
    int pos = 0;
    while (true) {
      if (pos < line.length() && line.charAt(pos) == '"') {
        int end = quoted(line, pos, fields);
        if (end < 0) {
          return error(-end, "extraneous or missing \" in quoted-field");
        }
        pos = end;
      } else {
        int comma = line.indexOf(',', pos);
        int end = comma < 0 ? line.length() : comma;
        int quote = line.indexOf('"', pos);
        if (quote >= 0 && quote < end) {
          return error(quote + 1, "bare \" in non-quoted-field");
        }
        fields.add(line.subSequence(pos, end));
        pos = end;
      }
      if (pos == line.length()) {
        return new Csv(List.copyOf(fields), Optional.empty());
      }
      pos++;
    }
  }

  /** Reads a field in quotes; the index behind it, or less than zero if it is not well closed. */
  private static int quoted(Text line, int start, List<Text> fields) {
    Text.Builder field = new Text.Builder(line.offset(start));
    int i = start + 1;
    while (i < line.length()) {
      if (line.charAt(i) != '"') {
        field.append(line.charAt(i), line.offset(i), line.endOffset(i));
        i++;
      } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"', line.offset(i), line.endOffset(i + 1));
        i += 2;
      } else {
        break;
      }
    }
    boolean closed = i < line.length() && (i + 1 == line.length() || line.charAt(i + 1) == ',');
    if (!closed) {
      return -Math.min(i + 1, line.length());
    }
    fields.add(field.build());
    return i + 1;
  }

  private static Csv error(int column, String what) {
    String message = "parse error on line 1, column " + column + ": " + what;
    return new Csv(List.of(), Optional.of(message));
  }
}
