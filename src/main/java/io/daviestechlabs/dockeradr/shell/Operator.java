package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import java.util.List;

/**
 * A token between or before commands.
 *
 * @param kind which one
 * @param span where it is spelled
 */
public record Operator(Kind kind, Span span) implements Node {
  /** The tokens that join, end or prefix commands. */
  public enum Kind {
    /** {@code &&}: go on if it worked. */
    AND("&&"),
    /** {@code ||}: go on if it failed. */
    OR("||"),
    /** {@code |}: feed the output to the next command. */
    PIPE("|"),
    /** {@code |&}: feed output and errors to the next command. */
    PIPE_BOTH("|&"),
    /** {@code ;}: then. */
    SEMICOLON(";"),
    /** {@code &}: do not wait. */
    BACKGROUND("&"),
    /** The end of a line: then. */
    NEWLINE("\n"),
    /** {@code !}: turn the exit status round. */
    NOT("!"),
    /** {@code time}: measure the pipeline. */
    TIME("time"),
    /** {@code ;;}: end of a case. */
    BREAK(";;"),
    /** {@code ;&}: run the next case too. */
    FALL_THROUGH(";&"),
    /** {@code ;;&}: test the next cases too. */
    CONTINUE(";;&"),
    /** {@code (} within a test. */
    OPEN("("),
    /** {@code )} within a test. */
    CLOSE(")"),
    /** {@code <} within a test. */
    LESS("<"),
    /** {@code >} within a test. */
    GREATER(">");

    private final String symbol;

    Kind(String symbol) {
      this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
      return symbol;
    }
  }

  /** Whether it is one of some kinds. */
  public boolean is(Kind first, Kind... more) {
    return kind == first || List.of(more).contains(kind);
  }

  @Override
  public List<Node> children() {
    return List.of();
  }
}
