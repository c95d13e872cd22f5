package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Walk;
import java.util.stream.Stream;

/**
 * A part of a script that knows where it stands and what stands inside it.
 *
 * <p>Children lie within their parent. The one exception is the content of a here-document, which
 * stands on the lines below the redirect that it belongs to.
 */
public sealed interface Node extends Walk.Tree<Node>
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

  /** This node and everything below it, outer before inner; needs no stack however deep. */
  default Stream<Node> walk() {
    return Walk.from(this).stream();
  }
}
