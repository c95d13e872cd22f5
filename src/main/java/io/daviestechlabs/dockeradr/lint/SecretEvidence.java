package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.ignore.SecretFiles;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a file that is named like a secret holds one: an {@code .npmrc} mostly does not.
 *
 * <p>From the manual of each program that reads such a file.
 */
public final class SecretEvidence {
  private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY");
  private static final Pattern ENVIRONMENT =
      Pattern.compile(
          "(?im)^\\s*(?:export\\s+)?\\w*(?:secret|token|passw|pwd|credential|private|api_?key|access_?key)"
              + "\\w*\\s*=[ \\t]*[\"']?(?!\\$|<|your|change|xxx|todo)[^\\s\"'#]"
              + "|://[^\\s:/@]+:[^\\s@$]+@");
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

  private static final Map<String, Pattern> BY_KIND =
      Map.ofEntries(
          Map.entry(".env", ENVIRONMENT),
          Map.entry(".env.*", ENVIRONMENT),
          Map.entry("*.pem", PRIVATE_KEY),
          Map.entry("*.key", PRIVATE_KEY),
          Map.entry("id_rsa*", PRIVATE_KEY),
          Map.entry("id_dsa*", PRIVATE_KEY),
          Map.entry("id_ecdsa*", PRIVATE_KEY),
          Map.entry("id_ed25519*", PRIVATE_KEY),
          Map.entry(".npmrc", NPM),
          Map.entry(".pypirc", PYPI),
          Map.entry(".netrc", NETRC),
          Map.entry("_netrc", NETRC),
          Map.entry("/settings.xml", MAVEN),
          Map.entry(".m2/settings.xml", MAVEN),
          Map.entry(".mvn/settings.xml", MAVEN),
          Map.entry(".docker/config.json", DOCKER),
          Map.entry(".dockercfg", DOCKER),
          Map.entry(".dockerconfigjson", DOCKER),
          Map.entry("kubeconfig", KUBERNETES),
          Map.entry("*.kubeconfig", KUBERNETES),
          Map.entry(".kube/config", KUBERNETES));

  private SecretEvidence() {}

  /** The kind of secret in a file; empty where it has none, or where nobody can tell. */
  public static Optional<SecretFiles.Kind> of(String path, Tree tree) {
    return SecretFiles.of(path).filter(kind -> holds(kind, path, tree));
  }

  private static boolean holds(SecretFiles.Kind kind, String path, Tree tree) {
    Pattern pattern = BY_KIND.get(kind.name());
    return pattern == null
        || tree.read(path).map(Source::text).filter(t -> pattern.matcher(t).find()).isPresent();
  }
}
