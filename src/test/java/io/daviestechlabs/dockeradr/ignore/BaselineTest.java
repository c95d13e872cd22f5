package io.daviestechlabs.dockeradr.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.ignore.Baseline.Missing;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final Set<Ecosystem> NONE = EnumSet.noneOf(Ecosystem.class);
  private static final String EFFECTIVE =
      """
      .git
      .gitea
      **/*.md
      **/__pycache__/
      **/*.pyc
      **/.venv
      **/.mypy_cache/**
      **/.pytest_cache/*
      **/.ruff_cache
      """;

  private static IgnoreFile file(String text) {
    return IgnoreFile.parse(Source.of(".dockerignore", text));
  }

  private static List<String> entries(String text) {
    return Baseline.missing(file(text), NONE).stream().map(Missing::entry).toList();
  }

  @Test
  void an_empty_file_lacks_the_ADRs_nine() {
    assertThat(entries(""))
        .containsExactlyInAnyOrder(
            ".git/",
            ".gitea/",
            "*.md",
            "__pycache__/",
            "*.pyc",
            ".venv/",
            ".mypy_cache/",
            ".pytest_cache/",
            ".ruff_cache/");
  }

  @Test
  void any_spelling_that_works_is_enough() {
    assertThat(entries(EFFECTIVE)).isEmpty();
    assertThat(entries("*")).isEmpty();
    assertThat(entries("**\n!src\n!pom.xml")).isEmpty();
    assertThat(entries(EFFECTIVE.replace("**/*.pyc", "**/*.py[co]"))).isEmpty();
  }

  @Test
  void the_ADRs_own_text_does_not_reach_below_the_root() {
    String text = EFFECTIVE.replace("**/*.pyc", "*.pyc").replace("**/__pycache__/", "__pycache__/");
    assertThat(Baseline.missing(file(text), NONE))
        .containsExactly(
            new Missing("__pycache__/", "**/__pycache__", "dir/__pycache__/in/it"),
            new Missing("*.pyc", "**/*.pyc", "dir/sample.pyc"));
  }

  @Test
  void an_exception_undoes_an_entry() {
    assertThat(entries(EFFECTIVE + "!.git\n")).containsExactly(".git/");
    assertThat(entries(EFFECTIVE + "!README.md\n")).isEmpty();
  }

  @Test
  void what_COPY_names_is_not_missed() {
    IgnoreFile file = file(EFFECTIVE + "!.git\n!*.md\n");
    assertThat(Baseline.missing(file, TreeFacts.NONE, List.of(".git", "*.md"))).isEmpty();
    assertThat(Baseline.missing(file, TreeFacts.NONE, List.of("*.md")))
        .extracting(Missing::entry)
        .containsExactly(".git/");
  }

  @Test
  void ecosystems_add_what_they_make() {
    assertThat(Baseline.missing(file(EFFECTIVE), EnumSet.of(Ecosystem.MAVEN, Ecosystem.NODE)))
        .extracting(Missing::entry)
        .containsExactly("target/", "node_modules/");
    assertThat(
            Baseline.missing(
                file(EFFECTIVE + "target\nnode_modules"),
                EnumSet.of(Ecosystem.MAVEN, Ecosystem.NODE)))
        .isEmpty();
    assertThat(
            Baseline.missing(
                file(EFFECTIVE + "target/\n!target/*.jar"), EnumSet.of(Ecosystem.MAVEN)))
        .isEmpty();
  }

  @Test
  void modules_are_tried_where_they_stand() {
    TreeFacts facts = TreeFacts.of(List.of("pom.xml", "core/pom.xml"));
    assertThat(Baseline.missing(file(EFFECTIVE + "target"), facts, List.of()))
        .containsExactly(new Missing("target/", "**/target", "core/target/in/it"));
  }

  @Test
  void an_allow_list_is_tried_where_Python_is() {
    TreeFacts facts = TreeFacts.of(List.of("src/app.py"));
    assertThat(Baseline.missing(file("*\n!src"), facts, List.of()))
        .extracting(Missing::entry)
        .contains("__pycache__/", "*.pyc")
        .doesNotContain("*.md", ".git/");
    assertThat(Baseline.missing(file("*\n!src\n" + EFFECTIVE), facts, List.of())).isEmpty();
  }
}
