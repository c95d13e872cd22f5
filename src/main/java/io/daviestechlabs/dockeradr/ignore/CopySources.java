package io.daviestechlabs.dockeradr.ignore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an ignore file does to the sources of COPY and ADD.
 *
 * <p>Sources are those that come from the context, with variables replaced: URLs, heredocs and
 * {@code --from} are not asked about.
 */
public final class CopySources {
  private static final Set<String> ALL = Set.of("*", "**", "**/*");

  private CopySources() {}

  /** Whether any of some sources brings a path along, be it with the whole context. */
  public static Predicate<String> taking(Collection<String> sources) {
    List<Glob> globs = new ArrayList<>();
    for (String source : sources) {
      CopySource copy = CopySource.of(source);
      if (copy.isWhole()) {
        return new Taking(true, List.of());
      }
      if (copy.glob().isPresent()) {
        globs.add(copy.glob().get());
      }
    }
    return new Taking(false, globs);
  }

  /** Takes everything, or what one of some globs matches. */
  private record Taking(boolean everything, List<Glob> globs) implements Predicate<String> {
    @Override
    public boolean test(String path) {
      int[] ends = everything ? new int[0] : IgnoreFile.withParents(path);
      for (Glob glob : globs) {
        if (glob.matches(path, ends)) {
          return true;
        }
      }
      return everything;
    }
  }

  /** Whether a source is, or matches, a path below the context, or a directory that it is in. */
  public static boolean selects(String source, String path) {
    return CopySource.of(source).selects(path);
  }

  /**
   * The pattern for which BuildKit's CopyIgnoredFile would report a source: not at all where the
   * file has an exception, and stars of the source taken literally.
   */
  public static Optional<IgnorePattern> reportedByBuildKit(String source, IgnoreFile file) {
    String cleaned = GoPath.clean(source);
    if (source.isEmpty() || file.hasExceptions()) {
      return Optional.empty();
    }
    boolean whole = cleaned.equals(".") || cleaned.equals("/");
    if (whole && file.patterns().stream().noneMatch(pattern -> ALL.contains(pattern.glob()))) {
      return Optional.empty();
    }
    return file.matchCleaned(cleaned).by();
  }

  /**
   * The pattern that keeps a source out of the build, when nothing of it, and nothing in it, can be
   * brought back by an exception. Where that is uncertain, the answer is that it can.
   */
  public static Optional<IgnorePattern> unreachable(String source, IgnoreFile file) {
    CopySource copy = CopySource.of(source);
    if (copy.isWhole()) {
      return wholeUnreachable(file);
    }
    List<String> instances = copy.instances();
    if (instances.isEmpty() || instances.stream().anyMatch(file::sends)) {
      return Optional.empty();
    }
    String instance = instances.get(0);
    for (int i = file.lastExclusion(instance) + 1; i < file.patterns().size(); i++) {
      if (file.patterns().get(i).exception() && mayBringBack(file, i, copy, instance)) {
        return Optional.empty();
      }
    }
    return file.verdict(instance).by();
  }

  private static Optional<IgnorePattern> wholeUnreachable(IgnoreFile file) {
    IgnorePattern by = null;
    for (IgnorePattern pattern : file.patterns()) {
      if (pattern.exception()) {
        by = null;
      } else if (by == null && ALL.contains(pattern.glob())) {
        by = pattern;
      }
    }
    return Optional.ofNullable(by);
  }

  private static boolean mayBringBack(
      IgnoreFile file, int exception, CopySource copy, String instance) {
    Glob glob = file.glob(exception);
    if (!copy.isGlob()) {
      return !copy.looksLikeFile() && glob.mayMatchBelow(instance);
    }
    String named = file.patterns().get(exception).glob();
    if (!CopySource.of(named).isGlob()) {
      return copy.selects(named);
    }
    String directory = copy.fixedDirectory();
    return directory.isEmpty() || glob.mayMatchBelow(directory);
  }
}
