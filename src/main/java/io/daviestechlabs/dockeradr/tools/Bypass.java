package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Assignment;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Flag;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What keeps a package manager from using its cache, or empties it.
 *
 * @param flags of the command line
 * @param variables of the environment
 * @param off values of these variables that leave the cache on
 * @param cleaners subcommands that empty it, each with the flags that it needs for that
 */
record Bypass(List<String> flags, List<String> variables, Set<String> off, List<String> cleaners) {
  /** What tools written in Rust take for no. */
  static final Set<String> NO = Set.of("", "0", "n", "no", "f", "false", "off");

  /** Whether tools written in Rust take a value for yes. */
  static boolean isYes(String value) {
    return !NO.contains(value.toLowerCase(Locale.ROOT));
  }

  static Bypass by(String... flags) {
    return new Bypass(List.of(flags), List.of(), Set.of(""), List.of());
  }

  Bypass variable(String name, Set<String> off) {
    return new Bypass(flags, List.of(name), off, cleaners);
  }

  Bypass cleaning(String... subcommands) {
    return new Bypass(flags, variables, off, List.of(subcommands));
  }

  /** The flags of a call that keep the tool from its cache. */
  List<Flag> flagsOf(Tool tool) {
    return tool.arguments().all(flags.toArray(String[]::new));
  }

  /** The variables before a call that do so. */
  List<Assignment> assignmentsOf(Call call) {
    return call.assignments().stream()
        .filter(a -> defeats(a.name().toString(), a.literal().map(Text::toString).orElse("1")))
        .toList();
  }

  /** Whether a variable of a value does so. */
  boolean defeats(String variable, String value) {
    return variables.contains(variable) && !off.contains(value.toLowerCase(Locale.ROOT));
  }

  /** Whether a call empties the cache. */
  boolean cleans(Tool tool) {
    String operands =
        tool.arguments().operands().stream().map(w -> w.value()).collect(Collectors.joining(" "))
            + " ";
    return cleaners.stream().anyMatch(cleaner -> matches(cleaner, operands, tool));
  }

  private static boolean matches(String cleaner, String operands, Tool tool) {
    List<String> words = new ArrayList<>(List.of(cleaner.split(" ")));
    List<String> needed = words.stream().filter(w -> w.startsWith("-")).toList();
    words.removeAll(needed);
    return operands.startsWith(String.join(" ", words) + " ")
        && needed.stream().allMatch(tool::has);
  }
}
