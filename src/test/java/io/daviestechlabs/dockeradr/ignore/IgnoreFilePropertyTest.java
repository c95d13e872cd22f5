package io.daviestechlabs.dockeradr.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IgnoreFilePropertyTest {
  @Provide
  Arbitrary<String> pattern() {
    return Arbitraries.of(
            "a", "b", ".", "*", "**", "**/", "/", "?", "[ab]", "[^a]", "\\*", "é", "😀")
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> path() {
    return Arbitraries.of("a", "b", "ab", ".", "*", "é", "😀", "\n")
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(parts -> String.join("", parts))
        .filter(name -> !name.equals(".") && !name.equals(".."))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(names -> String.join("/", names));
  }

  @Provide
  Arbitrary<List<String>> patterns() {
    return Arbitraries.oneOf(pattern(), pattern().map(pattern -> "!" + pattern))
        .list()
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<String>> names() {
    return Arbitraries.of("a", "b", "ab", ".a", "aé")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(names -> String.join("/", names))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  /** The whole pattern as a Java expression, in the words of Docker's documentation. */
  private static boolean matchesAsExpression(String pattern, String path) {
    String regex =
        Pattern.compile("\\*\\*/?$|\\*\\*/?|\\*|\\?|\\\\.|\\[[^]]*]|[^*?\\[\\\\]")
            .matcher(pattern)
            .replaceAll(
                found -> {
                  String part = found.group();
                  boolean end = found.end() == pattern.length();
                  String read =
                      part.startsWith("**")
                          ? end ? ".*" : "(.*/)?"
                          : part.equals("*")
                              ? "[^/]*"
                              : part.equals("?")
                                  ? "[^/]"
                                  : part.matches("[\\[\\\\].+") ? part : Pattern.quote(part);
                  return read.replace("\\", "\\\\");
                });
    return Pattern.compile(regex, Pattern.UNIX_LINES).matcher(path).matches();
  }

  @Property
  void globs_match_as_their_expressions(
      @ForAll("pattern") String pattern, @ForAll("path") String path) {
    String cleaned = GoPath.clean(pattern);
    boolean plain = cleaned.startsWith("**") && !cleaned.substring(2).matches(".*[*?\\[\\\\].*");
    if (plain || cleaned.startsWith("/")) {
      // BuildKit compares the ends of strings here, which is less strict than the expression.
      return;
    }
    boolean prefix =
        cleaned.endsWith("**") && !cleaned.replaceFirst("\\*\\*$", "").matches(".*[*?\\[\\\\].*");
    boolean expected =
        prefix
            ? path.startsWith(cleaned.substring(0, cleaned.length() - 2))
            : matchesAsExpression(cleaned, path);
    assertThat(Glob.of(cleaned).orElseThrow().matches(path)).isEqualTo(expected);
  }

  @Property
  void several_ends_are_the_same_as_one_after_the_other(
      @ForAll("pattern") String pattern, @ForAll("path") String path) {
    Glob glob = Glob.of(GoPath.clean(pattern)).orElseThrow();
    boolean expected = glob.matches(path);
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      expected |= glob.matches(path.substring(0, slash));
    }
    assertThat(glob.matches(path, IgnoreFile.withParents(path))).isEqualTo(expected);
  }

  @Property
  void what_matches_below_a_directory_is_foreseen(
      @ForAll("pattern") String pattern,
      @ForAll("path") String directory,
      @ForAll("path") String rest) {
    Glob glob = Glob.of(GoPath.clean(pattern)).orElseThrow();
    if (glob.matches(directory + "/" + rest)) {
      assertThat(glob.mayMatchBelow(directory)).isTrue();
    }
  }

  @Property
  void quoted_paths_match_themselves(@ForAll("path") String path) {
    assertThat(Glob.of(GoPath.quote(path)).orElseThrow().matches(path)).isTrue();
  }

  @Property
  void pruning_loses_nothing(
      @ForAll("patterns") List<String> patterns, @ForAll("names") List<String> paths) {
    IgnoreFile file = IgnoreFile.of(patterns);
    for (String path : paths) {
      String[] names = path.split("/");
      Descent directory = file.descend();
      boolean pruned = false;
      for (int i = 0; i < names.length - 1; i++) {
        directory = directory.directory(names[i]);
        pruned |= directory.isPruned();
      }
      if (pruned) {
        assertThat(directory.file(names[names.length - 1]).ignored()).isTrue();
      }
    }
  }

  @Property(tries = 50)
  void the_walk_lists_what_is_sent(
      @ForAll("patterns") List<String> patterns, @ForAll("names") List<String> paths)
      throws IOException {
    Path context = Files.createTempDirectory("context");
    TreeSet<String> files = new TreeSet<>();
    try {
      for (String path : paths) {
        Path file = context.resolve(path);
        boolean blocked = files.stream().anyMatch(other -> path.startsWith(other + "/"));
        if (!blocked && !Files.exists(file)) {
          Files.createDirectories(file.getParent());
          Files.createFile(file);
          files.add(path);
        }
      }
      IgnoreFile file = IgnoreFile.of(patterns);
      TreeSet<String> listed = new TreeSet<>();
      ContextWalk.walk(context, file, (path, size) -> listed.add(path));
      files.removeIf(path -> !file.sends(path));
      assertThat(listed).isEqualTo(files);
    } finally {
      delete(context);
    }
  }

  private static void delete(Path path) {
    try (var below = Files.walk(path)) {
      below
          .sorted(Comparator.reverseOrder())
          .forEach(
              each -> {
                try {
                  Files.delete(each);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(tries = 100)
  void nothing_makes_it_throw(@ForAll String text, @ForAll String path) {
    assertThatCode(
            () -> {
              IgnoreFile file = IgnoreFile.parse(Source.of(".dockerignore", text));
              file.match(path);
              file.sends(path);
              CopySources.unreachable(path, file);
              CopySources.reportedByBuildKit(path, file);
              SecretFiles.of(path);
              IgnoreGenerator.generate(
                  IgnoreGenerator.Order.of(TreeFacts.of(List.of(path)), text, List.of(path)));
            })
        .doesNotThrowAnyException();
  }

  @Property
  void cleaning_is_idempotent(@ForAll("pattern") String pattern) {
    assertThat(GoPath.clean(GoPath.clean(pattern))).isEqualTo(GoPath.clean(pattern));
  }
}
