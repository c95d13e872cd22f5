package io.daviestechlabs.dockeradr.text;

import java.time.Duration;
import java.util.Locale;

/** Writes bytes and times as people read them. */
public final class Amount {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private Amount() {}

  /** Decimal units, as the docker command counts: {@code 1.2 MB}. */
  public static String bytes(long count) {
    double value = count;
    int unit = 0;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return unit == 0 || value >= 99.95
        ? String.format(Locale.ROOT, "%.0f %s", value, UNITS[unit])
        : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }

  /** Seconds with a tenth, minutes from one minute on: {@code 4.2s}, {@code 3m 07s}. */
  public static String time(Duration duration) {
    long tenths = Math.max(0, duration.toMillis() + 50) / 100;
    return tenths < 600
        ? String.format(Locale.ROOT, "%d.%ds", tenths / 10, tenths % 10)
        : String.format(Locale.ROOT, "%dm %02ds", tenths / 600, tenths / 10 % 60);
  }
}
