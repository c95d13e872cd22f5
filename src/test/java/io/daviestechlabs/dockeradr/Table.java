package io.daviestechlabs.dockeradr;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Rows of a text resource: {@code input ⇒ result}, with {@code \n} and {@code \t} in the input. */
public final class Table {
  private static final String ARROW = "⇒";

  private Table() {}

  public static List<Arguments> rows(String resource) {
    return text(resource)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("# "))
        .map(Table::row)
        .toList();
  }

  private static Arguments row(String line) {
    String[] cells = line.split(ARROW, -1);
    return Arguments.of(
        Arrays.stream(cells)
            .map(cell -> cell.strip().replace("\\n", "\n").replace("\\t", "\t"))
            .toArray());
  }

  private static String text(String resource) {
    try (InputStream in = Table.class.getResourceAsStream("/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
