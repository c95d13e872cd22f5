package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.shell.Place.Role;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the calls of a script in the order in which they run. */
final class CallFinder {
  /** So many programs that run one another are looked through. */
  private static final int LONGEST = 16;

  /** So many scripts within quotes within one another are read. */
  private static final int DEEPEST = 8;

  /** Flags of a shell whose value is the next word. */
  private static final Set<String> VALUED =
      Set.of("-o", "+o", "-O", "+O", "--rcfile", "--init-file");

  private final Dialect dialect;
  private final List<Call> calls = new ArrayList<>();

  CallFinder(Dialect dialect) {
    this.dialect = dialect;
  }

  /** The calls of all of a script. */
  List<Call> script(Block body) {
    block(body, Optional.empty(), Role.SCRIPT, Optional.empty());
    return List.copyOf(calls);
  }

  /** The calls of one command. */
  List<Call> command(Command command, Place place) {
    visit(command, place, Optional.empty());
    return List.copyOf(calls);
  }

  private void block(Block block, Optional<Place> outer, Role role, Optional<Call> host) {
    for (int i = 0; i < block.chains().size(); i++) {
      List<Pipeline> pipelines = block.chains().get(i).pipelines();
      for (int j = 0; j < pipelines.size(); j++) {
        List<Command> commands = pipelines.get(j).commands();
        for (int k = 0; k < commands.size(); k++) {
          visit(commands.get(k), new Place(block, i, j, k, role, outer), host);
        }
      }
    }
  }

  private void visit(Command command, Place place, Optional<Call> host) {
    if (command instanceof SimpleCommand simple) {
      simple(simple, place, host);
      return;
    }
    for (Node child : command.children()) {
      if (child instanceof Block block) {
        block(block, Optional.of(place), roleOf(command, block), host);
      } else if (child instanceof Command.Branch branch) {
        block(branch.condition(), Optional.of(place), Role.CONDITION, host);
        block(branch.body(), Optional.of(place), Role.BRANCH, host);
      } else if (child instanceof Command.Choice choice) {
        choice.patterns().forEach(word -> substitutions(word, place, host));
        block(choice.body(), Optional.of(place), Role.BRANCH, host);
      } else if (child instanceof Command inner) {
        inner(inner, place, command, host);
      } else {
        substitutions(child, place, host);
      }
    }
  }

  /** The body of a function or of a coprocess is a command without a sequence of its own. */
  private void inner(Command inner, Place place, Command outer, Optional<Call> host) {
    Pipeline pipeline = new Pipeline(inner.span(), List.of(), List.of(inner), List.of());
    Chain chain = new Chain(inner.span(), List.of(pipeline), List.of());
    Block block = new Block(inner.span(), List.of(chain), List.of());
    Role role = outer instanceof Command.Function ? Role.FUNCTION : Role.GROUP;
    visit(inner, new Place(block, 0, 0, 0, role, Optional.of(place)), host);
  }

  private static Role roleOf(Command command, Block block) {
    if (command instanceof Command.Group) {
      return Role.GROUP;
    }
    if (command instanceof Command.Subshell) {
      return Role.SUBSHELL;
    }
    if (command instanceof Command.If) {
      return Role.BRANCH;
    }
    boolean condition = command instanceof Command.Loop loop && loop.condition() == block;
    return condition ? Role.CONDITION : Role.LOOP;
  }

  /** Looks for substitutions in words and the like. */
  private void substitutions(Node node, Place place, Optional<Call> host) {
    for (Node child : node.children()) {
      if (child instanceof Block block) {
        block(block, Optional.of(place), Role.SUBSTITUTION, host);
      } else {
        substitutions(child, place, host);
      }
    }
  }

  private void simple(SimpleCommand simple, Place place, Optional<Call> host) {
    substitutions(simple, place, host);
    List<ShellWord> words = simple.words();
    Optional<Call> outer = host;
    for (int i = 0; i < LONGEST && !words.isEmpty(); i++) {
      Call call = new Call(words.get(0), words.subList(1, words.size()), simple, outer, place);
      calls.add(call);
      script(call);
      outer = Optional.of(call);
      words = wrapped(call);
    }
  }

  /** The words of the program that a call runs. */
  private static List<ShellWord> wrapped(Call call) {
    Wrapper wrapper = Wrapper.named(call.name());
    if (wrapper != null) {
      return call.args().subList(wrapper.programIn(call.args()), call.args().size());
    }
    return Wrapper.isPython(call.name()) ? Wrapper.pythonModule(call.args()) : List.of();
  }

  /** Reads a script in a call's arguments: {@code sh -c}, {@code su -c}, {@code eval}. */
  private void script(Call call) {
    Dialect inner = dialectOf(call);
    if (!inner.isRead() || call.hosts().count() >= DEEPEST) {
      return;
    }
    scriptOf(call)
        .ifPresent(
            text -> {
              Block body = Script.parse(text, inner, call.place().depth()).body();
              block(body, Optional.of(call.place()), Role.STRING, Optional.of(call));
            });
  }

  private Dialect dialectOf(Call call) {
    return switch (call.name()) {
      case "eval" -> dialect;
      case "su", "runuser", "flock", "script" -> Dialect.POSIX;
      case "busybox" -> Dialect.OTHER;
      default -> Dialect.ofProgram(call.name());
    };
  }

  private static Optional<Text> scriptOf(Call call) {
    return switch (call.name()) {
      case "eval" -> call.args().size() == 1 ? call.args().get(0).literal() : Optional.empty();
      case "su", "runuser", "flock", "script" ->
          call.value("-c", "--command").flatMap(ShellWord::literal);
      default -> {
        int operand = operand(call);
        boolean isString = asksForString(call.args().subList(0, operand));
        if (operand == call.args().size()) {
          yield isString ? Optional.empty() : hereDocument(call);
        }
        yield isString ? call.args().get(operand).literal() : Optional.empty();
      }
    };
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

  private static boolean asksForString(List<ShellWord> flags) {
    for (ShellWord word : flags) {
      String arg = word.value();
      if (arg.startsWith("-") && !arg.startsWith("--") && arg.indexOf('c') > 0) {
        return true;
      }
    }
    return false;
  }

  /** What a shell reads from a here-document whose delimiter is quoted or that has no escapes. */
  private static Optional<Text> hereDocument(Call call) {
    return call.simple().redirects().stream()
        .flatMap(redirect -> redirect.document().stream())
        .map(HereDocument::text)
        .findFirst();
  }
}
