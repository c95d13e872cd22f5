package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import java.util.List;
import java.util.stream.Stream;

/** A part of a script that knows where it stands and what stands inside it. */
public sealed interface Node permits Command, Statement, ShellWord, WordPart, Redirect, Assignment {
  /** From the first character to behind the last one, as spelled in the file. */
  Span span();

  /** What it consists of, in the order of the file. */
  List<? extends Node> children();

  /** This node and everything below it, outer before inner. */
  default Stream<Node> walk() {
    return Stream.concat(Stream.of(this), children().stream().flatMap(Node::walk));
  }
}
