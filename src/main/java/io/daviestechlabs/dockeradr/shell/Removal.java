package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.shell.Operator.Kind;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/** Decides what can be deleted so that a command is gone and nothing else changes. */
final class Removal {
  /** Longer chains are nobody's work, and to look through them for each command takes too long. */
  private static final int LONGEST = 1000;

  private final Call call;
  private final Place place;

  private Removal(Call call) {
    this.call = call;
    this.place = call.place();
  }

  static Optional<Span> of(Call call) {
    Removal removal = new Removal(call);
    return removal.isHarmless() ? removal.span().filter(removal::spares) : Optional.empty();
  }

  /** Whether nothing asks for its status, its output or its files. */
  private boolean isHarmless() {
    return call.pipeline().commands().size() == 1
        && call.pipeline().prefixes().isEmpty()
        && call.pipeline().commands().get(0) == call.simple()
        && !call.runsUnder("find")
        && place.role() != Place.Role.CONDITION
        && place.role() != Place.Role.SUBSTITUTION
        && call.chain().operators().size() < LONGEST
        && call.chain().operators().stream().allMatch(o -> o.kind() == Kind.AND)
        && call.redirects().stream().noneMatch(this::matters)
        && call.simple().walk().noneMatch(n -> n instanceof Block);
  }

  private boolean matters(Redirect redirect) {
    return redirect.document().isPresent()
        || (redirect.kind().writesFile() && !redirect.target().is("/dev/null"));
  }

  private Optional<Span> span() {
    List<Pipeline> pipelines = call.chain().pipelines();
    if (pipelines.size() == 1) {
      return ofChain();
    }
    Span own = call.pipeline().span();
    if (place.pipeline() == 0) {
      return Optional.of(new Span(own.start(), pipelines.get(1).span().start()));
    }
    Span before = pipelines.get(place.pipeline() - 1).span();
    return Optional.of(new Span(before.end(), own.end()));
  }

  /** The command is alone between separators. */
  private Optional<Span> ofChain() {
    Block block = place.block();
    int index = place.chain();
    Optional<Operator> after = block.separatorAfter(index);
    Optional<Operator> before = index == 0 ? Optional.empty() : block.separatorAfter(index - 1);
    if (block.chains().size() == 1 || after.filter(o -> o.kind() == Kind.BACKGROUND).isPresent()) {
      return Optional.empty();
    }
    Span own = call.chain().span();
    if (index + 1 < block.chains().size()) {
      Span next = block.chains().get(index + 1).span();
      return Optional.of(
          after.get().kind() == Kind.SEMICOLON
              ? new Span(own.start(), next.start())
              : new Span(own.start(), after.get().span().end()));
    }
    boolean ownLine = before.get().kind() == Kind.NEWLINE;
    boolean afterBackground = before.get().kind() == Kind.BACKGROUND;
    int start =
        ownLine || afterBackground ? own.start() : block.chains().get(index - 1).span().end();
    return Optional.of(new Span(start, own.end()));
  }

  /**
   * Whether nothing goes but the command, separators and comments: the lines of another command's
   * here-document may stand between.
   */
  private boolean spares(Span span) {
    Span own = call.pipeline().span();
    return isPlain(span.start(), own.start()) && isPlain(own.end(), span.end());
  }

  private boolean isPlain(int from, int to) {
    Text source = call.program().source();
    int i = indexOf(source, from);
    while (i < source.length() && source.offset(i) < to) {
      char c = source.charAt(i);
      if (c == '#') {
        int end = source.indexOf('\n', i);
        i = end < 0 ? source.length() : end;
      } else if (" \t\r\n\\&;".indexOf(c) < 0) {
        return false;
      } else {
        i++;
      }
    }
    return true;
  }

  /** Index of the first character at or behind an offset; offsets never fall within a script. */
  private static int indexOf(Text source, int offset) {
    int low = 0;
    int high = source.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (source.offset(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
