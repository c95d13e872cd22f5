package io.daviestechlabs.dockeradr.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopySourcesTest {
  private static IgnoreFile file(String patterns) {
    return IgnoreFile.parse(Source.of(".dockerignore", patterns.replace(' ', '\n')));
  }

  @ParameterizedTest
  @CsvSource({
    "target, target/app.jar, target",
    "target, target/*.jar, target",
    "target, ./target/app.jar, target",
    "target, target, target",
    "target, /target/app.jar, ",
    "target, src, ",
    "*.md, README.md, *.md",
    "*.md, *.md, *.md",
    "*.md, R?.md, *.md",
    "*, ., *",
    "**, /, **",
    "src, ., ",
    "* !src, ., ",
    "target !x, target, ",
    "*.jar, target/../a.jar, *.jar",
  })
  void reports_as_BuildKits_CopyIgnoredFile(String patterns, String source, String by) {
    assertThat(CopySources.reportedByBuildKit(source, file(patterns)).map(IgnorePattern::text))
        .isEqualTo(Optional.ofNullable(by));
  }

  @ParameterizedTest
  @CsvSource({
    "target, target/app.jar, target",
    "target, /target/app.jar, target",
    "target, ../target/app.jar, target",
    "target, target/*.jar, target",
    "target !target/*.jar, target/app.jar, ",
    "target !target/*.jar, target/*.jar, ",
    "target !target/app.jar, target/*.jar, ",
    "target !target/app.war, target/*.jar, target",
    "target !target/app.war, target/app.jar, target",
    "target !target/x, target, ",
    "target !docs/x, target, target",
    "!target/x target, target, target",
    "target !**/*.txt, target/classes, ",
    "target !**/*.txt, target/app.jar, target",
    "*.md, *.md, *.md",
    "*.md, R*, ",
    "*.md, README.md, *.md",
    "*.md !README.md, README.md, ",
    "*.md !README.md, *.md, ",
    "* !src, src, ",
    "* !src, src/main, ",
    "* !src, pom.xml, *",
    "* !src, ., ",
    "*, ., *",
    "!src *, ., *",
    "**/node_modules, ., ",
    "docs/** !docs/a/b.txt, docs/a, ",
    "docs/**, docs, ",
    "docs/**, docs/a, docs/**",
    "*, [, ",
  })
  void unreachable_is_only_what_no_exception_brings_back(
      String patterns, String source, String by) {
    assertThat(CopySources.unreachable(source, file(patterns)).map(IgnorePattern::text))
        .isEqualTo(Optional.ofNullable(by));
  }
}
