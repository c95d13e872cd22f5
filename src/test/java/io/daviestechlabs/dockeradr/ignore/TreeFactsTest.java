package io.daviestechlabs.dockeradr.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeFactsTest {
  @ParameterizedTest
  @CsvSource({
    "pom.xml, MAVEN",
    "core/pom.xml, MAVEN",
    "build.gradle.kts, GRADLE",
    "package.json, NODE",
    "pyproject.toml, PYTHON",
    "requirements-dev.txt, PYTHON",
    "svc/app.py, PYTHON",
    "go.mod, GO",
    "Cargo.toml, RUST",
    "a/b.csproj, DOTNET",
    "main.tf, TERRAFORM",
    "explore.ipynb, NOTEBOOKS",
    "model.safetensors, MODELS",
    ".idea/, IDE",
    "x.iml, IDE",
    ".github/, CI",
    "Jenkinsfile, CI",
  })
  void names_tell_the_ecosystem(String path, Ecosystem ecosystem) {
    assertThat(TreeFacts.of(List.of("README.md", path)).ecosystems()).containsExactly(ecosystem);
  }

  @Test
  void other_names_tell_nothing() {
    assertThat(TreeFacts.of(List.of("a.xml", "pom.xml/", ".idea", "py", "x.github/")).ecosystems())
        .isEmpty();
  }

  @Test
  void reads_the_top_levels(@TempDir Path context) throws IOException {
    Files.createDirectories(context.resolve("a/b/c/d/e"));
    Files.createDirectories(context.resolve("node_modules/x"));
    Files.createFile(context.resolve("pom.xml"));
    Files.createFile(context.resolve("a/b/app.py"));
    Files.createFile(context.resolve("a/b/c/d/e/go.mod"));
    Files.createFile(context.resolve("node_modules/x/package.json"));
    Files.createSymbolicLink(context.resolve("link"), context.resolve("a"));
    TreeFacts facts = TreeFacts.read(context);
    assertThat(facts.ecosystems()).containsExactly(Ecosystem.MAVEN, Ecosystem.PYTHON);
    assertThat(facts.files()).containsExactly("a/b/app.py", "link", "pom.xml");
    assertThat(facts.directories()).containsExactly("a", "a/b", "a/b/c", "a/b/c/d", "node_modules");
  }

  @Test
  void a_context_that_is_not_there_tells_nothing(@TempDir Path context) {
    assertThat(TreeFacts.read(context.resolve("none"))).isEqualTo(TreeFacts.NONE);
  }
}
