package io.daviestechlabs.dockeradr.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.lint.DockerfileSubject;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Linter;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Surroundings;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All rules over files that are made to be slow. The bound is far from what they take; what grows
 * with the square of the size, and with a large factor, does not keep it.
 */
class HostileDockerfileRulesTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  @Timeout(60)
  void allRulesComeToAnEnd(String name, String text) {
    Source source = Source.of("Dockerfile", text);
    DockerfileSubject subject =
        new DockerfileSubject(Dockerfile.parse(source), Surroundings.unknown());
    List<Finding> findings = new Linter(Rules.ALL, Options.adr()).lint(subject);
    assertThat(findings)
        .allMatch(f -> f.span().start() <= f.span().end() && f.span().end() <= text.length());
  }

  static Stream<Arguments> files() {
    String debian = "FROM debian:12\n";
    return Stream.of(
        file(
            "stages upon stages",
            debian + "FROM debian:12 AS s0\n",
            10_000,
            i ->
                "FROM s"
                    + i
                    + " AS s"
                    + (i + 1)
                    + "\nCOPY a /a\nRUN apt-get update && apt-get install -y curl\n"),
        file(
            "stages that copy from one another",
            "FROM debian:12 AS s0\n",
            5000,
            i ->
                "FROM debian:12 AS s"
                    + (i + 1)
                    + "\nRUN pip install x\nCOPY --from=s"
                    + i
                    + " /a /b\n"),
        file(
            "layers that are rewritten",
            debian,
            6000,
            i -> "COPY a" + i + " /srv/a" + i + "\nRUN chown -R app /srv/a" + i + "\n"),
        file("a long script", debian + "RUN true", 10_000, i -> " && apt-get install -y curl"),
        file("nested subshells", debian + "RUN ", 5000, i -> "( cd /x; pip install a; "),
        file("substitutions", debian + "RUN echo ", 5000, i -> "$(echo \"${a:-`"),
        file(
            "variables of variables",
            debian,
            2500,
            i -> "ENV A" + (i + 1) + "=$A" + i + "x TOKEN" + i + "=abc\n"),
        file("secrets", debian, 20_000, i -> "ENV A" + i + "_PASSWORD=hunter" + i + "\n"),
        file(
            "lists of another RUN",
            debian + "RUN apt-get update\n",
            10_000,
            i -> "RUN apt-get install -y p" + i + "\n"),
        file(
            "comments that keep quiet",
            debian,
            5000,
            i -> "# docker-adr ignore=ADR0301 reason=x\nRUN true\n"),
        file("a word of a megabyte", debian + "RUN echo ", 1 << 20, i -> "x"),
        file("lines of one letter", debian, 50_000, i -> "x\n"),
        file("continued lines", debian + "RUN echo", 50_000, i -> " \\\n"),
        file("heredocs", debian, 5000, i -> "RUN <<E" + i + "\npip install x\nE" + i + "\n"));
  }

  private static Arguments file(String name, String head, int count, IntFunction<String> part) {
    String body = IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    return Arguments.of(name, head + body + "\n");
  }
}
