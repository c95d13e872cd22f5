package io.daviestechlabs.dockeradr.verify;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a registry wants before it answers: the header {@code WWW-Authenticate}.
 *
 * @param scheme {@code basic} or {@code bearer}
 * @param parameters realm, service and scope
 */
record Challenge(String scheme, Map<String, String> parameters) {
  private static final Pattern SCHEME = Pattern.compile("\\s*+([A-Za-z]{1,20})(?:\\s++|$)");
  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z_]{1,40})=(?:\"([^\"]*+)\"|([^\\s,\"]++))");
  private static final int MAX = 8192;

  Challenge {
    parameters = Map.copyOf(parameters);
  }

  /** The first scheme that is understood. */
  static Optional<Challenge> of(List<String> headers) {
    for (String header : headers) {
      Optional<Challenge> challenge = header.length() < MAX ? read(header) : Optional.empty();
      if (challenge.isPresent() && List.of("basic", "bearer").contains(challenge.get().scheme())) {
        return challenge;
      }
    }
    return Optional.empty();
  }

  private static Optional<Challenge> read(String header) {
    Matcher scheme = SCHEME.matcher(header);
    if (!scheme.lookingAt()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    Matcher parameter = PARAMETER.matcher(header).region(scheme.end(), header.length());
    while (parameter.find()) {
      String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
      parameters.put(parameter.group(1).toLowerCase(Locale.ROOT), value);
    }
    return Optional.of(new Challenge(scheme.group(1).toLowerCase(Locale.ROOT), parameters));
  }

  boolean isBasic() {
    return scheme.equals("basic");
  }

  /**
   * Where a token is to be had; empty if the realm is no address, or a plain one for a registry
   * that is not.
   */
  Optional<URI> tokenAddress(String repository, boolean plainAllowed) {
    String realm = parameters.getOrDefault("realm", "");
    boolean https = realm.startsWith("https://");
    if (!https && !(plainAllowed && realm.startsWith("http://"))) {
      return Optional.empty();
    }
    StringBuilder address = new StringBuilder(realm).append(realm.indexOf('?') < 0 ? '?' : '&');
    address
        .append("scope=")
        .append(encoded(parameters.getOrDefault("scope", "repository:" + repository + ":pull")));
    String service = parameters.get("service");
    if (service != null) {
      address.append("&service=").append(encoded(service));
    }
    try {
      return Optional.of(URI.create(address.toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
