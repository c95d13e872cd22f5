package io.daviestechlabs.dockeradr.dockerfile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A length of time as Go writes it: {@code 1m30s}, {@code .5h}, {@code 0}.
 *
 * @param value the length; absent if the text is none
 * @param error what Go says of the text; empty if nothing
 */
record GoDuration(Optional<Duration> value, String error) {
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "\u00b5s", 1_000L,
          "\u03bcs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);
  private static final BigInteger MAX = BigInteger.ONE.shiftLeft(63);

  static GoDuration parse(String text) {
    boolean negative = text.startsWith("-");
    int i = negative || text.startsWith("+") ? 1 : 0;
    if (text.substring(i).equals("0")) {
      return new GoDuration(Optional.of(Duration.ZERO), "");
    }
    if (i == text.length()) {
      return invalid(text);
    }
    BigInteger sum = BigInteger.ZERO;
    while (i < text.length()) {
      int number = i;
      while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '.')) {
        i++;
      }
      String digits = text.substring(number, i);
      if (!isNumber(digits)) {
        return invalid(text);
      }
      int unit = i;
      while (i < text.length() && !isDigit(text.charAt(i)) && text.charAt(i) != '.') {
        i++;
      }
      if (unit == i) {
        return error("time: missing unit in duration " + GoQuote.quote(text));
      }
      String name = text.substring(unit, i);
      Long factor = UNITS.get(name);
      if (factor == null) {
        return error(
            "time: unknown unit " + GoQuote.quote(name) + " in duration " + GoQuote.quote(text));
      }
      sum = sum.add(nanos(digits, factor));
      if (sum.compareTo(MAX) > 0) {
        return invalid(text);
      }
    }
    if (!negative && sum.equals(MAX)) {
      return invalid(text);
    }
    long nanos = negative ? sum.negate().longValue() : sum.longValue();
    return new GoDuration(Optional.of(Duration.ofNanos(nanos)), "");
  }

  private static BigInteger nanos(String digits, long factor) {
    String number =
        (digits.startsWith(".") ? "0" : "") + digits + (digits.endsWith(".") ? "0" : "");
    return new BigDecimal(number)
        .multiply(BigDecimal.valueOf(factor))
        .setScale(0, RoundingMode.DOWN)
        .toBigInteger();
  }

  /** Digits with at most one point among them; too many of them overflow anyway. */
  private static boolean isNumber(String digits) {
    int point = digits.indexOf('.');
    return digits.length() > (point < 0 ? 0 : 1)
        && digits.length() < 1000
        && point == digits.lastIndexOf('.');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static GoDuration invalid(String text) {
    return error("time: invalid duration " + GoQuote.quote(text));
  }

  private static GoDuration error(String message) {
    return new GoDuration(Optional.empty(), message);
  }
}
