package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.ImageRef;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether uv can install for the Python of a base image.
 *
 * <p>uv needs Python 3.8. Debian and Ubuntu patch the one that they bring, so that it takes 3.10
 * there, as uv's chapter on Python environments says: Debian 12 and Ubuntu 22.04 have that.
 */
final class SystemPython {
  private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:[.-].*)?");

  private static final Pattern UBUNTU =
      Pattern.compile("(?:.*ubuntu-?)?(\\d\\d)\\.(\\d\\d)(?:[.-].*)?");

  private static final Pattern CURRENT_UBUNTU =
      Pattern.compile("latest|rolling|(?:jammy|noble|oracular|plucky|questing)(?:-.*)?");

  private static final Pattern CURRENT_DEBIAN =
      Pattern.compile("latest|slim|(?:bookworm|trixie|forky|sid|unstable|testing|stable)(?:-.*)?");

  private static final Pattern CURRENT_PYTHON =
      Pattern.compile("latest|(?:slim|alpine[\\d.]*|bookworm|trixie|rc)(?:-.*)?");

  private SystemPython() {}

  /** Whether that is certain. */
  static boolean suits(Optional<ImageRef> image) {
    if (image.isEmpty() || image.get().digest().isPresent() && image.get().tag().isEmpty()) {
      return false;
    }
    String tag = image.get().tag().map(Object::toString).orElse("latest");
    return switch (image.get().familiarName()) {
      case "python" -> CURRENT_PYTHON.matcher(tag).matches() || isAtLeast(tag, 3, 8);
      case "debian" -> CURRENT_DEBIAN.matcher(tag).matches() || isAtLeast(tag, 12, 0);
      case "alpine" -> tag.equals("latest") || tag.equals("edge") || isAtLeast(tag, 3, 12);
      case "ubuntu" -> CURRENT_UBUNTU.matcher(tag).matches() || isUbuntu(tag);
      case "ghcr.io/astral-sh/uv" -> tag.startsWith("python3.");
      case "nvidia/cuda" -> tag.contains("ubuntu") && isUbuntu(tag);
      default -> false;
    };
  }

  private static boolean isUbuntu(String tag) {
    Matcher matcher = UBUNTU.matcher(tag);
    return matcher.matches() && Integer.parseInt(matcher.group(1)) >= 22;
  }

  /** A major version alone means its newest minor one. */
  private static boolean isAtLeast(String tag, int major, int minor) {
    Matcher matcher = VERSION.matcher(tag);
    if (!matcher.matches() || matcher.group(1).length() > 4) {
      return false;
    }
    int first = Integer.parseInt(matcher.group(1));
    String second = matcher.group(2);
    return first > major
        || (first == major
            && (second == null || second.length() > 4 || Integer.parseInt(second) >= minor));
  }
}
