package io.daviestechlabs.dockeradr.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class DependencyFileTest {
  private static final List<String> NAMES =
      List.of("requirements.txt", "a/pyproject.toml", "setup.cfg");

  @Test
  void linesOfRequirementsGoOnAndEndAtComments() {
    DependencyFile file =
        parse(
            "requirements.txt",
            """
            flask>=2 \\
              ,<3   # not torch
            # a comment does not go on \\
            torch
            -r more.txt
            -c limits.txt
            --requirement = other.txt
            -e ./here
            a#b
            """);

    assertThat(described(file)).containsExactly("flask..", "torch");
    assertThat(file.included()).containsExactly("more.txt", "other.txt");
    assertThat(file.constraints()).containsExactly("limits.txt");
  }

  @Test
  void oneHashAsksForOneOfAll() {
    assertThat(described(parse("r.txt", "flask \\\n --hash=sha256:00\ntorch\n"))).isEmpty();
    assertThat(described(parse("r.txt", "--require-hashes\ntorch\n"))).isEmpty();
  }

  @Test
  void tomlIsReadInAllItsSpellings() {
    DependencyFile file =
        parse(
            "pyproject.toml",
            """
            project.dependencies = [ # "no"
              'a>=1', "b<2", \"""c\""",
              "d\\u0020>=1",
              3, true, ["e"], {f = "g"},
            ]
            [project.optional-dependencies]
            "x.y" = ["h"]
            [[tool.other]]
            dependencies = ["i"]
            [dependency-groups]
            dev = ["j==1.*", {include-group = "k"}]
            """);

    assertThat(described(file)).containsExactly("a.", "b.", "c");
    assertThat(file.extras()).containsOnlyKeys("x.y");
    assertThat(file.groups()).containsOnlyKeys("dev");
  }

  @Test
  void poetrysCaretAndTildeAreRanges() {
    DependencyFile file =
        parse(
            "pyproject.toml",
            """
            [tool.poetry.dependencies]
            python = ">=3.9"
            a = "^1.2"
            b = {version = "~1", extras = ["x"]}
            c = "*"
            d = ">=1"
            e = "^1 || >=3"
            f = {path = "../f"}
            """);

    assertThat(described(file)).containsExactly("a..", "b..", "c", "d.", "e.");
  }

  @Test
  void setupsListsMayStartOnTheLineOfTheirKey() {
    DependencyFile file =
        parse(
            "setup.cfg",
            """
            [options]
            install_requires = a
                b>=1
                # c
            python_requires = >=3.9
            [options.extras_require]
            x =
              d
            [flake8]
            install_requires = e
            """);

    assertThat(described(file)).containsExactly("a", "b.");
    assertThat(file.extras().get("x")).extracting(Dependency::name).containsExactly("d");
  }

  @Property
  void neverThrowsAndEveryPlaceIsInTheFile(
      @ForAll
          @Chars({
            'a', '1', '"', '\'', '[', ']', '{', '}', '=', '.', ',', '#', '\\', '\n', '\r', ' ', '>',
            '-', 'r', ';', ':'
          })
          String input) {
    for (String name : NAMES) {
      String head =
          name.endsWith("toml")
              ? "[project]\ndependencies=["
              : name.endsWith("cfg") ? "[options]\ninstall_requires=" : "";
      DependencyFile file = parse(name, head + input);
      assertThat(file.dependencies())
          .allMatch(d -> d.span().end() <= file.source().text().length());
    }
  }

  @Test
  void nestingIsBounded() {
    String open = "[{a=".repeat(100_000);

    assertThat(parse("pyproject.toml", "a = " + open).dependencies()).isEmpty();
  }

  private static DependencyFile parse(String name, String text) {
    return DependencyFile.parse(Source.of(name, text));
  }

  /** Names, with a dot for each bound. */
  private static List<String> described(DependencyFile file) {
    return file.dependencies().stream()
        .map(
            d ->
                file.source().slice(d.span()).substring(0, d.name().length())
                    + (d.hasLowerBound() ? "." : "")
                    + (d.hasUpperBound() ? "." : ""))
        .toList();
  }
}
