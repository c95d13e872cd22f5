package io.daviestechlabs.dockeradr.text;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes bytes and times as people read them; a formatter would take a cold JVM 2 ms for it. */
public final class Amount {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  /** Most who come here write amounts, and read none. */
  private static final class Written {
    private static final Pattern PATTERN =
        Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)\\s*((?i:[KMGT]i?B?|B)?)");
  }

  private Amount() {}

  /** Decimal units, as the docker command counts: {@code 1.2 MB}. */
  public static String bytes(long count) {
    double value = count;
    int unit = 0;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    String number =
        unit == 0 || value >= 99.95 ? "" + Math.round(value) : tenths(Math.round(value * 10));
    return number + " " + UNITS[unit];
  }

  /**
   * Reads {@code 500MB}, {@code 1.2 GB}, {@code 2GiB} or a mere number of bytes.
   *
   * @return negative where it is none of those
   */
  public static long parse(String text) {
    Matcher matcher = Written.PATTERN.matcher(text.strip());
    if (!matcher.matches()) {
      return -1;
    }
    String unit = matcher.group(2).toUpperCase(Locale.ROOT);
    double step = unit.endsWith("IB") ? 1024 : 1000;
    int power = unit.isEmpty() || unit.equals("B") ? 0 : " KMGT".indexOf(unit.charAt(0));
    return Math.round(Double.parseDouble(matcher.group(1)) * Math.pow(step, power));
  }

  /** Seconds with a tenth, minutes from one minute on: {@code 4.2s}, {@code 3m 07s}. */
  public static String time(Duration duration) {
    long tenths = Math.max(0, duration.toMillis() + 50) / 100;
    if (tenths < 600) {
      return tenths(tenths) + "s";
    }
    long seconds = tenths / 10 % 60;
    return tenths / 600 + (seconds < 10 ? "m 0" : "m ") + seconds + "s";
  }

  private static String tenths(long count) {
    return count / 10 + "." + count % 10;
  }
}
