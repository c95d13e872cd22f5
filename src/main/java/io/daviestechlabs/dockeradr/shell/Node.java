package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Walk;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a script that knows where it stands and what stands inside it.
 *
 * <p>Children lie within their parent. The one exception is the content of a here-document, which
 * stands on the lines below the redirect that it belongs to.
 */
public sealed interface Node
    permits Script,
        Block,
        Chain,
        Pipeline,
        Command,
        Command.Branch,
        Command.Choice,
        Operator,
        Redirect,
        HereDocument,
        Assignment,
        ShellWord,
        WordPart {
  /** From the first character to behind the last one, as spelled in the file. */
  Span span();

  /** What it consists of, in the order of the file. */
  List<? extends Node> children();

  /** This node and everything below it, outer before inner; needs no stack however deep. */
  default Stream<Node> walk() {
    return Walk.from(this, Node::children).stream();
  }
}
