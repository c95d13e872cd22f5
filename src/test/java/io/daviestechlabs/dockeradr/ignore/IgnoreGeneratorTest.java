package io.daviestechlabs.dockeradr.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.ignore.IgnoreGenerator.Generated;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreGeneratorTest {
  private static final TreeFacts JAVA =
      TreeFacts.of(
          List.of(
              "pom.xml", "README.md", "src/", "src/main/", "core/", "core/pom.xml", "core/src/"));

  private static IgnoreFile generate(TreeFacts facts, String... sources) {
    return file(
        IgnoreGenerator.generate(IgnoreGenerator.Order.of(facts, "", List.of(sources))).text());
  }

  private static IgnoreFile file(String text) {
    return IgnoreFile.parse(Source.of(".dockerignore", text));
  }

  @Test
  void an_empty_context_gets_the_ADRs_entries_at_every_depth() {
    Generated generated =
        IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.NONE, "", List.of()));
    IgnoreFile file = file(generated.text());
    assertThat(file.problems()).isEmpty();
    assertThat(generated.missing()).isEmpty();
    for (String path :
        List.of(
            ".git/HEAD",
            ".gitea/workflows/build.yaml",
            "README.md",
            "docs/a/b.md",
            "__pycache__/a.pyc",
            "a/b/__pycache__/c",
            "a.pyc",
            "a/b.pyc",
            ".venv/bin/python",
            "svc/.venv/bin/python",
            ".mypy_cache/x",
            "svc/.pytest_cache/x",
            "a/b/c/.ruff_cache/x",
            ".env",
            "svc/.env.production",
            "conf/server.pem")) {
      assertThat(file.sends(path)).as(path).isFalse();
    }
    assertThat(file.sends("src/app.py")).isTrue();
  }

  @Test
  void every_group_says_whose_it_is_and_no_line_is_empty() {
    String text =
        IgnoreGenerator.generate(IgnoreGenerator.Order.of(JAVA, "", List.of("target/*.jar")))
            .text();
    assertThat(text.lines().toList())
        .startsWith("# >>> docker-adr")
        .endsWith("# <<< docker-adr")
        .contains(
            "# ADR-0014, section 10: documentation",
            "# ADR-0014, section 10: Python",
            "# Maven: build output",
            "# Maven",
            "!target/*.jar")
        .doesNotContain("")
        .doesNotHaveDuplicates();
    assertThat(text).contains("mvn docker-adr:generate-dockerignore").endsWith("\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md -> README.md",
        "./README.md -> README.md",
        "/README.md -> README.md",
        "*.md -> CHANGES.md",
        "README* -> README.md",
        "docs/ -> docs/a/b.md",
        "docs -> docs/b.md",
        "docs/* -> docs/b.md",
        "docs/READ* -> docs/README.md",
        "target/*.jar -> target/app.jar",
        "target/app.jar -> target/app.jar",
        "target/quarkus-app/ -> target/quarkus-app/lib/a.jar",
        "target/quarkus-app/ -> target/quarkus-app/lib/NOTICE.md",
        "*/target/*.jar -> core/target/core.jar",
        "core/target -> core/target/core.jar",
        ".venv -> .venv/bin/python",
        ".git -> .git/HEAD",
        ".env -> .env",
        ".npmrc -> .npmrc",
        ".env* -> .env",
        "Dockerfile -> Dockerfile",
        "src -> src/main/java/com/acme/target/A.java",
        "src -> src/main/resources/help.md",
        ". -> src/main/java/com/acme/target/A.java",
        ". -> core/src/main/java/com/acme/target/A.java",
        "vendor/src/lib -> vendor/src/lib/target/a.c",
        "a[bc].md -> ab.md",
        "we?ird.md -> we?ird.md",
        "we ird.md -> we ird.md"
      })
  void what_COPY_names_stays_reachable(String line) {
    String[] cells = line.split(" -> ");
    IgnoreFile file = generate(JAVA, cells[0]);
    assertThat(file.problems()).isEmpty();
    assertThat(file.sends(cells[1])).isTrue();
    assertThat(file.match(cells[1]).ignored()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ". -> README.md",
        "* -> README.md",
        "./* -> docs/README.md",
        "core -> core/target/core.jar",
        "core -> core/.env",
        "target/*.jar -> target/classes/A.class",
        "docs -> docs/__pycache__/a.pyc",
        "docs -> other/b.md",
        "*.json -> README.md",
        "README.md -> docs/README.md"
      })
  void what_COPY_does_not_name_stays_out(String line) {
    String[] cells = line.split(" -> ");
    assertThat(generate(JAVA, cells[0]).sends(cells[1])).isFalse();
  }

  @Test
  void a_directory_of_certificates_that_COPY_names_is_not_left_empty() {
    TreeFacts facts =
        TreeFacts.of(List.of("certs/", "certs/ca.pem", "conf/", "conf/a", "conf/b.pem"));
    IgnoreFile file = generate(facts, "certs", "conf");
    assertThat(file.sends("certs/ca.pem")).isTrue();
    assertThat(file.sends("conf/b.pem")).isFalse();
  }

  @Test
  void own_lines_stay_and_win_below_the_block() {
    String own = "# mine\n*.log\n!README.md\n";
    Generated generated =
        IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.NONE, own, List.of()));
    assertThat(generated.text()).endsWith("# <<< docker-adr\n\n" + own);
    assertThat(file(generated.text()).sends("README.md")).isTrue();
    assertThat(generated.missing()).isEmpty();
  }

  @Test
  void own_lines_keep_their_place_around_the_block() {
    String first =
        IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.NONE, "", List.of("old.md")))
            .text();
    String text = "above\n" + first + "below";
    String second =
        IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.NONE, text, List.of("new.md")))
            .text();
    assertThat(second).startsWith("above\n# >>> docker-adr\n").endsWith("# <<< docker-adr\nbelow");
    assertThat(second).contains("!new.md\n").doesNotContain("old.md");
  }

  @Test
  void line_ends_and_byte_order_mark_stay() {
    String text =
        IgnoreGenerator.generate(
                IgnoreGenerator.Order.of(TreeFacts.NONE, "\ufeffa\r\nb", List.of()))
            .text();
    assertThat(text).startsWith("\ufeff# >>> docker-adr\r\n").endsWith("\r\n\r\na\r\nb");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    assertThat(
            IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.NONE, text, List.of()))
                .text())
        .isEqualTo(text);
  }

  @Test
  void damaged_and_doubled_blocks_are_mended() {
    String clean =
        IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.NONE, "", List.of())).text();
    String block = clean.replace("# <<< docker-adr\n", "");
    assertThat(
            IgnoreGenerator.generate(
                    IgnoreGenerator.Order.of(TreeFacts.NONE, block + "\nmine\n", List.of()))
                .text())
        .isEqualTo(clean + "\nmine\n");
    assertThat(
            IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.NONE, block, List.of()))
                .text())
        .isEqualTo(clean);
    assertThat(
            IgnoreGenerator.generate(
                    IgnoreGenerator.Order.of(TreeFacts.NONE, clean + "x\n" + clean, List.of()))
                .text())
        .isEqualTo(clean + "x\n");
    assertThat(
            IgnoreGenerator.generate(
                    IgnoreGenerator.Order.of(TreeFacts.NONE, block + "\nx\n" + clean, List.of()))
                .text())
        .isEqualTo(clean + "\nx\n");
  }

  @Test
  void sources_that_own_lines_keep_out_are_named() {
    Generated generated =
        IgnoreGenerator.generate(
            IgnoreGenerator.Order.of(TreeFacts.NONE, "docs\n", List.of("docs/a.md", "src")));
    assertThat(generated.unreachable())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.source()).isEqualTo("docs/a.md");
              assertThat(found.by().text()).isEqualTo("docs");
            });
  }

  @Test
  void what_own_lines_bring_back_is_named() {
    Generated generated =
        IgnoreGenerator.generate(
            IgnoreGenerator.Order.of(TreeFacts.NONE, "!**/*.pyc\n", List.of()));
    assertThat(generated.missing())
        .containsExactly(new Baseline.Missing("*.pyc", "**/*.pyc", "sample.pyc"));
  }

  @Test
  void sources_that_cannot_be_patterns_do_no_harm() {
    Generated generated =
        IgnoreGenerator.generate(
            IgnoreGenerator.Order.of(
                JAVA,
                "",
                List.of(
                    "[", "a\nb.md", "https://example.org/x.md", "", "..", "!x.md", "#y.md", "\\")));
    IgnoreFile file = file(generated.text());
    assertThat(file.problems()).isEmpty();
    assertThat(generated.missing()).isEmpty();
    assertThat(file.sends("!x.md")).isTrue();
    assertThat(file.sends("#y.md")).isTrue();
    assertThat(file.sends("b.md")).isFalse();
  }

  @Test
  void modules_in_source_trees_of_others_lose_their_output() {
    TreeFacts facts =
        TreeFacts.of(
            List.of(
                "pom.xml", "src/", "src/it/a/pom.xml", "src/rs/Cargo.toml", "src/[x]/b.csproj"));
    Generated generated =
        IgnoreGenerator.generate(IgnoreGenerator.Order.of(facts, "", List.of("src")));
    IgnoreFile file = file(generated.text());
    assertThat(generated.missing()).isEmpty();
    assertThat(file.sends("src/it/a/target/keep")).isTrue();
    assertThat(file.sends("src/rs/target/debug/a")).isFalse();
    assertThat(file.sends("src/[x]/obj/a.dll")).isFalse();
  }

  @Test
  void services_below_src_are_no_source_tree() {
    TreeFacts facts =
        TreeFacts.of(
            List.of(
                "src/",
                "src/a/pom.xml",
                "src/a/src/",
                "src/[b]/pom.xml",
                "src/[b]/src/",
                "a\n!target/pom.xml",
                "a\n!target/src/"));
    IgnoreFile file = generate(facts, "src");
    assertThat(file.sends("src/a/target/a.jar")).isFalse();
    assertThat(file.sends("src/a/src/main/java/target/A.java")).isTrue();
    assertThat(file.sends("src/[b]/src/main/java/target/A.java")).isTrue();
    assertThat(file.sends("target/a")).isFalse();
  }

  @Test
  void what_lies_about_on_one_machine_makes_no_difference() {
    List<String> tracked = List.of("app.py", "pyproject.toml", "src/", "src/a.py");
    List<String> there = new ArrayList<>(tracked);
    there.addAll(
        List.of(".idea/", "model.pt", "app", "dist/", ".venv/", "src/__pycache__/", "target/"));
    List<String> sources = List.of("app", "dist", "src", "LICENSE", "target/x");
    assertThat(
            IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.of(there), "", sources))
                .text())
        .isEqualTo(
            IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.of(tracked), "", sources))
                .text())
        .contains("**/.idea\n", "!dist/**\n", "!app/**\n")
        .doesNotContain("LICENSE");
  }

  @Test
  void many_modules_share_one_exception() {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      paths.addAll(List.of("m" + i + "/pom.xml", "m" + i + "/src/"));
    }
    assertThat(
            IgnoreGenerator.generate(IgnoreGenerator.Order.of(TreeFacts.of(paths), "", List.of()))
                .text())
        .contains("!**/src/**\n")
        .doesNotContain("m7");
  }
}
