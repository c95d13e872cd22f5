package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program with its arguments: what rules read of a simple command.
 *
 * <p>{@code sudo -H env X=1 pip install y} is three calls, of {@code sudo}, {@code env} and {@code
 * pip}; so is a script that {@code sh -c} is given.
 *
 * @param program the word that names it
 * @param args what follows it
 * @param simple the command that it stands in
 */
public record Call(ShellWord program, List<ShellWord> args, Command.Simple simple) {
  private static final int DEEPEST = 8;

  /** The call of a simple command and those that it wraps. */
  static Stream<Call> of(Command.Simple simple, Dialect dialect, int depth) {
    if (simple.words().isEmpty()) {
      return Stream.empty();
    }
    return unwrapped(simple.words(), simple, dialect, depth);
  }

  /** The calls of an exec form: no shell reads it, unless it calls one. */
  public static Stream<Call> ofExec(List<Text> words) {
    if (words.isEmpty()) {
      return Stream.empty();
    }
    List<ShellWord> all = words.stream().map(ShellWord::literal).toList();
    Span span = all.get(0).span().to(all.get(all.size() - 1).span());
    Command.Simple simple = new Command.Simple(span, List.of(), all, List.of());
    return of(simple, Dialect.POSIX, 0);
  }

  private static Stream<Call> unwrapped(
      List<ShellWord> words, Command.Simple simple, Dialect dialect, int depth) {
    List<Call> calls = new ArrayList<>();
    List<ShellWord> rest = words;
    while (!rest.isEmpty() && calls.size() < DEEPEST) {
      Call call = new Call(rest.get(0), rest.subList(1, rest.size()), simple);
      calls.add(call);
      Wrapper wrapper = Wrapper.named(call.name());
      rest = wrapper == null ? List.of() : call.wrapped(wrapper);
    }
    Call last = calls.get(calls.size() - 1);
    return Stream.concat(calls.stream(), last.script(dialect, depth));
  }

  /** The words of the program that a wrapper runs. */
  private List<ShellWord> wrapped(Wrapper wrapper) {
    int i = 0;
    int operands = wrapper.operands();
    while (i < args.size()) {
      String arg = args.get(i).value();
      if (wrapper.valued().contains(arg)) {
        i += 2;
      } else if (arg.equals("--")) {
        i++;
      } else if ((arg.startsWith("-") && arg.length() > 1) || isAssignment(arg)) {
        i++;
      } else if (operands-- > 0) {
        i++;
      } else {
        return args.subList(i, args.size());
      }
    }
    return List.of();
  }

  private static boolean isAssignment(String word) {
    int equals = word.indexOf('=');
    return equals > 0
        && word.substring(0, equals).chars().allMatch(c -> WordReader.isNamePart((char) c));
  }

  /** The calls of a script in the arguments: {@code sh -c}, {@code su -c}, {@code eval}. */
  private Stream<Call> script(Dialect outer, int depth) {
    if (depth >= DEEPEST) {
      return Stream.empty();
    }
    Dialect dialect = Dialect.ofProgram(name());
    Optional<ShellWord> script = Optional.empty();
    if (dialect.isRead() && !name().equals("busybox")) {
      script = commandString();
    } else if (name().equals("su")) {
      dialect = Dialect.POSIX;
      script = value("-c", "--command");
    } else if (name().equals("eval") && args.size() == 1) {
      dialect = outer;
      script = Optional.of(args.get(0));
    }
    Dialect read = dialect;
    return script.flatMap(ShellWord::literal).map(text -> Script.parse(text, read)).stream()
        .flatMap(inner -> inner.statements().stream().flatMap(Node::walk))
        .filter(Command.Simple.class::isInstance)
        .flatMap(node -> of((Command.Simple) node, read, depth + 1));
  }

  /** The operand of {@code sh -ec script}. */
  private Optional<ShellWord> commandString() {
    boolean asked = false;
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i).value();
      if (arg.equals("-o") || arg.equals("+o") || arg.equals("-O")) {
        i++;
      } else if (arg.matches("[-+][a-zA-Z]+")) {
        asked |= arg.startsWith("-") && arg.indexOf('c') > 0;
      } else if (!arg.startsWith("--")) {
        return asked ? Optional.of(args.get(i)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The program's name without its path; empty if an expansion makes it up. */
  public String name() {
    return program
        .literal()
        .map(Text::toString)
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .orElse("");
  }

  /** From the program to its last argument. */
  public Span span() {
    return args.isEmpty() ? program.span() : program.span().to(args.get(args.size() - 1).span());
  }

  /** Whether it has a flag, alone, with {@code =value} or in a bundle such as {@code -qy}. */
  public boolean hasFlag(String... names) {
    return flag(names).isPresent();
  }

  /** The first argument that is, or holds, one of some flags. */
  public Optional<ShellWord> flag(String... names) {
    for (ShellWord arg : args) {
      String word = arg.value();
      if (word.equals("--")) {
        return Optional.empty();
      }
      for (String name : names) {
        if (word.equals(name) || word.startsWith(name + "=") || isBundled(word, name)) {
          return Optional.of(arg);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isBundled(String word, String name) {
    return name.length() == 2
        && name.charAt(0) == '-'
        && word.length() > 2
        && word.charAt(0) == '-'
        && word.indexOf(name.charAt(1)) > 0
        && word.substring(1).chars().allMatch(Character::isLetter);
  }

  /** The value of a flag: behind {@code =}, or the next word. */
  public Optional<ShellWord> value(String... names) {
    for (int i = 0; i < args.size(); i++) {
      Text text = args.get(i).literal().orElse(args.get(i).text());
      for (String name : names) {
        if (text.is(name)) {
          return i + 1 < args.size() ? Optional.of(args.get(i + 1)) : Optional.empty();
        }
        if (text.toString().startsWith(name + "=")) {
          return Optional.of(ShellWord.literal(text.from(name.length() + 1)));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Arguments that are no flags.
   *
   * @param valued flags whose value is the next word
   */
  public List<ShellWord> operands(Set<String> valued) {
    List<ShellWord> operands = new ArrayList<>();
    boolean flagsOver = false;
    for (int i = 0; i < args.size(); i++) {
      String word = args.get(i).value();
      if (flagsOver || !word.startsWith("-") || word.equals("-")) {
        operands.add(args.get(i));
      } else if (word.equals("--")) {
        flagsOver = true;
      } else if (valued.contains(word)) {
        i++;
      }
    }
    return operands;
  }
}
