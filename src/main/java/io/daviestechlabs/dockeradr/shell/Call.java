package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program with its arguments: what rules read of a simple command.
 *
 * <p>{@code sudo -H env X=1 pip install y} is three calls, of {@code sudo}, {@code env} and {@code
 * pip}, each the {@link #outer} one of the next; so is what {@code sh -c} is given.
 *
 * <p>Every rule asks every call the same; what it is asked often it works out once. Belongs to one
 * thread.
 */
public final class Call {
  private final ShellWord program;
  private final List<ShellWord> args;
  private final SimpleCommand simple;
  private final Optional<Call> outer;
  private final Place place;
  private final String name;
  private final Map<FlagSyntax, Arguments> read = new IdentityHashMap<>(2);

  Call(
      ShellWord program,
      List<ShellWord> args,
      SimpleCommand simple,
      Optional<Call> outer,
      Place place) {
    this.program = program;
    this.args = args;
    this.simple = simple;
    this.outer = outer;
    this.place = place;
    this.name = nameOf(program);
  }

  /** The calls of an exec form: no shell reads it, unless it calls one. */
  public static Stream<Call> ofExec(List<Text> words) {
    if (words.isEmpty()) {
      return Stream.empty();
    }
    List<ShellWord> all = words.stream().map(ShellWord::of).toList();
    Span span = all.get(0).span().to(all.get(all.size() - 1).span());
    SimpleCommand simple = new SimpleCommand(span, List.of(), all, List.of());
    Pipeline pipeline = new Pipeline(span, List.of(), List.of(simple), List.of());
    Chain chain = new Chain(span, List.of(pipeline), List.of());
    Block block = new Block(span, List.of(chain), List.of());
    return new CallFinder(Dialect.POSIX).script(block).stream();
  }

  private static String nameOf(ShellWord program) {
    String path = program.literal().map(Text::toString).orElse("");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The word that names the program. */
  public ShellWord program() {
    return program;
  }

  /** What follows the program. */
  public List<ShellWord> args() {
    return args;
  }

  /** The command that it stands in. */
  public SimpleCommand simple() {
    return simple;
  }

  /** The call that runs this one. */
  public Optional<Call> outer() {
    return outer;
  }

  /** Where the command stands. */
  public Place place() {
    return place;
  }

  /** The program's name without its path; empty if an expansion makes it up. */
  public String name() {
    return name;
  }

  /** Where the program is named. */
  public Span nameSpan() {
    return program.span();
  }

  /** From the program to its last argument. */
  public Span span() {
    return args.isEmpty() ? program.span() : program.span().to(args.get(args.size() - 1).span());
  }

  /** The redirects of the command that it stands in. */
  public List<Redirect> redirects() {
    return simple.redirects();
  }

  /** The calls that run this one, inner before outer: {@code env}, then {@code sudo}. */
  public Stream<Call> hosts() {
    return Stream.iterate(outer, Optional::isPresent, c -> c.get().outer()).map(Optional::get);
  }

  /** Whether a program of a name runs it, as {@code sudo}. */
  public boolean runsUnder(String name) {
    return hosts().anyMatch(host -> host.name().equals(name));
  }

  /** Whether it stands in a script within quotes, as behind {@code sh -c}. */
  public boolean isInString() {
    return place.outwards().anyMatch(p -> p.role() == Place.Role.STRING);
  }

  /**
   * The value of a variable that is set for this call alone: {@code X=1 call}, {@code env X=1
   * call}.
   */
  public Optional<ShellWord> variable(String name) {
    return assignments().stream()
        .filter(a -> a.assigns(name))
        .reduce((first, second) -> second)
        .flatMap(Assignment::value);
  }

  /** The variables that are set for this call alone, by the shell or by {@code env} and such. */
  public List<Assignment> assignments() {
    if (outer.isEmpty() || outer.get().simple() != simple) {
      return simple.assignments();
    }
    List<Assignment> all = new ArrayList<>(simple.assignments());
    List<ShellWord> before = outer.get().args();
    for (ShellWord word : before.subList(0, Math.max(0, before.size() - args.size() - 1))) {
      if (Wrapper.isAssignment(word.literalPrefix())) {
        all.add(asAssignment(word));
      }
    }
    return List.copyOf(all);
  }

  private static Assignment asAssignment(ShellWord word) {
    int equals = word.literalPrefix().indexOf('=');
    Text name = word.text().subSequence(0, Math.min(equals, word.text().length()));
    ShellWord value = word.from(equals + 1);
    return new Assignment(
        word.span(),
        name,
        Optional.empty(),
        false,
        value.parts().isEmpty() ? Optional.empty() : Optional.of(value));
  }

  /** Flags and operands as a program reads them that has these flags with values. */
  public Arguments arguments(Set<String> valued) {
    return valued.isEmpty()
        ? arguments(FlagSyntax.PLAIN)
        : Arguments.of(args, new FlagSyntax(valued, true));
  }

  /** Flags and operands as a program of a syntax reads them; once for each syntax. */
  public Arguments arguments(FlagSyntax syntax) {
    return read.computeIfAbsent(syntax, s -> Arguments.of(args, s));
  }

  /** The same for what stands behind the first arguments, such as a subcommand. */
  public Arguments argumentsBehind(int count, FlagSyntax syntax) {
    return Arguments.of(args.subList(count, args.size()), syntax);
  }

  /** Flags as a program reads them none of which takes a value from the next word. */
  public List<Flag> flags() {
    return arguments(Set.of()).flags();
  }

  /**
   * Arguments that are no flags.
   *
   * @param valued flags whose value is the next word
   */
  public List<ShellWord> operands(Set<String> valued) {
    return arguments(valued).operands();
  }

  /** Arguments that are no flags, for programs with few flags that take a value. */
  public List<ShellWord> operands(String... valued) {
    return operands(Set.of(valued));
  }

  /** Whether it has a flag, alone, with {@code =value} or in a bundle such as {@code -qy}. */
  public boolean hasFlag(String... names) {
    return flag(names).isPresent();
  }

  /** The first argument that is, or holds, one of some flags. */
  public Optional<ShellWord> flag(String... names) {
    for (ShellWord arg : args) {
      String word = arg.literalPrefix();
      if (word.equals("--") && arg.is("--")) {
        return Optional.empty();
      }
      for (String name : names) {
        if ((word.equals(name) && arg.is(name))
            || word.startsWith(name + "=")
            || isBundled(word, name)) {
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
        && word.chars().skip(1).allMatch(Character::isLetter);
  }

  /** The value of a flag: behind {@code =}, attached to its letter, or the next word. */
  public Optional<ShellWord> value(String... names) {
    return arguments(Set.of(names)).value(names);
  }

  /** Whether its exit status decides what runs: it is in a condition, or {@code ||} follows. */
  public boolean inCondition() {
    return place.outwards().anyMatch(p -> p.role() == Place.Role.CONDITION)
        || place.operatorAfter().filter(o -> o.kind() == Operator.Kind.OR).isPresent();
  }

  /** Whether it runs only if something failed. */
  public boolean behindOr() {
    return place
        .outwards()
        .flatMap(p -> p.operatorBefore().stream())
        .anyMatch(o -> o.kind() == Operator.Kind.OR);
  }

  /** Whether it may not run at all though nothing fails: in a branch, a loop, a function. */
  public boolean isConditional() {
    return behindOr()
        || place
            .outwards()
            .map(Place::role)
            .anyMatch(
                r -> r == Place.Role.BRANCH || r == Place.Role.LOOP || r == Place.Role.FUNCTION);
  }

  /** The pipeline that it stands in. */
  public Pipeline pipeline() {
    return place.pipelineNode();
  }

  /** The chain that it stands in, with its neighbours and the operators between. */
  public Chain chain() {
    return place.chainNode();
  }

  /**
   * The calls whose output it reads: {@code curl} of {@code curl u | sh}, of {@code curl u | { sh;
   * }} too.
   */
  public List<Call> pipedFrom() {
    Optional<Place> reading = place.outwards().filter(p -> p.command() > 0).findFirst();
    return reading
        .map(
            p -> {
              Command before = p.pipelineNode().commands().get(p.command() - 1);
              Place at =
                  new Place(
                      p.block(), p.chain(), p.pipeline(), p.command() - 1, p.role(), p.outer());
              return new CallFinder(Dialect.POSIX).command(before, at);
            })
        .orElse(List.of());
  }

  /** Where its output goes on to: whether a pipe follows. */
  public boolean isPipedOn() {
    return place.command() + 1 < pipeline().commands().size();
  }

  /**
   * What to delete, separator included, so that the command is gone and everything else runs as
   * before; empty where that is not sure.
   */
  public Optional<Span> removal() {
    return Removal.of(this);
  }

  /** Puts words behind the program's name. */
  public Edit insertAfterName(String words) {
    return insertAfter(program, words);
  }

  /** Puts words behind one of this call's words. */
  public Edit insertAfter(ShellWord word, String words) {
    return Edit.insert(word.span().end(), " " + words);
  }

  /** Puts words behind the last argument. */
  public Edit append(String words) {
    return Edit.insert(span().end(), " " + words);
  }

  /** Takes an argument away, with the blanks and line breaks before it. */
  public Edit remove(ShellWord arg) {
    int index = args.indexOf(arg);
    ShellWord before = index <= 0 ? program : args.get(index - 1);
    return Edit.delete(new Span(before.span().end(), arg.span().end()));
  }
}
