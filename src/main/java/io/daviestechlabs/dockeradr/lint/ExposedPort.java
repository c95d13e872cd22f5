package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Expose;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One value of a port that EXPOSE has.
 *
 * @param step the EXPOSE
 * @param word as written
 * @param value that BuildKit makes of it: one of several, where a variable holds several
 */
public record ExposedPort(BuildStep step, Word word, String value) {
  /** All that a file exposes. */
  public static Stream<ExposedPort> all(Facts facts) {
    return facts
        .steps()
        .filter(step -> step.instruction() instanceof Expose)
        .flatMap(step -> of(step).stream());
  }

  private static List<ExposedPort> of(BuildStep step) {
    List<ExposedPort> ports = new ArrayList<>();
    for (Word word : ((Expose) step.instruction()).ports()) {
      step.values(word).forEach(value -> ports.add(new ExposedPort(step, word, value)));
    }
    return ports;
  }

  /** Whether the value stands in the file itself, so that it can be changed there. */
  public boolean isLiteral() {
    return step.isOwn() && word.text().is(value);
  }

  /** A part of the value where it is in the file, else all that it is made from. */
  public Span span(int from, int to) {
    return isLiteral() ? word.text().span(from, to) : step.spanOf(word);
  }
}
