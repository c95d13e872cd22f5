package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Walk;
import java.util.stream.Stream;

/** A part of a Dockerfile that knows where it stands and what stands inside it. */
public sealed interface Node extends Walk.Tree<Node>
    permits Instruction,
        Flag,
        Word,
        Part,
        Pair,
        Heredoc,
        CommandLine,
        Comment,
        Directive,
        Mount,
        Mount.Field {
  /** From the first character to behind the last one, as spelled in the file. */
  Span span();

  /** This node and everything below it, outer before inner; needs no stack however deep. */
  default Stream<Node> walk() {
    return Walk.from(this).stream();
  }
}
