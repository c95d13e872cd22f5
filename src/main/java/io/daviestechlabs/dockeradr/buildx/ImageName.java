package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an image as a person configures it: {@code [registry/]path[:tag][@digest]}.
 *
 * <p>A first part with a dot, with a port, or {@code localhost} is a registry; anything else is a
 * path on Docker Hub, as the docker command reads it.
 *
 * @param registry host and port, empty where the name leaves it to the engine
 * @param path everything between registry and tag, in lower case
 * @param tag after the colon
 * @param digest after the at sign, with its algorithm
 */
public record ImageName(
    Optional<String> registry, String path, Optional<String> tag, Optional<String> digest) {
  private static final String HUB = "docker.io";
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:]++])(?::\\d++)?");
  private static final String COMPONENT = "[a-z0-9]++(?:(?:[._]|__|-++)[a-z0-9]++)*+";
  private static final Pattern PATH = Pattern.compile(COMPONENT + "(?:/" + COMPONENT + ")*+");

  /** A character that no repository has. */
  private static final Pattern CULPRIT = Pattern.compile("[^a-z0-9._/-]");

  private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
  private static final Pattern DIGEST =
      Pattern.compile("[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-f]{32,}");
  private static final int MAX_LENGTH = 255;

  /**
   * @param name what was configured
   * @throws UserError for what is no image name, saying which part is wrong
   */
  public static ImageName parse(String name) {
    String rest = name.strip();
    if (rest.isEmpty() || rest.length() > 2 * MAX_LENGTH) {
      throw wrong(name, rest.isEmpty() ? "it is empty" : "it is too long");
    }
    Optional<String> digest = Optional.empty();
    int at = rest.indexOf('@');
    if (at >= 0) {
      digest = Optional.of(rest.substring(at + 1));
      rest = rest.substring(0, at);
    }
    Optional<String> tag = Optional.empty();
    int colon = rest.lastIndexOf(':');
    if (colon > rest.lastIndexOf('/')) {
      tag = Optional.of(rest.substring(colon + 1));
      rest = rest.substring(0, colon);
    }
    Optional<String> registry = Optional.empty();
    int slash = rest.indexOf('/');
    if (slash > 0 && isHost(rest.substring(0, slash))) {
      registry = Optional.of(rest.substring(0, slash));
      rest = rest.substring(slash + 1);
    }
    ImageName parsed = new ImageName(registry, rest, tag, digest);
    parsed.check(name);
    return parsed;
  }

  /**
   * The same of what an element of the POM has.
   *
   * @param element in angle brackets, for the error
   * @throws UserError for what is no image name
   */
  public static ImageName of(String element, String name) {
    try {
      return parse(name);
    } catch (UserError e) {
      throw new UserError(element + " " + e.what(), e.remedy());
    }
  }

  /** The name that a text is, empty if it is none. */
  public static Optional<ImageName> find(String text) {
    try {
      return Optional.of(parse(text));
    } catch (UserError e) {
      return Optional.empty();
    }
  }

  /** Whether another name is of the same image, however much of it is left to be understood. */
  public boolean isSame(ImageName other) {
    return normalised().equals(other.normalised());
  }

  /** Whether a text is one tag and nothing more. */
  public static boolean isTag(String text) {
    return TAG.matcher(text).matches();
  }

  /** The same name on a registry, unless it names one already. */
  public ImageName on(String host) {
    return registry.isPresent() ? this : parse(host + "/" + this);
  }

  /** The same repository with another tag and no digest. */
  public ImageName withTag(String other) {
    return new ImageName(registry, path, Optional.of(other), Optional.empty());
  }

  /** The same repository with a digest and no tag. */
  public ImageName withDigest(String other) {
    return new ImageName(registry, path, Optional.empty(), Optional.of(other));
  }

  /** Registry and path as configured, without tag and digest. */
  public String repository() {
    return registry.isPresent() ? registry.get() + "/" + path : path;
  }

  /** The registry that is asked: Docker Hub where none is named. */
  public String host() {
    String host = registry.orElse(HUB);
    return host.equals("index." + HUB) || host.equals("registry-1." + HUB) ? HUB : host;
  }

  /** The path on that registry: Docker Hub keeps images of one word below {@code library/}. */
  public String hostedPath() {
    return host().equals(HUB) && path.indexOf('/') < 0 ? "library/" + path : path;
  }

  /** Tag or digest by which a registry is asked, {@code latest} where there is neither. */
  public String reference() {
    return digest.orElse(tag.orElse("latest"));
  }

  /** Written out in full, {@code docker.io/library/} and {@code :latest} included. */
  public String normalised() {
    String version = digest.isPresent() && tag.isEmpty() ? "" : ":" + tag.orElse("latest");
    return host() + "/" + hostedPath() + version;
  }

  /** Whether another name reads the same; by hand, since a record takes long to find out how. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ImageName name && toString().equals(name.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return repository()
        + (tag.isPresent() ? ":" + tag.get() : "")
        + (digest.isPresent() ? "@" + digest.get() : "");
  }

  private static boolean isHost(String part) {
    return part.equals("localhost") || part.indexOf('.') >= 0 || part.indexOf(':') >= 0;
  }

  private void check(String name) {
    if (registry.isPresent() && !HOST.matcher(registry.get()).matches()) {
      throw wrong(name, "'" + registry.get() + "' is no registry");
    }
    Matcher culprit = CULPRIT.matcher(path);
    if (culprit.find()) {
      int at = name.indexOf(path) + culprit.start();
      String letter = Character.toString(name.codePointAt(at));
      boolean capital = !letter.equals(letter.toLowerCase(Locale.ROOT));
      throw wrong(
          name,
          "it has " + (capital ? "the capital letter " : "") + "'" + letter + "' at " + (at + 1));
    }
    if (!PATH.matcher(path).matches() || path.length() > MAX_LENGTH) {
      throw wrong(name, "'" + path + "' is no repository");
    }
    if (tag.isPresent() && !isTag(tag.get())) {
      throw wrong(name, "'" + tag.get() + "' is no tag");
    }
    if (digest.isPresent() && !DIGEST.matcher(digest.get()).matches()) {
      throw wrong(name, "'" + digest.get() + "' is no digest");
    }
  }

  private static UserError wrong(String name, String why) {
    String shown = name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) + "…" : name;
    return new UserError(
        "'" + shown + "' is no image name: " + why,
        "Write [registry/]path[:tag] in lower case, for example registry.example.com/team/app:1.0");
  }
}
