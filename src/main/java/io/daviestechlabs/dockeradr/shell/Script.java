package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.stream.Stream;

/**
 * A script as far as it could be read.
 *
 * @param text what was read
 * @param dialect by whose grammar
 * @param statements in order; none where the dialect is not read
 * @param problems what ended the reading; at most one at a time is known
 */
public record Script(
    Text text, Dialect dialect, List<Statement> statements, List<ShellProblem> problems) {
  /** Reads a script; whatever it holds, this does not throw. */
  public static Script parse(Text text, Dialect dialect) {
    if (!dialect.isRead()) {
      return new Script(text, dialect, List.of(), List.of());
    }
    ShellParser parser = new ShellParser(text, dialect, 0);
    List<Statement> statements = parser.script();
    return new Script(text, dialect, statements, parser.problems());
  }

  /** Every program that is called, in the order of the file, seen through {@code sudo} and such. */
  public Stream<Call> calls() {
    return statements.stream()
        .flatMap(Node::walk)
        .filter(Command.Simple.class::isInstance)
        .flatMap(node -> Call.of((Command.Simple) node, dialect, 0));
  }
}
