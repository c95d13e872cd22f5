package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.shell.Place.Role;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the calls of a script in the order in which they run. */
final class CallFinder {
  /** So many programs that run one another are looked through. */
  private static final int LONGEST = 16;

  /** So many scripts within quotes within one another are read. */
  private static final int DEEPEST = 8;

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
    run(simple.words(), simple, place, host);
  }

  private void run(List<ShellWord> first, SimpleCommand simple, Place place, Optional<Call> host) {
    List<ShellWord> words = first;
    Optional<Call> outer = host;
    for (int i = 0; i < LONGEST && !words.isEmpty(); i++) {
      Call call = new Call(words.get(0), words.subList(1, words.size()), simple, outer, place);
      calls.add(call);
      script(call);
      outer = Optional.of(call);
      words = wrapped(call);
      if (call.name().equals("find") && call.hosts().limit(LONGEST).count() < LONGEST) {
        found(call, simple, place);
      }
    }
  }

  /** What {@code find} runs by {@code -exec} and its like. */
  private void found(Call find, SimpleCommand simple, Place place) {
    List<ShellWord> args = find.args();
    for (int i = 0; i < args.size(); i++) {
      if (Wrapper.FIND_ACTIONS.contains(args.get(i).value())) {
        int end = i + 1;
        while (end < args.size() && !args.get(end).is(";") && !args.get(end).is("+")) {
          end++;
        }
        run(args.subList(i + 1, end), simple, place, Optional.of(find));
        i = end;
      }
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
    Dialect inner = ScriptArgument.dialectOf(call, dialect);
    if (!inner.isRead() || call.hosts().count() >= DEEPEST) {
      return;
    }
    Optional<Text> string = ScriptArgument.stringOf(call);
    Optional<Text> document =
        string.isPresent() ? Optional.empty() : ScriptArgument.documentOf(call);
    string.ifPresent(text -> script(text, inner, call, Role.STRING));
    document.ifPresent(text -> script(text, inner, call, Role.DOCUMENT));
  }

  private void script(Text text, Dialect inner, Call call, Role role) {
    Block body = Script.parse(text, inner, call.place().depth()).body();
    block(body, Optional.of(call.place()), role, Optional.of(call));
  }
}
