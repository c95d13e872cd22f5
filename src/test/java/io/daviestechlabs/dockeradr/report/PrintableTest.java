package io.daviestechlabs.dockeradr.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.lint.DockerfileSubject;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Linter;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Surroundings;
import io.daviestechlabs.dockeradr.rules.Rules;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No file paints over what a terminal shows of it. */
class PrintableTest {
  private static final String HOSTILE = "\u001b[2J\u001b]0;title\u0007\u009b1A\b\r";

  @Test
  void aFindingHasNoControlCharacters() {
    String file =
        "FROM debian:12 AS a" + HOSTILE + "\nCOPY --from=x" + HOSTILE + " a /b\nRUN cd /\n";
    Source source = Source.of("Docker" + HOSTILE + "file", file);
    List<Finding> findings =
        new Linter(Rules.ALL, Options.adr())
            .lint(new DockerfileSubject(Dockerfile.parse(source), Surroundings.unknown()));
    assertThat(findings).isNotEmpty();
    for (Finding finding : findings) {
      assertThat(ConsoleReport.lines(finding, Ink.NONE))
          .noneMatch(line -> line.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c)));
    }
  }

  @Test
  void coloursAndLineEndsOfOurOwnStay() {
    String red = "\u001b[31mred\u001b[m\n\tb";
    assertThat(Printable.coloured(red)).isEqualTo(red);
    assertThat(Printable.coloured(red + HOSTILE))
        .isEqualTo(red + "\uFFFD[2J\uFFFD]0;title\uFFFD\uFFFD1A\uFFFD\uFFFD");
  }
}
