package io.daviestechlabs.dockeradr.ignore;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * An ignore file with BuildKit's semantics.
 *
 * <p>BuildKit has two readings, and so has this. {@link #match} is what its checks ask: a path is
 * ignored if a pattern matches it or one of its parents. {@link #descend} is what decides on the
 * files that are sent: a walk that takes each directory's results along to its children. The two
 * disagree only where an exception matches a parent that nothing had excluded yet.
 *
 * <p>Paths have slashes, as on Linux, and no leading one. A file with {@link #problems} fails the
 * build; the patterns that are in order are compared all the same.
 */
public final class IgnoreFile {
  private static final String NAME = ".dockerignore";

  /** No file can have a longer path on Linux, so none is compared. */
  static final int LONGEST_PATH = 4_096;

  private static final Set<String> EVERYTHING = Set.of("*", "**", "**/*");

  private final Source source;
  private final List<String> entries;
  private final List<IgnorePattern> patterns;
  private final Glob[] globs;
  private final Verdict[] verdicts;
  private final PatternIndex index;
  private final List<IgnoreComment> comments;
  private final List<IgnoreProblem> problems;
  private final boolean exceptions;

  private IgnoreFile(Source source, IgnoreReader reader) {
    this.source = source;
    this.entries = List.copyOf(reader.entries);
    this.patterns = List.copyOf(reader.patterns);
    this.globs = reader.globs.toArray(new Glob[0]);
    this.verdicts = new Verdict[globs.length];
    boolean anyException = false;
    for (int i = 0; i < globs.length; i++) {
      IgnorePattern pattern = patterns.get(i);
      verdicts[i] = new Verdict(!pattern.exception(), Optional.of(pattern));
      anyException |= pattern.exception();
    }
    this.exceptions = anyException;
    this.index = new PatternIndex(patterns, globs);
    this.comments = List.copyOf(reader.comments);
    this.problems = List.copyOf(reader.problems);
  }

  /** Reads an ignore file; whatever it holds, this does not throw. */
  public static IgnoreFile parse(Source source) {
    IgnoreReader reader = new IgnoreReader(source);
    reader.readFile();
    return new IgnoreFile(source, reader);
  }

  /**
   * The file in force for a build, as BuildKit chooses it: the Dockerfile's own before that of the
   * context; empty if neither is there.
   *
   * @param dockerfile empty where only the context is known
   */
  public static Optional<Path> inForce(Path context, Optional<Path> dockerfile) {
    if (dockerfile.isPresent()) {
      Path own = dockerfile.get().resolveSibling(dockerfile.get().getFileName() + NAME);
      if (Files.isRegularFile(own)) {
        return Optional.of(own);
      }
    }
    Path common = context.resolve(NAME);
    return Files.isRegularFile(common) ? Optional.of(common) : Optional.empty();
  }

  /** Takes patterns that no file holds, such as those of {@code COPY --exclude}. */
  public static IgnoreFile of(List<String> patterns) {
    Source source = Source.of("", String.join("\n", patterns));
    IgnoreReader reader = new IgnoreReader(source);
    int offset = 0;
    int line = 1;
    for (String pattern : patterns) {
      reader.readPattern(pattern, line++, new Span(offset, offset + pattern.length()));
      offset += pattern.length() + 1;
    }
    return new IgnoreFile(source, reader);
  }

  /** The file that was read. */
  public Source source() {
    return source;
  }

  /** All patterns that can be compared, in order; the last that matches decides. */
  public List<IgnorePattern> patterns() {
    return patterns;
  }

  /** All comment lines, in order. */
  public List<IgnoreComment> comments() {
    return comments;
  }

  /** The pattern of each line as BuildKit hands it on from the file to the matcher. */
  public List<String> entries() {
    return entries;
  }

  /** What fails the build, in order. */
  public List<IgnoreProblem> problems() {
    return problems;
  }

  /** The error that ends the transfer of a context with this file, as BuildKit words it. */
  public Optional<String> transferError() {
    return problems.stream()
        .findFirst()
        .map(
            first ->
                "invalid excludepatterns: [%s]: %s"
                    .formatted(String.join(" ", entries), first.message()));
  }

  /** Whether any pattern is an exception. */
  public boolean hasExceptions() {
    return exceptions;
  }

  /** Whether a path, or a directory above it, is ignored: the reading of BuildKit's checks. */
  public Verdict match(String path) {
    String cleaned = GoPath.clean(path);
    return cleaned.equals(".") ? Verdict.UNTOUCHED : matchCleaned(cleaned);
  }

  /**
   * The path, cleaned, that BuildKit's check calls ignored; empty if it does not. The check takes
   * stars in a source of COPY or ADD for letters, calls the whole context ignored only where one
   * pattern is for everything, and says nothing of a file with exceptions.
   */
  public Optional<String> excluded(String source) {
    String cleaned = GoPath.clean(source);
    boolean isWhole = cleaned.equals(".") || cleaned.equals("/");
    boolean isIgnored =
        isWhole
            ? patterns.stream().anyMatch(p -> EVERYTHING.contains(p.glob()))
            : matchCleaned(cleaned).ignored();
    return isIgnored && !exceptions ? Optional.of(cleaned) : Optional.empty();
  }

  /** The same for a path that is clean already, and for the context's root itself. */
  Verdict matchCleaned(String cleaned) {
    if (cleaned.length() > LONGEST_PATH) {
      return Verdict.UNTOUCHED;
    }
    int[] ends = withParents(cleaned);
    Verdict verdict = Verdict.UNTOUCHED;
    for (int i = 0; i < globs.length; i++) {
      if (isException(i) == verdict.ignored() && globs[i].matches(cleaned, ends)) {
        verdict = verdicts[i];
      }
    }
    return verdict;
  }

  /** Starts at the root of a context: the reading that decides on the files that are sent. */
  public Descent descend() {
    return Descent.root(this);
  }

  /** Whether the transfer takes a file along: the walk's answer for a single path. */
  public boolean sends(String path) {
    return !verdict(path).ignored();
  }

  /** All patterns that match a path or a directory above it, in order. */
  public List<IgnorePattern> matching(String path) {
    String cleaned = GoPath.clean("/" + path).substring(1);
    if (cleaned.length() > LONGEST_PATH) {
      return List.of();
    }
    int[] ends = withParents(cleaned);
    return IntStream.range(0, globs.length)
        .filter(i -> globs[i].matches(cleaned, ends))
        .mapToObj(patterns::get)
        .toList();
  }

  /** What the walk says about a file, and with which pattern, without looking at the file. */
  public Verdict verdict(String path) {
    String cleaned = GoPath.clean("/" + path).substring(1);
    if (cleaned.length() > LONGEST_PATH) {
      return Verdict.UNTOUCHED;
    }
    Descent directory = descend();
    int start = 0;
    for (int slash = cleaned.indexOf('/'); slash >= 0; slash = cleaned.indexOf('/', start)) {
      directory = directory.directory(cleaned.substring(start, slash));
      if (directory.isPruned()) {
        return directory.verdict();
      }
      start = slash + 1;
    }
    return directory.file(cleaned.substring(start));
  }

  /** Index of the last pattern, exceptions aside, that matches a path or a parent; or -1. */
  int lastExclusion(String path) {
    int[] ends = withParents(path);
    for (int i = globs.length - 1; i >= 0; i--) {
      if (!patterns.get(i).exception() && globs[i].matches(path, ends)) {
        return i;
      }
    }
    return -1;
  }

  PatternIndex index() {
    return index;
  }

  boolean isException(int pattern) {
    return !verdicts[pattern].ignored();
  }

  /** What a pattern has to say if it has the last word. */
  Verdict verdict(int pattern) {
    return verdicts[pattern];
  }

  Glob glob(int index) {
    return globs[index];
  }

  /** Where a path's parents end, and the path itself. */
  static int[] withParents(String path) {
    int[] ends = new int[8];
    int count = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      ends = count + 2 < ends.length ? ends : Arrays.copyOf(ends, ends.length * 2);
      ends[count++] = slash;
    }
    // The parent of /a is /, which Go splits into two empty names.
    if (path.startsWith("/") && count == 1) {
      ends[count++] = 1;
    }
    if (count == 0 || ends[count - 1] < path.length()) {
      ends[count++] = path.length();
    }
    return Arrays.copyOf(ends, count);
  }
}
