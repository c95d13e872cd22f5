package io.daviestechlabs.dockeradr.buildx;

import java.util.StringJoiner;

/** The comma list that buildx reads option values as, with its quotes. */
final class Csv {
  private Csv() {}

  static String of(String... fields) {
    StringJoiner list = new StringJoiner(",");
    for (String field : fields) {
      list.add(field(field));
    }
    return list.toString();
  }

  private static String field(String text) {
    return text.matches("[^,\"\n\r]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
