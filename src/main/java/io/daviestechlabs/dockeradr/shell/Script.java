package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a shell is given to run.
 *
 * @param text the characters that were read
 * @param dialect the shell that reads them
 * @param body what runs; empty where the dialect is not read
 * @param comments in the order of the file
 * @param problems what is wrong with it, in the order of their discovery
 */
public record Script(
    Text text, Dialect dialect, Block body, List<Comment> comments, List<Problem> problems)
    implements Node {
  /** Reads a script; never throws, and keeps what was read before an error. */
  public static Script parse(Text text, Dialect dialect) {
    if (!dialect.isRead()) {
      Block nothing = new Block(text.span(0, 0), List.of(), List.of());
      return new Script(text, dialect, nothing, List.of(), List.of());
    }
    return parse(text, dialect, 0);
  }

  /** The same for a script that stands so many levels deep in others. */
  static Script parse(Text text, Dialect dialect, int depth) {
    Faults faults = new Faults(dialect);
    Block body = new Reader(text, dialect, faults, depth).commands.all();
    return new Script(text, dialect, body, faults.comments(), faults.problems());
  }

  /**
   * Every program that is called, in the order in which they run: substitutions before the command
   * that they stand in, what {@code sudo} or {@code sh -c} runs behind them, bodies of functions
   * where they are defined.
   */
  public Stream<Call> calls() {
    return new CallFinder(dialect).script(body).stream();
  }

  /** Whether {@code && more} may stand behind it. */
  public boolean canGoOn() {
    boolean isWhole = problems.isEmpty() && comments.isEmpty() && !isOpaque();
    return isWhole
        && !body.chains().isEmpty()
        && body.separatorAfter(body.chains().size() - 1).isEmpty();
  }

  /** Whether it is one simple command. */
  public boolean isOneCommand() {
    return canFollow()
        && body.chains().get(0).pipelines().size() == 1
        && body.chains().get(0).pipelines().get(0).children().size() == 1
        && body.chains().get(0).pipelines().get(0).commands().get(0) instanceof SimpleCommand;
  }

  /** Whether it may stand behind {@code before &&}, and fails where that fails. */
  public boolean canFollow() {
    return canGoOn()
        && body.chains().size() == 1
        && body.chains().get(0).operators().stream().allMatch(o -> o.is(Operator.Kind.AND));
  }

  /** Whether nothing is claimed about it, as for PowerShell. */
  public boolean isOpaque() {
    return !dialect.isRead();
  }

  @Override
  public Span span() {
    return text.span();
  }

  @Override
  public List<Block> children() {
    return List.of(body);
  }
}
