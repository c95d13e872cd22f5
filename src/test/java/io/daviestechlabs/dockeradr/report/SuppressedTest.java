package io.daviestechlabs.dockeradr.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.lint.DockerfileSubject;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Linter;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Surroundings;
import io.daviestechlabs.dockeradr.rules.Rules;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressedTest {
  private final Linter linter = new Linter(Rules.ALL, Options.adr());

  private DockerfileSubject subject(String comment) {
    String text = "# syntax=docker/dockerfile:1.7\n" + comment + "\nFROM debian:12\nUSER root\n";
    return new DockerfileSubject(
        Dockerfile.parse(Source.of("Dockerfile", text)), Surroundings.unknown());
  }

  private JsonNode report(Format format, String comment) throws IOException {
    StringWriter out = new StringWriter();
    format.report().write(linter.lintAll(subject(comment)), Rules.ALL, 1, out);
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void aSuppressedFindingIsNotAmongTheOthers() {
    String comment = "# docker-adr ignore=ADR0501,healthcheck-defaults reason=\"batch\"";
    assertThat(linter.lint(subject(""))).extracting(f -> f.rule().id()).contains("ADR0501");
    assertThat(linter.lint(subject(comment)))
        .extracting(f -> f.rule().id())
        .doesNotContain("ADR0501");
  }

  @Test
  void hadolintsCommentsAreForItsOwnRules() {
    List<Finding> findings = linter.lint(subject("# hadolint ignore=ADR0501"));
    assertThat(findings).extracting(f -> f.rule().id()).contains("ADR0501");
  }

  @Test
  void sarifSaysWhyAndJsonHowMany() throws IOException {
    String comment = "# docker-adr file-ignore=ADR0501 reason=\"batch job\"";
    JsonNode json = report(Format.JSON, comment);
    assertThat(json.at("/summary/suppressed").asInt()).isEqualTo(1);
    assertThat(json.get("findings").findValuesAsText("rule")).doesNotContain("ADR0501");
    JsonNode results = report(Format.SARIF, comment).at("/runs/0/results");
    assertThat(results)
        .anySatisfy(
            result -> {
              assertThat(result.get("ruleId").asText()).isEqualTo("ADR0501");
              assertThat(result.at("/suppressions/0/kind").asText()).isEqualTo("inSource");
              assertThat(result.at("/suppressions/0/justification").asText())
                  .isEqualTo("batch job");
            });
  }
}
