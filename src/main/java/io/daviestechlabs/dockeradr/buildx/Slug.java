package io.daviestechlabs.dockeradr.buildx;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Text made fit to stand in a tag: letters, digits, dot, underscore and hyphen, of bounded length.
 */
public final class Slug {
  /** As many characters as a tag may have. */
  public static final int MAX_TAG = 128;

  private static final int SUM = 9;

  private Slug() {}

  /** A branch as part of a tag: {@code feature/login} becomes {@code feature-login}. */
  public static String of(String text) {
    return text.replaceAll("[^A-Za-z0-9_.]+", "-");
  }

  /**
   * A whole tag: as {@link #of}, without the dots and hyphens that none may begin with. Cut ones
   * end with a checksum, so that two of them stay two. Empty where nothing is left.
   */
  public static String tag(String text) {
    String tag = of(text).replaceFirst("^[.-]+", "");
    if (tag.length() <= MAX_TAG) {
      return tag;
    }
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return tag.substring(0, MAX_TAG - SUM) + String.format("-%08x", sum.getValue());
  }
}
