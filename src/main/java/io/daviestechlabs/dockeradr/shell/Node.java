package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
    Deque<Node> open = new ArrayDeque<>();
    open.push(this);
    return StreamSupport.stream(
        new Spliterators.AbstractSpliterator<Node>(Long.MAX_VALUE, 0) {
          @Override
          public boolean tryAdvance(Consumer<? super Node> action) {
            if (open.isEmpty()) {
              return false;
            }
            Node next = open.pop();
            List<? extends Node> children = next.children();
            for (int i = children.size() - 1; i >= 0; i--) {
              open.push(children.get(i));
            }
            action.accept(next);
            return true;
          }
        },
        false);
  }
}
