package io.daviestechlabs.dockeradr.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.lint.DockerfileSubject;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Linter;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.Subject;
import io.daviestechlabs.dockeradr.lint.Surroundings;
import io.daviestechlabs.dockeradr.lint.WorkflowSubject;
import io.daviestechlabs.dockeradr.rules.Rules;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.workflow.Workflow;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No report shows a secret of the file that it reports, whatever rule points at its line. */
class HiddenSecretsTest {
  private static final String FILE =
      """
      ARG API_KEY=hunter2
      FROM python:3.12
      ENV A=b DB_PASSWORD='hunter2' \\
          URL=postgres://app:hunter2@db/app
      ENV TOKEN hunter2
      LABEL Title="https://app:hunter2@example.com"
      RUN pip install --index-url https://app:hunter2@example.com/simple flask
      RUN pip install https://app:hunter2@example.com/flask.tar.gz && login --password hunter2
      RUN echo 'root:hunter2' | chpasswd; curl -u me:hunter2 https://example.com
      ADD https://app:hunter2@example.com/app.tar.gz /app/
      USER root # https://app:hunter2@example.com
      """;

  private static final String WORKFLOW =
      """
      jobs:
        image:
          steps:
            - run: DB_PASSWORD=hunter2 DOCKER_BUILDKIT=0 docker build --build-arg NPM_TOKEN=hunter2 .
            - run: docker build --password hunter2 -t https://me:hunter2@example.com/app .
      """;

  @Test
  void ofADockerfile() throws IOException {
    Source source = Source.of("Dockerfile", FILE);
    assertHidden(new DockerfileSubject(Dockerfile.parse(source), Surroundings.unknown()), 10);
  }

  @Test
  void ofAWorkflow() throws IOException {
    Source source = Source.of(".github/workflows/image.yml", WORKFLOW);
    assertHidden(WorkflowSubject.of(Workflow.parse(source)), 2);
  }

  private static void assertHidden(Subject subject, int least) throws IOException {
    List<Finding> findings = new Linter(Rules.ALL, everythingOn()).lint(subject);

    assertThat(findings).hasSizeGreaterThan(least);
    for (Finding finding : findings) {
      String shown = String.join("\n", ConsoleReport.lines(finding, Ink.NONE));
      assertThat(shown).doesNotContain("hunter2");
    }
    for (Format format : Format.values()) {
      StringWriter out = new StringWriter();
      format.report().write(findings, List.of(), 1, out);
      assertThat(out.toString()).doesNotContain("hunter2");
    }
  }

  private static Options everythingOn() {
    return Options.adr()
        .withSeverities(
            Rules.ALL.stream().collect(Collectors.toMap(Rule::id, rule -> Severity.WARNING)));
  }
}
