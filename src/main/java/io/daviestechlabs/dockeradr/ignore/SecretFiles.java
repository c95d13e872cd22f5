package io.daviestechlabs.dockeradr.ignore;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files that hold secrets, told by their names. */
public final class SecretFiles {
  /**
   * A kind of file that holds secrets.
   *
   * @param name its name, with stars; with a slash it is the end of a path, with one at the start
   *     the whole path
   * @param what what is in it
   * @param always whether it holds a secret for certain, and not perhaps mere settings
   */
  public record Kind(String name, String what, boolean always) {
    private static Kind certain(String name, String what) {
      return new Kind(name, what, true);
    }

    private static Kind likely(String name, String what) {
      return new Kind(name, what, false);
    }

    IgnoreEntry entry() {
      return IgnoreEntry.of(name, IgnoreEntry.Demand.NONE);
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          Kind.likely(".env", "environment variables"),
          Kind.likely(".env.*", "environment variables"),
          Kind.likely("*.pem", "a private key or certificate"),
          Kind.likely("*.key", "a private key"),
          Kind.likely("*.p12", "a key store"),
          Kind.likely("*.pfx", "a key store"),
          Kind.certain("id_rsa*", "an SSH key"),
          Kind.certain("id_dsa*", "an SSH key"),
          Kind.certain("id_ecdsa*", "an SSH key"),
          Kind.certain("id_ed25519*", "an SSH key"),
          Kind.certain(".ssh/", "SSH keys"),
          Kind.certain(".gnupg/", "OpenPGP keys"),
          Kind.likely(".npmrc", "npm's tokens"),
          Kind.certain(".pypirc", "passwords of Python indexes"),
          Kind.certain(".netrc", "passwords by host"),
          Kind.certain("_netrc", "passwords by host"),
          Kind.certain(".git-credentials", "Git's passwords"),
          Kind.likely("/settings.xml", "passwords of Maven servers"),
          Kind.likely(".m2/settings.xml", "passwords of Maven servers"),
          Kind.likely(".mvn/settings.xml", "passwords of Maven servers"),
          Kind.certain("settings-security.xml", "Maven's master password"),
          Kind.certain(".docker/config.json", "passwords of image registries"),
          Kind.certain(".dockercfg", "passwords of image registries"),
          Kind.certain(".dockerconfigjson", "passwords of image registries"),
          Kind.certain("kubeconfig", "access to a cluster"),
          Kind.certain("*.kubeconfig", "access to a cluster"),
          Kind.certain(".kube/config", "access to a cluster"),
          Kind.certain(".aws/credentials", "access to a cloud"),
          Kind.certain("application_default_credentials.json", "access to a cloud"),
          Kind.certain(".azure/", "access to a cloud"),
          Kind.certain(".cargo/credentials*", "tokens of crate registries"),
          Kind.certain(".vault-token", "a vault's token"),
          Kind.likely(".htpasswd", "password hashes"),
          Kind.certain(".pgpass", "database passwords"),
          Kind.certain("*.tfstate", "Terraform's state, which has secrets in clear"),
          Kind.certain("*.tfstate.*", "Terraform's state, which has secrets in clear"));

  /** What is named like a secret and is none. */
  private static final List<String> HARMLESS =
      List.of(".example", ".sample", ".template", ".tmpl", ".dist", ".defaults", ".pub");

  private static final List<Glob> GLOBS = KINDS.stream().map(kind -> kind.entry().glob()).toList();

  private SecretFiles() {}

  /** All kinds, for tables and messages. */
  public static List<Kind> kinds() {
    return KINDS;
  }

  /**
   * What kind of secret a file of the context is named like; empty for examples and public keys.
   *
   * @param path its path below the context, with slashes
   */
  public static Optional<Kind> of(String path) {
    String cleaned = GoPath.clean("/" + path).substring(1);
    String lower = cleaned.toLowerCase(Locale.ROOT);
    if (cleaned.length() > IgnoreFile.LONGEST_PATH || HARMLESS.stream().anyMatch(lower::endsWith)) {
      return Optional.empty();
    }
    int[] ends = IgnoreFile.withParents(cleaned);
    for (int i = 0; i < GLOBS.size(); i++) {
      if (GLOBS.get(i).matches(cleaned, ends)) {
        return Optional.of(KINDS.get(i));
      }
    }
    return Optional.empty();
  }
}
