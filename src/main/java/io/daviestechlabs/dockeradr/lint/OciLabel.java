package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Suggestion;
import io.daviestechlabs.dockeradr.policy.Spdx;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The keys that the OCI image specification defines, and what their values have to look like.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/annotations.md">its list</a>
 */
public enum OciLabel {
  /** Time of the build. */
  CREATED("created", "no date and time as RFC 3339 has them"),
  /** People or organization. */
  AUTHORS("authors", ""),
  /** Address of more information. */
  URL("url", "no absolute URL"),
  /** Address of documentation. */
  DOCUMENTATION("documentation", "no absolute URL"),
  /** Address of the sources. */
  SOURCE("source", "no absolute URL"),
  /** Version of the packaged software. */
  VERSION("version", ""),
  /** Revision of the sources. */
  REVISION("revision", ""),
  /** Who distributes it. */
  VENDOR("vendor", ""),
  /** Licences of what is in it. */
  LICENSES("licenses", "no SPDX licence expression"),
  /** Name of the reference, in an index. */
  REF_NAME("ref.name", ""),
  /** Title for people. */
  TITLE("title", ""),
  /** Description for people. */
  DESCRIPTION("description", ""),
  /** Digest of the base image. */
  BASE_DIGEST("base.digest", "no digest"),
  /** Reference of the base image. */
  BASE_NAME("base.name", "");

  /** What all keys begin with. */
  public static final String PREFIX = "org.opencontainers.image.";

  private static final String RESERVED = "org.opencontainers.";

  private static final Map<String, OciLabel> BY_KEY = byKey();

  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:[Zz]|[+-]\\d\\d:\\d\\d)");

  private static final Pattern DIGEST =
      Pattern.compile("sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}");

  private final String name;
  private final String fault;

  OciLabel(String name, String fault) {
    this.name = name;
    this.fault = fault;
  }

  /** Read when the first licence has to be judged. */
  private static final class Licences {
    private static final Spdx LIST = Spdx.list();
  }

  private static Map<String, OciLabel> byKey() {
    Map<String, OciLabel> keys = new TreeMap<>();
    for (OciLabel label : values()) {
      keys.put(label.key(), label);
    }
    return keys;
  }

  /** The whole key. */
  public String key() {
    return PREFIX + name;
  }

  /** The one of a key, minding the case. */
  public static Optional<OciLabel> of(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /** What is wrong with a key that the specification keeps for itself; empty for any other. */
  public static Optional<String> faultOfKey(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (!lower.startsWith(RESERVED) || BY_KEY.containsKey(key)) {
      return Optional.empty();
    }
    String whole = lower.startsWith(PREFIX) ? lower : PREFIX + lower.substring(RESERVED.length());
    Optional<String> meant =
        BY_KEY.containsKey(whole)
            ? Optional.of(whole)
            : Suggestion.nearest(whole, BY_KEY.keySet(), true);
    String hint = meant.map(m -> "; did you mean '" + m + "'?").orElse("");
    return Optional.of("label '" + key + "' is none of the image specification's" + hint);
  }

  /** What is wrong with a value; empty if nothing. */
  public Optional<String> faultOf(String value) {
    if (value.isBlank()) {
      return Optional.of("empty");
    }
    boolean isFit =
        switch (this) {
          case CREATED -> TIME.matcher(value).matches();
          case URL, DOCUMENTATION, SOURCE -> isAbsolute(value);
          case LICENSES -> Licences.LIST.isExpression(value);
          case BASE_DIGEST -> DIGEST.matcher(value).matches();
          default -> true;
        };
    return isFit ? Optional.empty() : Optional.of(fault);
  }

  private static boolean isAbsolute(String value) {
    try {
      URI uri = new URI(value.strip());
      return uri.isAbsolute() && uri.getRawSchemeSpecificPart().startsWith("//");
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
