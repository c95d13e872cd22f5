package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Flag;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A call of a package manager, read as the package manager reads it. */
public interface Tool {
  /** The call as written. */
  Call call();

  /** Its flags and operands. */
  Arguments arguments();

  /** How many operands say what to do: two in {@code uv pip install}. */
  default int depth() {
    return 1;
  }

  /** What it is told to do; empty if nothing. */
  default String subcommand() {
    return verbs().stream().map(ShellWord::value).collect(Collectors.joining(" "));
  }

  /** The first operand; empty if there is none. */
  default String verb() {
    return arguments().operands().stream().findFirst().map(ShellWord::value).orElse("");
  }

  /** What it is to be done with: packages, mostly. */
  default List<ShellWord> subjects() {
    List<ShellWord> operands = arguments().operands();
    return operands.subList(Math.min(depth(), operands.size()), operands.size());
  }

  /** Whether it fetches or installs packages. */
  boolean installs();

  /** Whether a flag keeps it from the network, so that it takes what lies there already. */
  default boolean isOffline() {
    return has("--offline");
  }

  /** Program and subcommand, as in {@code uv pip install}. */
  default String title() {
    return subcommand().isEmpty() ? call().name() : call().name() + " " + subcommand();
  }

  /** Where it keeps what it downloads, in words; empty if its name tells no more than others do. */
  default Optional<String> cache() {
    return Optional.empty();
  }

  /** From the program to the end of the subcommand. */
  default Span head() {
    Span name = call().nameSpan();
    List<ShellWord> verbs = verbs();
    return verbs.isEmpty() ? name : name.to(verbs.get(verbs.size() - 1).span());
  }

  /** Whether it has a flag of one of some names. */
  default boolean has(String... names) {
    return arguments().has(names);
  }

  /** The flag of one of some names. */
  default Optional<Flag> flag(String... names) {
    return arguments().flag(names);
  }

  private List<ShellWord> verbs() {
    List<ShellWord> operands = arguments().operands();
    return operands.subList(0, Math.min(depth(), operands.size()));
  }
}
