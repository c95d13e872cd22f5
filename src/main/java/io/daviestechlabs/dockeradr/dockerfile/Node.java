package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** A part of a Dockerfile that knows where it stands and what stands inside it. */
public sealed interface Node
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

  /** What it consists of, in the order of the file. */
  List<? extends Node> children();

  /** This node and everything below it, outer before inner; needs no stack however deep. */
  default Stream<Node> walk() {
    List<Node> found = new ArrayList<>();
    Deque<Node> open = new ArrayDeque<>();
    open.push(this);
    while (!open.isEmpty()) {
      Node next = open.pop();
      found.add(next);
      List<? extends Node> children = next.children();
      for (int i = children.size() - 1; i >= 0; i--) {
        open.push(children.get(i));
      }
    }
    return found.stream();
  }
}
