package io.daviestechlabs.dockeradr.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Script;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsTest {
  @Test
  void aHereDocumentIsReadByTheShellThatGetsIt() {
    Map<String, List<String>> scripts =
        Map.of(
            "RUN <<EOF\napt-get update\npip install x\nEOF\n", List.of("apt-get", "pip"),
            "RUN <<EOF\n#!/usr/bin/env python3\nimport x\nEOF\n", List.of(),
            "RUN bash -e <<EOF\nmake\nEOF\n", List.of("bash", "make"),
            "RUN cat <<EOF > f && make\npip install x\nEOF\n", List.of("cat", "make"),
            "RUN python3 <<A && sh <<B\nimport x\nA\nmake\nB\n", List.of("python3", "sh", "make"),
            "RUN sh <<-A\n\tmake\n\tA\n", List.of("sh", "make"),
            "RUN [\"sh\", \"-c\", \"make\"]\n", List.of("sh", "make"));
    scripts.forEach(
        (run, calls) -> {
          String text = "FROM debian\n" + run;
          Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", text));
          Facts facts = new Facts(file, Surroundings.unknown());
          Run instruction = file.all(Run.class).findFirst().orElseThrow();

          assertThat(facts.calls(instruction)).extracting(Call::name).as(run).isEqualTo(calls);
          assertThat(facts.scripts(instruction)).flatExtracting(Script::problems).as(run).isEmpty();
          for (Call call : facts.calls(instruction)) {
            assertThat(text.substring(call.nameSpan().start())).startsWith(call.name());
          }
        });
  }
}
