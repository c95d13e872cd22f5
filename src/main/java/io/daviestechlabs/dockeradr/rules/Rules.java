package io.daviestechlabs.dockeradr.rules;

import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.rules.adr.Adr0001ParseError;
import io.daviestechlabs.dockeradr.rules.adr.Adr0002TrailingComment;
import java.util.List;

/** All rules, in order; written by {@code mvn test -Dadr.update}. */
public final class Rules {
  /** Every rule of every family. */
  public static final List<Rule> ALL =
      List.of(
          new Adr0001ParseError(),
          new Adr0002TrailingComment());

  private Rules() {}
}
