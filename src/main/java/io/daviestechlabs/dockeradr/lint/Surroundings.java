package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import java.util.Map;
import java.util.Optional;

/**
 * What a Dockerfile cannot say of itself: how it is built, and from what.
 *
 * @param target the stage that is built; empty for the last one
 * @param kind what the image is for
 * @param ignoreFile the ignore file in force for its context
 * @param ignoreFileWritten whether a bound goal writes the ignore file before each build
 * @param firstOfContext whether no other Dockerfile was linted for the same context before
 * @param tree the files of the context
 * @param injectedLabels labels that the build of this project adds, with their values
 * @param projectLabels labels for which the project has values, whether a build adds them or not
 */
public record Surroundings(
    Optional<String> target,
    ImageKind kind,
    Optional<IgnoreFile> ignoreFile,
    boolean ignoreFileWritten,
    boolean firstOfContext,
    Tree tree,
    Map<String, String> injectedLabels,
    Map<String, String> projectLabels) {
  /** Keeps copies of the labels. */
  public Surroundings {
    injectedLabels = Map.copyOf(injectedLabels);
    projectLabels = Map.copyOf(projectLabels);
  }

  /**
   * Whether this Dockerfile is the one to report what is wrong with its context: the first of those
   * that share it, or one with an ignore file of its own; none where a goal writes that file.
   */
  public boolean reportsContext() {
    return !ignoreFileWritten && (firstOfContext || ignoreFile.filter(f -> isOwn(f)).isPresent());
  }

  private static boolean isOwn(IgnoreFile file) {
    String name = file.source().name();
    return !name.equals(".dockerignore") && !name.endsWith("/.dockerignore");
  }

  /** A service, built to its last stage, in a context of which nothing is known. */
  public static Surroundings unknown() {
    return new Surroundings(
        Optional.empty(),
        ImageKind.SERVICE,
        Optional.empty(),
        true,
        true,
        Tree.UNKNOWN,
        Map.of(),
        Map.of());
  }
}
