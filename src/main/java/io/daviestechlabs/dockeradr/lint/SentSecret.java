package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.ignore.SecretFiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file with a secret that a build is sent along with the directory that it lies in.
 *
 * @param path below the context
 * @param kind of secret
 */
public record SentSecret(String path, SecretFiles.Kind kind) {
  /** All of a build. */
  static List<SentSecret> in(Facts facts) {
    Set<String> named =
        facts.sources().stream().map(ContextSource::plainPath).collect(Collectors.toSet());
    return facts.sent().paths().stream()
        // Whoever names a file wants it there.
        .filter(path -> !named.contains(path))
        .flatMap(path -> of(path, facts.tree()).stream())
        .toList();
  }

  private static Optional<SentSecret> of(String path, Tree tree) {
    return SecretEvidence.of(path, tree).map(kind -> new SentSecret(path, kind));
  }
}
