package io.daviestechlabs.dockeradr.lint;

import java.util.Map;
import java.util.Optional;

/**
 * What newer frontends can read and older ones cannot.
 *
 * <p>The versions are those of BuildKit's tags {@code dockerfile/1.N.0}: the first one whose code
 * registers the flag, and the build tags of its labs channel; up to 1.12 the published release
 * notes say the same.
 *
 * @param name as users know it
 * @param stable first version that has it; empty where only labs has it
 * @param labs first version whose labs channel has it, where that one came first
 */
public record SyntaxFeature(
    String name, Optional<SyntaxVersion> stable, Optional<SyntaxVersion> labs) {
  /** The newest version that this table knows. */
  private static final SyntaxVersion NEWEST = SyntaxVersion.of("1.26").orElseThrow();

  static final SyntaxFeature HEREDOC = of("a here-document", "1.4", "1.3");
  static final SyntaxFeature HEREDOC_BLANK = of("a blank behind '<<'", "1.16", "");
  static final SyntaxFeature MOUNT_VARIABLE = of("a variable in --mount", "1.3", "");
  static final SyntaxFeature MOUNT_SIZE = of("'size' of --mount=type=tmpfs", "1.4", "");
  static final SyntaxFeature MOUNT_ENV = of("'env' of --mount=type=secret", "1.10", "");
  static final SyntaxFeature CHMOD_VARIABLE = of("a variable in --chmod", "1.10", "");
  static final SyntaxFeature CHMOD_SYMBOLIC = of("--chmod with letters", "1.14", "1.11");
  static final SyntaxFeature GIT = of("ADD of a Git repository", "1.6", "1.5");
  static final SyntaxFeature GIT_CHECKSUM = of("--checksum of a Git repository", "1.16", "");
  static final SyntaxFeature GIT_QUERY = of("a query in the address of a repository", "1.18", "");
  static final SyntaxFeature ONBUILD_FROM = of("ONBUILD with --from", "1.11", "");
  static final SyntaxFeature BARE_OPERATOR = of("'-', '+' or '?' without colon", "1.6", "");
  static final SyntaxFeature TRIMMING = of("'#', '%' or '/' in a variable", "1.7", "");
  static final SyntaxFeature CHECK = of("the 'check' directive", "1.8", "");

  private static final Map<String, SyntaxFeature> FLAGS =
      Map.ofEntries(
          flag("RUN --mount", "1.2", "1.0"),
          flag("RUN --network", "1.3", "1.1.7"),
          flag("RUN --security", "1.20", "1.1.2"),
          flag("RUN --device", "", "1.14"),
          flag("ADD --chmod", "1.2", ""),
          flag("ADD --link", "1.4", ""),
          flag("ADD --keep-git-dir", "1.6", "1.5"),
          flag("ADD --checksum", "1.6", "1.5"),
          flag("ADD --unpack", "1.17", ""),
          flag("ADD --exclude", "1.19", "1.7"),
          flag("COPY --chmod", "1.2", ""),
          flag("COPY --link", "1.4", ""),
          flag("COPY --parents", "1.20", "1.7"),
          flag("COPY --exclude", "1.19", "1.7"),
          flag("HEALTHCHECK --start-interval", "1.6", ""));

  /** A flag that the first frontends did not have. */
  static Optional<SyntaxFeature> ofFlag(String instruction, String flag) {
    return Optional.ofNullable(FLAGS.get(instruction + " --" + flag));
  }

  private static Map.Entry<String, SyntaxFeature> flag(String name, String stable, String labs) {
    return Map.entry(name, of(name, stable, labs));
  }

  private static SyntaxFeature of(String name, String stable, String labs) {
    return new SyntaxFeature(name, SyntaxVersion.of(stable), SyntaxVersion.of(labs));
  }

  /** Whether a frontend has it; one that is newer than all of this table may. */
  public boolean isIn(SyntaxVersion version) {
    return version.isAfter(NEWEST)
        || stable.filter(version::atLeast).isPresent()
        || (version.isLabs() && labs.filter(version::atLeast).isPresent());
  }

  /** The first version that has it: the stable one, where there is one. */
  public SyntaxVersion first() {
    return stable.or(() -> labs).orElseThrow();
  }

  /** What it needs: {@code 1.20 or 1.7-labs}. */
  public String needs() {
    String ofLabs = labs.map(version -> version.number() + "-labs").orElse("");
    return stable
        .map(version -> version.number() + (ofLabs.isEmpty() ? "" : " or " + ofLabs))
        .orElse(ofLabs);
  }
}
