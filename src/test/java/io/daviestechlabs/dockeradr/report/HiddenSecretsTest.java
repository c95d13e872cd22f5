package io.daviestechlabs.dockeradr.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.lint.DockerfileSubject;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Linter;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.Surroundings;
import io.daviestechlabs.dockeradr.rules.Rules;
import io.daviestechlabs.dockeradr.text.Source;
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
      USER root
      """;

  @Test
  void inNoForm() throws IOException {
    Source source = Source.of("Dockerfile", FILE);
    Linter linter = new Linter(Rules.ALL, everythingOn());
    List<Finding> findings =
        linter.lint(new DockerfileSubject(Dockerfile.parse(source), Surroundings.unknown()));

    assertThat(findings).hasSizeGreaterThan(10);
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
