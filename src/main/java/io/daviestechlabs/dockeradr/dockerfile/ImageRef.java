package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.Map;
import java.util.Optional;

/**
 * A reference to an image: {@code [registry/]path[:tag][@digest]}.
 *
 * @param text all of it as written
 * @param registry registry with port, as written; absent where Docker Hub is meant
 * @param path repository in the registry, as written
 * @param tag tag, if there is one
 * @param digest digest with its algorithm, if there is one
 */
public record ImageRef(
    Text text, Optional<Text> registry, Text path, Optional<Text> tag, Optional<Text> digest) {
  /** The registry that is meant where none is written. */
  public static final String DOCKER_HUB = "docker.io";

  private static final String OFFICIAL = "library/";
  private static final int MAX_PATH = 255;
  private static final Map<String, Integer> DIGEST_DIGITS =
      Map.of("sha256", 64, "sha384", 96, "sha512", 128);

  /**
   * A reference or what is wrong with it.
   *
   * @param image the reference, if it is one
   * @param error what BuildKit says; empty if nothing
   */
  public record Parsed(Optional<ImageRef> image, String error) {}

  /** Reads a reference that stands in no file, such as a word after its expansion. */
  public static Parsed parse(String reference) {
    return parse(Text.of(Source.of("", reference)));
  }

  /** Reads a reference. */
  public static Parsed parse(Text text) {
    if (isIdentifier(text)) {
      return error(
          "invalid repository name (" + text + "), cannot specify 64-byte hexadecimal strings");
    }
    int slash = text.indexOf('/', 0);
    boolean hasRegistry = slash >= 0 && isRegistry(text.subSequence(0, slash).toString());
    Text rest = hasRegistry ? text.from(slash + 1) : text;
    int at = rest.indexOf('@', 0);
    Text name = at < 0 ? rest : rest.subSequence(0, at);
    int colon = name.indexOf(':', 0);
    Text path = colon < 0 ? name : name.subSequence(0, colon);
    Optional<Text> registry =
        hasRegistry ? Optional.of(text.subSequence(0, slash)) : Optional.empty();
    ImageRef image =
        new ImageRef(
            text,
            registry,
            path,
            colon < 0 ? Optional.empty() : Optional.of(name.from(colon + 1)),
            at < 0 ? Optional.empty() : Optional.of(rest.from(at + 1)));
    String fault = image.fault();
    return fault.isEmpty() ? new Parsed(Optional.of(image), "") : error(fault);
  }

  /** Registry with port, Docker Hub if none is written. */
  public String domain() {
    String written = registry.map(Text::toString).orElse(DOCKER_HUB);
    return written.equals("index.docker.io") ? DOCKER_HUB : written;
  }

  /** Repository with the {@code library/} that Docker Hub puts before names without a slash. */
  public String repository() {
    boolean official = domain().equals(DOCKER_HUB) && path.indexOf('/', 0) < 0;
    return (official ? OFFICIAL : "") + path;
  }

  /** The whole reference with nothing left out but a missing tag. */
  public String normalized() {
    return domain() + "/" + repository() + suffix();
  }

  /** The reference as short as Docker shows it. */
  public String familiar() {
    return familiarName() + suffix();
  }

  /** The short form without tag and digest. */
  public String familiarName() {
    if (!domain().equals(DOCKER_HUB)) {
      return domain() + "/" + repository();
    }
    String name = repository();
    boolean official = name.startsWith(OFFICIAL) && name.indexOf('/', OFFICIAL.length()) < 0;
    return official ? name.substring(OFFICIAL.length()) : name;
  }

  /** The normalized form, with {@code :latest} where neither tag nor digest is written. */
  public String withDefaultTag() {
    return normalized() + (tag.isEmpty() && digest.isEmpty() ? ":latest" : "");
  }

  private String suffix() {
    return tag.map(t -> ":" + t).orElse("") + digest.map(d -> "@" + d).orElse("");
  }

  private String fault() {
    // as ParseNormalizedNamed: for its first look at the case of letters, a name without a tag is
    // all that follows the registry, digest and all
    String looked =
        tag.isPresent() ? repository() : repository() + digest.map(d -> "@" + d).orElse("");
    int colon = looked.indexOf(':');
    String cased = colon < 0 ? looked : looked.substring(0, colon);
    if (!Names.lower(cased).equals(cased)) {
      return "invalid reference format: repository name (" + cased + ") must be lowercase";
    }
    boolean wellFormed =
        isDomain(domain())
            && isPath(repository())
            && tag.map(t -> isTag(t.toString())).orElse(true)
            && digest.map(d -> isDigest(d.toString())).orElse(true);
    if (!wellFormed) {
      return "invalid reference format";
    }
    if (repository().length() > MAX_PATH) {
      return "repository name must not be more than 255 characters";
    }
    return digest.map(d -> digestFault(d.toString())).orElse("");
  }

  private static String digestFault(String digest) {
    int colon = digest.indexOf(':');
    Integer digits = DIGEST_DIGITS.get(digest.substring(0, colon));
    if (digits == null) {
      return "unsupported digest algorithm";
    }
    String hex = digest.substring(colon + 1);
    if (hex.length() != digits) {
      return "invalid checksum digest length";
    }
    return Names.lower(hex).equals(hex) ? "" : "invalid checksum digest format";
  }

  private static Parsed error(String message) {
    return new Parsed(Optional.empty(), message);
  }

  /** Whether what stands before the first slash is a registry, not a part of the repository. */
  private static boolean isRegistry(String head) {
    return head.indexOf('.') >= 0
        || head.indexOf(':') >= 0
        || head.equals("localhost")
        || !Names.lower(head).equals(head);
  }

  private static boolean isIdentifier(Text text) {
    if (text.length() != 64) {
      return false;
    }
    for (int i = 0; i < 64; i++) {
      if ("0123456789abcdef".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDomain(String domain) {
    int hostEnd = domain.startsWith("[") ? domain.indexOf(']') + 1 : domain.indexOf(':');
    String host = hostEnd < 0 ? domain : domain.substring(0, hostEnd);
    String port = hostEnd < 0 ? "" : domain.substring(hostEnd);
    boolean isPort =
        port.isEmpty()
            || (port.length() > 1 && port.startsWith(":") && only(port.substring(1), "0123456789"));
    if (host.startsWith("[")) {
      return isPort
          && host.length() > 2
          && only(host.substring(1, host.length() - 1), "0123456789abcdefABCDEF:");
    }
    for (String label : host.split("\\.", -1)) {
      if (label.isEmpty() || label.startsWith("-") || label.endsWith("-") || !isLabel(label)) {
        return false;
      }
    }
    return isPort;
  }

  private static boolean isLabel(String label) {
    return label.chars().allMatch(c -> isLetterOrDigit(c) || c == '-');
  }

  private static boolean only(String text, String characters) {
    return text.chars().allMatch(c -> characters.indexOf(c) >= 0);
  }

  /**
   * Components of small letters and digits, with separators inside: a dot, one or two underscores,
   * dashes.
   */
  private static boolean isPath(String path) {
    for (String component : path.split("/", -1)) {
      if (!isComponent(component)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isComponent(String component) {
    int i = 0;
    while (true) {
      int start = i;
      while (i < component.length() && isSmallOrDigit(component.charAt(i))) {
        i++;
      }
      if (i == start) {
        return false;
      }
      if (i == component.length()) {
        return true;
      }
      int separator = separator(component, i);
      if (separator == 0) {
        return false;
      }
      i += separator;
    }
  }

  private static int separator(String component, int at) {
    char c = component.charAt(at);
    if (c == '.') {
      return 1;
    }
    if (c == '_') {
      return component.startsWith("__", at) ? 2 : 1;
    }
    int end = at;
    while (end < component.length() && component.charAt(end) == '-') {
      end++;
    }
    return end - at;
  }

  private static boolean isTag(String tag) {
    boolean starts = !tag.isEmpty() && tag.charAt(0) != '.' && tag.charAt(0) != '-';
    return starts
        && tag.length() <= 128
        && tag.chars().allMatch(c -> isLetterOrDigit(c) || c == '_' || c == '.' || c == '-');
  }

  private static boolean isDigest(String digest) {
    int colon = digest.indexOf(':');
    if (colon < 0) {
      return false;
    }
    for (String part : digest.substring(0, colon).split("[-_+.]", -1)) {
      boolean letter = !part.isEmpty() && isLetterOrDigit(part.charAt(0)) && part.charAt(0) > '9';
      if (!letter || !part.chars().allMatch(ImageRef::isLetterOrDigit)) {
        return false;
      }
    }
    String hex = digest.substring(colon + 1);
    return hex.length() >= 32 && only(hex, "0123456789abcdefABCDEF");
  }

  private static boolean isSmallOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
