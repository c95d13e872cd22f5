package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Flag;
import io.daviestechlabs.dockeradr.shell.Redirect;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.List;

/** What pip and uv have in common: requirements, files of them, constraints. */
public interface PythonTool extends Tool {
  /** Whether the operands are requirements. */
  boolean takesRequirements();

  /** The requirements on the command line. */
  default List<Requirement> requirements() {
    return takesRequirements()
        ? subjects().stream().map(word -> Requirement.parse(word.unquoted())).toList()
        : List.of();
  }

  /** The requirements files that it is given. */
  default List<ShellWord> requirementFiles() {
    return values("-r", "--requirement", "--requirements");
  }

  /** The constraints files that it is given. */
  default List<ShellWord> constraintFiles() {
    return values("-c", "--constraint", "--constraints");
  }

  /** The projects that it installs in place. */
  default List<ShellWord> editables() {
    return values("-e", "--editable");
  }

  /** The values of all flags of some names. */
  default List<ShellWord> values(String... names) {
    List<Flag> flags = arguments().all(names);
    return flags.stream().flatMap(flag -> flag.value().stream()).toList();
  }

  /**
   * Requirements whose bounds the shell takes for redirects: {@code foo>=1.0} without quotes writes
   * a file. Each from the name to the last redirect, as it should be quoted.
   */
  default List<Span> unquoted() {
    List<Span> all = new ArrayList<>();
    for (ShellWord word : takesRequirements() ? subjects() : List.<ShellWord>of()) {
      Span span = word.span();
      for (Redirect redirect : call().redirects()) {
        if (redirect.span().start() == span.end() && isBound(redirect)) {
          span = span.to(redirect.span());
        }
      }
      if (!span.equals(word.span())) {
        all.add(span);
      }
    }
    return all;
  }

  private static boolean isBound(Redirect redirect) {
    String target = redirect.target().value();
    boolean version =
        target.startsWith("=")
            || target.startsWith("$")
            || (!target.isEmpty() && Character.isDigit(target.charAt(0)));
    return version
        && (redirect.kind() == Redirect.Kind.OUTPUT || redirect.kind() == Redirect.Kind.INPUT);
  }
}
