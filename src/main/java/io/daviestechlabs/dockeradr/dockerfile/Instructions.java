package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives raw instructions their meaning, and says what BuildKit has against them. */
final class Instructions {
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private boolean inStage;

  List<Instruction> instructions() {
    return List.copyOf(instructions);
  }

  List<Problem> problems() {
    return problems;
  }

  /**
   * Reads one instruction.
   *
   * @param isRefused whether the parser has said already what is wrong with it
   */
  void add(Raw raw, boolean isRefused) {
    Instruction instruction = read(raw);
    instructions.add(instruction);
    if (!isRefused) {
      judge(raw, instruction);
    }
    inStage |= instruction instanceof From;
  }

  private void judge(Raw raw, Instruction instruction) {
    Optional<String> fault = Faults.of(raw);
    if (fault.isPresent()) {
      problem("dockerfile parse error on line " + raw.startLine() + ": " + fault.get(), raw);
    } else if (!inStage && !(instruction instanceof From) && !(instruction instanceof Arg)) {
      problem("no build stage in current context", raw);
    }
  }

  private void problem(String message, Raw raw) {
    problems.add(
        new Problem(Problem.Phase.READ, message, raw.startLine(), raw.endLine(), raw.span()));
  }

  /** The typed instruction; {@link Unknown} where the operands it cannot do without are missing. */
  private static Instruction read(Raw raw) {
    List<Text> words = raw.arguments();
    String name = Names.lower(raw.keyword());
    switch (name) {
      case "run":
        return Run.of(raw, command(raw, raw.rest(), words));
      case "cmd":
        return new Cmd(raw, command(raw, raw.rest(), words));
      case "entrypoint":
        return new Entrypoint(raw, command(raw, raw.rest(), words));
      case "onbuild":
        return raw.inner().isPresent()
            ? new Onbuild(raw, read(raw.inner().get()))
            : new Unknown(raw);
      default:
        return words.isEmpty() ? new Unknown(raw) : withOperands(name, raw, words);
    }
  }

  private static Instruction withOperands(String name, Raw raw, List<Text> words) {
    Word first = raw.word(words.get(0));
    return switch (name) {
      case "add", "copy" -> words.size() < 2 ? new Unknown(raw) : transfer(name, raw, words);
      case "arg" -> new Arg(raw, declarations(raw, words));
      case "env" -> new Env(raw, pairs(raw, words));
      case "label" -> new Label(raw, pairs(raw, words));
      case "expose" -> new Expose(raw, words(raw, words));
      case "from" -> from(raw, words);
      case "healthcheck" -> healthcheck(raw, words);
      case "maintainer" -> new Maintainer(raw, first);
      case "shell" ->
          command(raw, raw.rest(), words) instanceof CommandLine.ExecForm exec
              ? new Shell(raw, exec)
              : new Unknown(raw);
      case "stopsignal" -> new StopSignal(raw, first);
      case "user" -> new User(raw, first);
      case "volume" -> new Volume(raw, words(raw, words));
      case "workdir" -> new Workdir(raw, first);
      default -> new Unknown(raw);
    };
  }

  private static CommandLine command(Raw raw, Text line, List<Text> words) {
    if (raw.json()) {
      return new CommandLine.ExecForm(line.span(), words);
    }
    return new CommandLine.ShellForm(line, raw.heredocs());
  }

  private static Instruction transfer(String name, Raw raw, List<Text> words) {
    Word target = raw.word(words.get(words.size() - 1));
    List<Word> sources = new ArrayList<>();
    for (Text word : words.subList(0, words.size() - 1)) {
      if (Heredocs.opener(word).isEmpty()) {
        sources.add(raw.word(word));
      }
    }
    return name.equals("add")
        ? new Add(raw, List.copyOf(sources), raw.heredocs(), target)
        : new Copy(raw, List.copyOf(sources), raw.heredocs(), target);
  }

  private static List<Word> words(Raw raw, List<Text> texts) {
    List<Word> words = new ArrayList<>(texts.size());
    for (Text text : texts) {
      words.add(raw.word(text));
    }
    return List.copyOf(words);
  }

  private static List<Pair> declarations(Raw raw, List<Text> words) {
    List<Pair> pairs = new ArrayList<>(words.size());
    for (Text word : words) {
      pairs.add(declaration(raw, word));
    }
    return List.copyOf(pairs);
  }

  private static Pair declaration(Raw raw, Text word) {
    int equals = word.indexOf('=', 0);
    if (equals < 0) {
      return new Pair(raw.word(word), Optional.empty(), false);
    }
    return new Pair(
        raw.word(word.subSequence(0, equals)), Optional.of(raw.word(word.from(equals + 1))), false);
  }

  private static List<Pair> pairs(Raw raw, List<Text> words) {
    List<Pair> pairs = new ArrayList<>(words.size() / 3);
    for (int i = 0; i + 2 < words.size(); i += 3) {
      boolean legacy = words.get(i + 2).length() == 0;
      pairs.add(new Pair(raw.word(words.get(i)), Optional.of(raw.word(words.get(i + 1))), legacy));
    }
    return List.copyOf(pairs);
  }

  private static From from(Raw raw, List<Text> words) {
    Optional<Text> as = words.size() > 1 ? Optional.of(words.get(1)) : Optional.empty();
    Optional<Text> alias = words.size() > 2 ? Optional.of(words.get(2)) : Optional.empty();
    return new From(raw, raw.word(words.get(0)), as, alias);
  }

  private static Instruction healthcheck(Raw raw, List<Text> words) {
    if (Names.upper(words.get(0)).equals("NONE")) {
      return new Healthcheck(raw, Optional.empty());
    }
    Text first = words.get(0);
    Text rest = raw.rest();
    Text command = Space.strip(rest.from(first.length()));
    List<Text> arguments = words.subList(1, words.size());
    return new Healthcheck(raw, Optional.of(command(raw, command, arguments)));
  }
}
