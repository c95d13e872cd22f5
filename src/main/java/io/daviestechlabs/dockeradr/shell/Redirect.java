package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code [fd]operator target}.
 *
 * @param span from the descriptor to the end of the target
 * @param descriptor number or {@code {name}} before the operator
 * @param kind the operator
 * @param target file, descriptor, here-string or a here-document's delimiter
 * @param document the here-document; its content stands below
 */
public record Redirect(
    Span span,
    Optional<Text> descriptor,
    Kind kind,
    ShellWord target,
    Optional<HereDocument> document)
    implements Node {
  /** The operators. */
  public enum Kind {
    /** {@code <}. */
    INPUT("<"),
    /** {@code >}. */
    OUTPUT(">"),
    /** {@code >>}. */
    APPEND(">>"),
    /** {@code >|}: even where noclobber is set. */
    CLOBBER(">|"),
    /** {@code <>}. */
    READ_WRITE("<>"),
    /** {@code <&}. */
    DUPLICATE_INPUT("<&"),
    /** {@code >&}. */
    DUPLICATE_OUTPUT(">&"),
    /** {@code &>}: output and errors. */
    BOTH("&>"),
    /** {@code &>>}: output and errors. */
    BOTH_APPEND("&>>"),
    /** {@code <<}. */
    HERE_DOCUMENT("<<"),
    /** {@code <<-}: leading tabs go. */
    HERE_DOCUMENT_WITHOUT_TABS("<<-"),
    /** {@code <<<}. */
    HERE_STRING("<<<");

    private final String symbol;

    Kind(String symbol) {
      this.symbol = symbol;
    }

    /** As it is written. */
    public String symbol() {
      return symbol;
    }

    /** Whether lines below are its input. */
    public boolean isHereDocument() {
      return this == HERE_DOCUMENT || this == HERE_DOCUMENT_WITHOUT_TABS;
    }

    /** Whether it writes to a file that the target names. */
    public boolean writesFile() {
      return switch (this) {
        case OUTPUT, APPEND, CLOBBER, BOTH, BOTH_APPEND, READ_WRITE -> true;
        default -> false;
      };
    }
  }

  @Override
  public List<Node> children() {
    List<Node> all = new ArrayList<>();
    all.add(target);
    document.ifPresent(all::add);
    return all;
  }
}
