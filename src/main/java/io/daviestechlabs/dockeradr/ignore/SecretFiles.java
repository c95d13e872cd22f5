package io.daviestechlabs.dockeradr.ignore;

import java.util.ArrayList;
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
   */
  public record Kind(String name, String what) {
    IgnoreEntry entry() {
      return new IgnoreEntry(name, IgnoreEntry.Demand.NONE);
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind(".env", "environment variables"),
          new Kind(".env.*", "environment variables"),
          new Kind("*.pem", "a private key or certificate"),
          new Kind("*.key", "a private key"),
          new Kind("*.p12", "a key store"),
          new Kind("*.pfx", "a key store"),
          new Kind("id_rsa*", "an SSH key"),
          new Kind("id_dsa*", "an SSH key"),
          new Kind("id_ecdsa*", "an SSH key"),
          new Kind("id_ed25519*", "an SSH key"),
          new Kind(".ssh/", "SSH keys"),
          new Kind(".gnupg/", "OpenPGP keys"),
          new Kind(".npmrc", "npm's tokens"),
          new Kind(".pypirc", "passwords of Python indexes"),
          new Kind(".netrc", "passwords by host"),
          new Kind("_netrc", "passwords by host"),
          new Kind(".git-credentials", "Git's passwords"),
          new Kind("/settings.xml", "passwords of Maven servers"),
          new Kind(".m2/settings.xml", "passwords of Maven servers"),
          new Kind(".mvn/settings.xml", "passwords of Maven servers"),
          new Kind("settings-security.xml", "Maven's master password"),
          new Kind(".docker/config.json", "passwords of image registries"),
          new Kind(".dockercfg", "passwords of image registries"),
          new Kind(".dockerconfigjson", "passwords of image registries"),
          new Kind("kubeconfig", "access to a cluster"),
          new Kind("*.kubeconfig", "access to a cluster"),
          new Kind(".kube/config", "access to a cluster"),
          new Kind(".aws/credentials", "access to a cloud"),
          new Kind("application_default_credentials.json", "access to a cloud"),
          new Kind(".azure/", "access to a cloud"),
          new Kind(".cargo/credentials*", "tokens of crate registries"),
          new Kind(".vault-token", "a vault's token"),
          new Kind(".htpasswd", "password hashes"),
          new Kind(".pgpass", "database passwords"),
          new Kind("*.tfstate", "Terraform's state, which has secrets in clear"),
          new Kind("*.tfstate.*", "Terraform's state, which has secrets in clear"));

  /** What is named like a secret and is none. */
  private static final List<String> HARMLESS =
      List.of(".example", ".sample", ".template", ".tmpl", ".dist", ".defaults", ".pub");

  private static final List<Glob> GLOBS = globs();

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

  private static List<Glob> globs() {
    List<Glob> globs = new ArrayList<>();
    for (Kind kind : KINDS) {
      globs.add(Glob.of(kind.entry().pattern()).orElseThrow());
    }
    return List.copyOf(globs);
  }
}
