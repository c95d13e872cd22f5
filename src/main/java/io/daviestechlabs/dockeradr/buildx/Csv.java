package io.daviestechlabs.dockeradr.buildx;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The comma list that buildx reads option values as, with its quotes. */
final class Csv {
  private Csv() {}

  static String of(String... fields) {
    return Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(","));
  }

  private static String field(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
