package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the script that a call is given: behind {@code -c}, by {@code eval}, from lines below. */
final class ScriptArgument {
  /** Flags of a shell whose value is the next word. */
  private static final Set<String> VALUED =
      Set.of("-o", "+o", "-O", "+O", "--rcfile", "--init-file");

  private ScriptArgument() {}

  /** Which shell reads it; one that is not read where there is none. */
  static Dialect dialectOf(Call call, Dialect current) {
    return switch (call.name()) {
      case "eval" -> current;
      case "su", "runuser", "flock", "script" -> Dialect.POSIX;
      case "busybox" -> Dialect.OTHER;
      default -> Dialect.ofProgram(call.name());
    };
  }

  /** A literal in the arguments. */
  static Optional<Text> stringOf(Call call) {
    return switch (call.name()) {
      case "eval" -> call.args().size() == 1 ? call.args().get(0).literal() : Optional.empty();
      case "su", "runuser", "flock", "script" ->
          call.value("-c", "--command").flatMap(ShellWord::literal);
      default -> {
        int operand = operand(call);
        boolean isString = has(call.args().subList(0, operand), 'c');
        yield isString && operand < call.args().size()
            ? call.args().get(operand).literal()
            : Optional.empty();
      }
    };
  }

  /** The lines of a here-document, where the shell reads its standard input. */
  static Optional<Text> documentOf(Call call) {
    int operand = operand(call);
    List<ShellWord> flags = call.args().subList(0, operand);
    boolean readsInput = operand == call.args().size() || has(flags, 's');
    if (!readsInput || has(flags, 'c') || call.name().equals("eval")) {
      return Optional.empty();
    }
    return call.simple().redirects().stream()
        .flatMap(redirect -> redirect.document().stream())
        .map(HereDocument::text)
        .reduce((first, second) -> second);
  }

  /** Index of the first word of a shell's arguments that is no flag; their number without one. */
  private static int operand(Call call) {
    int i = 0;
    while (i < call.args().size()) {
      String arg = call.args().get(i).value();
      if (arg.equals("--")) {
        return i + 1;
      }
      if (!arg.startsWith("-") && !arg.startsWith("+")) {
        return i;
      }
      i += VALUED.contains(arg) || isBundleWithOption(arg) ? 2 : 1;
    }
    return call.args().size();
  }

  /** As in {@code bash -eo pipefail}. */
  private static boolean isBundleWithOption(String arg) {
    return arg.length() > 2 && arg.startsWith("-") && !arg.startsWith("--") && arg.indexOf('o') > 0;
  }

  private static boolean has(List<ShellWord> flags, char letter) {
    for (ShellWord word : flags) {
      String arg = word.value();
      if (arg.startsWith("-") && !arg.startsWith("--") && arg.indexOf(letter) > 0) {
        return true;
      }
    }
    return false;
  }
}
