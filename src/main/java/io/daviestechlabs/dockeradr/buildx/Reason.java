package io.daviestechlabs.dockeradr.buildx;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Says in a few words why a registry or a host did not do what it was asked for. */
final class Reason {
  private static final String FAULT = "it has a fault of its own";

  private static final List<Map.Entry<Pattern, String>> REASONS =
      List.of(
          reason("no such host|server misbehaving", "the name of its host is not known here"),
          reason("connection refused", "it refuses connections"),
          reason("i/o timeout|deadline exceeded|TLS handshake timeout", "it does not answer"),
          reason("network is unreachable|no route to host", "there is no way to its network"),
          reason("HTTP response to HTTPS client", "it speaks plain HTTP"),
          reason("x509|certificate|tls: ", "its certificate is not trusted"),
          reason("proxyconnect", "the proxy does not let it through"),
          reason("toomanyrequests|429 Too Many", "too many requests without login"),
          reason(
              "\\b401\\b|unauthorized|authentication required|no basic auth", "it wants a login"),
          reason("\\b403\\b|denied|forbidden|insufficient_scope", "access is denied"),
          reason("5\\d\\d (?:Internal|Bad|Service|Gateway|Insufficient)", FAULT),
          reason("not found", "it is not there"));

  /** A host that is not known is mistyped more often than its name server is down. */
  private static final Pattern PASSING =
      Pattern.compile(
          "connection refused|connection reset|broken pipe|i/o timeout|deadline exceeded"
              + "|TLS handshake timeout|unexpected EOF|: EOF|no route to host|server misbehaving"
              + "|Temporary failure in name resolution|toomanyrequests|429 Too Many"
              + "|50[0234] (?:Internal|Bad|Service|Gateway)"
              + "|parent snapshot \\S+ does not exist");

  private Reason() {}

  private static Map.Entry<Pattern, String> reason(String sign, String words) {
    return Map.entry(Pattern.compile(sign, Pattern.CASE_INSENSITIVE), words);
  }

  /** The reason in an error of BuildKit, its last part where it is an unknown one. */
  static String of(String error) {
    return REASONS.stream()
        .filter(entry -> entry.getKey().matcher(error).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> error.substring(error.lastIndexOf(": ") + 1).strip());
  }

  /** Whether an error is one of the host itself, which nobody here can mend. */
  static boolean isFault(String error) {
    return of(error).equals(FAULT);
  }

  /** Whether an error may be gone when one tries again. */
  static boolean passes(String error) {
    return PASSING.matcher(error).find();
  }

  /** Whether an error is about reaching a host, and not about what the host said. */
  static boolean unreachable(String error) {
    return error.contains("dial tcp")
        || error.contains("failed to do request")
        || error.contains("i/o timeout")
        || error.contains("proxyconnect");
  }
}
