package io.daviestechlabs.dockeradr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a test compares with what it computed, or writes with {@code -Dadr.update}. */
public final class Golden {
  private Golden() {}

  /** Whether generated files are to be written instead of compared. */
  public static boolean updating() {
    return System.getProperty("adr.update") != null;
  }

  /** Compares a file with what it should hold, or writes it. */
  public static void check(Path path, String actual) {
    try {
      String expected = Files.exists(path) ? Files.readString(path) : "";
      if (updating() && !expected.equals(actual)) {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, actual);
        return;
      }
      assertThat(actual)
          .as("%s is stale; run mvn test -Dadr.update and review the diff", path)
          .isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compares or writes the lines between {@code <!-- name -->} and {@code <!-- /name -->}. */
  public static void checkRegion(Path path, String name, String actual) {
    try {
      String text = Files.readString(path);
      String open = "<!-- " + name + " -->\n";
      String close = "<!-- /" + name + " -->";
      int start = text.indexOf(open);
      int end = text.indexOf(close);
      assertThat(start >= 0 && end > start).as("%s has a region '%s'", path, name).isTrue();
      check(path, text.substring(0, start + open.length()) + actual + text.substring(end));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
