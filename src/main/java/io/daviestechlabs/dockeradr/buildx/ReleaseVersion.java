package io.daviestechlabs.dockeradr.buildx;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as Maven projects write it: one to many numbers, then perhaps a qualifier.
 *
 * @param major the first number
 * @param minor the second one, 0 where it is not written
 * @param patch the third one, 0 where it is not written
 * @param preliminary whether something follows that comes before the release of these numbers
 */
record ReleaseVersion(String major, String minor, String patch, boolean preliminary) {
  private static final Pattern NUMBERS =
      Pattern.compile("v?(\\d{1,18})(?:\\.(\\d{1,18}))?(?:\\.(\\d{1,18}))?(?:\\.\\d+)*(.*)");

  /** What Maven sorts as the release itself or behind it; a plus begins what SemVer ignores. */
  private static final Pattern RELEASE =
      Pattern.compile("(?:[.-](?:final|ga|release|sp\\d*))?(?:\\+.*)?");

  /** Empty for what does not begin with a number. */
  static Optional<ReleaseVersion> of(String version) {
    Matcher matcher = NUMBERS.matcher(version.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String rest = matcher.group(4).toLowerCase(Locale.ROOT);
    return Optional.of(
        new ReleaseVersion(
            matcher.group(1),
            Optional.ofNullable(matcher.group(2)).orElse("0"),
            Optional.ofNullable(matcher.group(3)).orElse("0"),
            !RELEASE.matcher(rest).matches()));
  }

  /** Whether Maven takes a version for one that is deployed again and again. */
  static boolean isSnapshot(String version) {
    return version.endsWith("SNAPSHOT");
  }
}
