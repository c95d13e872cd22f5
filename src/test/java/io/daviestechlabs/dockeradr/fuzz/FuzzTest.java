package io.daviestechlabs.dockeradr.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A small {@link FuzzRun} over the Dockerfiles of this project. */
class FuzzTest {
  private static final int DAMAGED = 2_000;

  @Test
  void ownDockerfiles() throws IOException {
    List<String> texts = Dockerfiles.own();
    assertThat(texts).hasSizeGreaterThan(50);
    for (String text : texts) {
      Invariants.lint(Source.of("Dockerfile", text)).check();
    }
  }

  /** White space of Java that is none of BuildKit's, before a number sign: a fix tried both. */
  @Test
  void aUnitSeparatorIsNoIndentation() {
    Source source = Source.of("Dockerfile", "FROM scratch\nEXPOSE 1 \\\n  \u001f# x\n");
    Invariants.Linted linted = Invariants.lint(source);
    linted.check();
    assertThat(linted.findings()).anyMatch(it -> it.rule().id().equals("ADR0002"));
  }

  @Test
  void damagedDockerfiles() throws IOException {
    Mutations mutations = new Mutations(Dockerfiles.own());
    for (int number = 0; number < DAMAGED; number++) {
      byte[] bytes = mutations.next(new Random(number));
      try {
        Invariants.lint(Source.of("Dockerfile", bytes)).check();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("damaged Dockerfile " + number, e);
      }
    }
  }
}
