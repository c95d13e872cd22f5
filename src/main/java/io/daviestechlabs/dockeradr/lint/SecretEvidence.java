package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.ignore.SecretFiles;
import io.daviestechlabs.dockeradr.text.SecretShape;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a file that is named like a secret holds one: an {@code .npmrc} mostly does not.
 *
 * <p>From the manual of each program that reads such a file.
 */
public final class SecretEvidence {
  /** What stands where somebody else is to put a secret. */
  private static final Pattern PLACEHOLDER = Pattern.compile("(?i)(?:your|change|xxx|todo).*");

  private static final Pattern NPM =
      Pattern.compile("(?m)_(?:authToken|auth|password)\\s*=\\s*[\"']?(?!\\$)[^\\s\"']");
  private static final Pattern PYPI = Pattern.compile("(?m)^\\s*password\\s*[=:]\\s*(?!\\$)\\S");
  private static final Pattern NETRC = Pattern.compile("\\bpassword\\s+(?!\\$)\\S");
  private static final Pattern MAVEN =
      Pattern.compile("<(?:password|passphrase|privateKey)>\\s*[^<$\\s]");
  private static final Pattern DOCKER =
      Pattern.compile("\"(?:auth|identitytoken|password)\"\\s*:\\s*\"[^\"]");
  private static final Pattern KUBERNETES =
      Pattern.compile("(?m)\\b(?:token|client-key-data|password)\\s*:\\s*\\S");

  private static final Map<String, Predicate<String>> BY_KIND =
      Map.ofEntries(
          Map.entry(".env", SecretEvidence::isEnvironment),
          Map.entry(".env.*", SecretEvidence::isEnvironment),
          Map.entry("*.pem", SecretEvidence::isToken),
          Map.entry("*.key", SecretEvidence::isToken),
          Map.entry("id_rsa*", SecretEvidence::isToken),
          Map.entry("id_dsa*", SecretEvidence::isToken),
          Map.entry("id_ecdsa*", SecretEvidence::isToken),
          Map.entry("id_ed25519*", SecretEvidence::isToken),
          Map.entry(".npmrc", NPM.asPredicate()),
          Map.entry(".pypirc", PYPI.asPredicate()),
          Map.entry(".netrc", NETRC.asPredicate()),
          Map.entry("_netrc", NETRC.asPredicate()),
          Map.entry("/settings.xml", MAVEN.asPredicate()),
          Map.entry(".m2/settings.xml", MAVEN.asPredicate()),
          Map.entry(".mvn/settings.xml", MAVEN.asPredicate()),
          Map.entry(".docker/config.json", DOCKER.asPredicate()),
          Map.entry(".dockercfg", DOCKER.asPredicate()),
          Map.entry(".dockerconfigjson", DOCKER.asPredicate()),
          Map.entry("kubeconfig", KUBERNETES.asPredicate()),
          Map.entry("*.kubeconfig", KUBERNETES.asPredicate()),
          Map.entry(".kube/config", KUBERNETES.asPredicate()));

  private SecretEvidence() {}

  /** The kind of secret in a file; empty where it has none, or where nobody can tell. */
  public static Optional<SecretFiles.Kind> of(String path, Tree tree) {
    return SecretFiles.of(path).filter(kind -> holds(kind, path, tree));
  }

  private static boolean holds(SecretFiles.Kind kind, String path, Tree tree) {
    Predicate<String> evidence = BY_KIND.get(kind.name());
    return evidence == null || tree.read(path).map(Source::text).filter(evidence).isPresent();
  }

  /** Variables, and addresses with a password. */
  private static boolean isEnvironment(String text) {
    return Stream.concat(SecretShape.values(text).stream(), SecretShape.passwords(text).stream())
        .map(span -> text.substring(span.start(), span.end()))
        .anyMatch(value -> !value.startsWith("$") && !PLACEHOLDER.matcher(value).matches());
  }

  /** A private key, first of all. */
  private static boolean isToken(String text) {
    return !SecretShape.tokens(text).isEmpty();
  }
}
