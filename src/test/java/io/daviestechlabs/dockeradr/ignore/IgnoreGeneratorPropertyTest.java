package io.daviestechlabs.dockeradr.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.ignore.IgnoreGenerator.Generated;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IgnoreGeneratorPropertyTest {
  private static final Arbitrary<String> NAME =
      Arbitraries.of(
          "a",
          "src",
          "target",
          "docs",
          "README.md",
          "notes.md",
          ".git",
          ".env",
          "x.pem",
          ".venv",
          "__pycache__",
          "m.pyc",
          "node_modules",
          "build",
          "app.jar",
          "pom.xml",
          "package.json",
          "app.py",
          "Cargo.toml",
          "a.csproj",
          "bin",
          ".idea",
          ".github",
          "Dockerfile",
          "é b",
          "-");

  @Provide
  Arbitrary<String> path() {
    return NAME.list().ofMinSize(1).ofMaxSize(4).map(names -> String.join("/", names));
  }

  @Provide
  Arbitrary<List<String>> paths() {
    return path().list().ofMaxSize(8);
  }

  @Provide
  Arbitrary<List<String>> tree() {
    return Arbitraries.oneOf(path(), path().map(path -> path + "/")).list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<String>> globs() {
    Arbitrary<String> name =
        Arbitraries.oneOf(
            NAME, Arbitraries.of("*", "*.md", "*.jar", "READ*", "?rc", "[a-t]*", ".*", "**"));
    return name.list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(names -> String.join("/", names))
        .flatMap(path -> Arbitraries.of(path, path + "/", "./" + path, "/" + path, "."))
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> own() {
    return Arbitraries.oneOf(
            path(),
            path().map(path -> "!" + path),
            Arbitraries.of("", "# own", "*", "!*.md", "[", " x ", "# <<< docker-adr", "\ufeffy"))
        .list()
        .ofMaxSize(6)
        .flatMap(lines -> Arbitraries.of("\n", "\r\n").map(end -> String.join(end, lines)));
  }

  private static IgnoreFile file(Generated generated) {
    return IgnoreFile.parse(Source.of(".dockerignore", generated.text()));
  }

  @Property(tries = 150)
  void a_second_run_changes_nothing(
      @ForAll("tree") List<String> tree,
      @ForAll("own") String own,
      @ForAll("globs") List<String> sources) {
    TreeFacts facts = TreeFacts.of(tree);
    String once = IgnoreGenerator.generate(IgnoreGenerator.Order.of(facts, own, sources)).text();
    assertThat(IgnoreGenerator.generate(IgnoreGenerator.Order.of(facts, once, sources)).text())
        .isEqualTo(once);
  }

  @Property(tries = 150)
  void own_lines_survive_in_order(@ForAll("tree") List<String> tree, @ForAll("own") String own) {
    String text =
        IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.of(tree), own, List.of("docs")))
            .text();
    int mark = own.startsWith("\ufeff") ? 1 : 0;
    assertThat(text).startsWith(own.substring(0, mark)).endsWith(own.substring(mark));
  }

  @Property(tries = 150)
  void copied_paths_are_reachable_by_both_readings(
      @ForAll("tree") List<String> tree, @ForAll("paths") List<String> sources) {
    Generated generated =
        IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.of(tree), "", sources));
    IgnoreFile file = file(generated);
    assertThat(file.problems()).isEmpty();
    assertThat(generated.unreachable()).isEmpty();
    for (String source : sources) {
      assertThat(file.sends(source)).as(source).isTrue();
      assertThat(file.match(source).ignored()).as(source).isFalse();
    }
  }

  @Property(tries = 150)
  void globs_are_reachable(
      @ForAll("tree") List<String> tree, @ForAll("globs") List<String> sources) {
    Generated generated =
        IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.of(tree), "", sources));
    assertThat(file(generated).problems()).isEmpty();
    assertThat(generated.unreachable()).isEmpty();
  }

  @Property(tries = 150)
  void the_baseline_is_effective_but_for_what_is_copied(
      @ForAll("tree") List<String> tree, @ForAll("globs") List<String> sources) {
    assertThat(
            IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.of(tree), "", sources))
                .missing())
        .isEmpty();
  }

  @Property(tries = 150)
  void secrets_that_nobody_copies_stay_out(@ForAll("tree") List<String> tree) {
    IgnoreFile file =
        file(
            IgnoreGenerator.generate(
                IgnoreGenerator.Order.of(TreeFacts.of(tree), "", List.of(".", "*"))));
    for (String path : TreeFacts.of(tree).files()) {
      if (SecretFiles.of(path).isPresent()) {
        assertThat(file.sends(path)).as(path).isFalse();
      }
    }
  }
}
