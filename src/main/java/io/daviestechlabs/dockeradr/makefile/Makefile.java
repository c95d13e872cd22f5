package io.daviestechlabs.dockeradr.makefile;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;

/**
 * A Makefile; both branches of its conditions are read.
 *
 * @param source the file
 * @param rules in order
 * @param variables in order, those of single targets too
 * @param includes whether it takes in other files, or lines that it computes
 * @param oneShell whether all commands of a recipe go to one shell
 */
public record Makefile(
    Source source,
    List<MakeRule> rules,
    List<MakeVariable> variables,
    boolean includes,
    boolean oneShell) {
  /** Keeps copies. */
  public Makefile {
    rules = List.copyOf(rules);
    variables = List.copyOf(variables);
  }

  /** Reads a file; whatever it holds, this does not throw. */
  public static Makefile parse(Source source) {
    MakefileReader reader = new MakefileReader(source);
    reader.read();
    boolean oneShell =
        reader.rules().stream()
            .anyMatch(rule -> rule.targets().stream().anyMatch(t -> t.is(".ONESHELL")));
    return new Makefile(source, reader.rules(), reader.variables(), reader.includes(), oneShell);
  }
}
