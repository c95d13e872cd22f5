package io.daviestechlabs.dockeradr.buildx;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the two ways in which a build is told its time. */
final class Timestamp {
  /** Of interest where a project has a date: the first one that is read takes a cold JVM 4 ms. */
  private static final class Known {
    /** What Maven 4 has in its super POM: nobody chose it, and nothing was built then. */
    private static final Instant MAVEN_4 = Instant.parse("1980-02-01T00:00:00Z");

    private static final Instant FIRST = Instant.parse("1980-01-01T00:00:02Z");
    private static final Instant LAST = Instant.parse("2099-12-31T23:59:59Z");
  }

  private Timestamp() {}

  /**
   * The time that an image is given in seconds since 1970: the variable SOURCE_DATE_EPOCH, else the
   * project's timestamp. Where there is neither, it has the commit's time; never the clock's.
   */
  static OptionalLong told(
      Optional<String> epoch, Optional<String> outputTimestamp, List<String> warnings) {
    if (epoch.isPresent() && !epoch.get().isBlank()) {
      OptionalLong seconds = seconds(epoch.get());
      if (seconds.isPresent()) {
        return seconds;
      }
      warnings.add("SOURCE_DATE_EPOCH is no number of seconds and is not used");
    }
    return outputTimestamp.isPresent()
        ? outputTimestamp(outputTimestamp.get(), warnings)
        : OptionalLong.empty();
  }

  /** Seconds since 1970, as SOURCE_DATE_EPOCH has them. */
  static OptionalLong seconds(String text) {
    String digits = text.strip();
    return digits.matches("[0-9]{1,12}")
        ? OptionalLong.of(Long.parseLong(digits))
        : OptionalLong.empty();
  }

  /**
   * {@code project.build.outputTimestamp} as the archiver plugins read it: seconds since 1970 or an
   * ISO date with offset, between 1980 and 2099 because of zip files; a single character switches
   * it off.
   */
  static OptionalLong outputTimestamp(String text, List<String> warnings) {
    String written = text.strip();
    if (written.length() < 2) {
      return OptionalLong.empty();
    }
    OptionalLong seconds = seconds(written);
    if (seconds.isPresent()) {
      return seconds;
    }
    try {
      Instant time = OffsetDateTime.parse(written).toInstant().truncatedTo(ChronoUnit.SECONDS);
      if (time.equals(Known.MAVEN_4)) {
        return OptionalLong.empty();
      }
      if (!time.isBefore(Known.FIRST) && !time.isAfter(Known.LAST)) {
        return OptionalLong.of(time.getEpochSecond());
      }
      warnings.add("project.build.outputTimestamp is not between 1980 and 2099 and is not used");
    } catch (DateTimeParseException e) {
      warnings.add("project.build.outputTimestamp is no ISO date with an offset and is not used");
    }
    return OptionalLong.empty();
  }
}
