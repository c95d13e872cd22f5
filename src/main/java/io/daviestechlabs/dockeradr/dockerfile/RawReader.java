package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/** Cuts a logical line into keyword, flags and arguments. */
final class RawReader {
  /** Chained ONBUILD is refused anyway; it need not cost the stack. */
  private static final int MAX_DEPTH = 50;

  private final char escape;
  private String error;

  RawReader(char escape) {
    this.escape = escape;
  }

  /** What BuildKit's parser has against the last line read. */
  Optional<String> error() {
    return Optional.ofNullable(error);
  }

  Raw read(Text line, List<Comment> comments, int startLine, int endLine, int depth) {
    error = null;
    Text cut = Space.strip(line);
    int end = 0;
    while (end < cut.length() && !Space.separates(cut.charAt(end))) {
      end++;
    }
    int next = end;
    while (next < cut.length() && Space.separates(cut.charAt(next))) {
      next++;
    }
    Text keyword = cut.subSequence(0, end);
    FlagReader flags = new FlagReader(cut.from(next), escape);
    Text rest = Space.strip(flags.rest());
    Arguments arguments = new Arguments(escape);
    Optional<Raw> inner = Optional.empty();
    String name = Names.lower(keyword);
    if (name.equals("onbuild") && rest.length() > 0 && depth < MAX_DEPTH) {
      inner = Optional.of(read(rest, List.of(), startLine, endLine, depth + 1));
    } else {
      arguments.read(name, rest);
      error = arguments.error();
    }
    return new Raw(
        line,
        keyword,
        flags.flags(),
        rest,
        arguments.words(),
        arguments.isJson(),
        List.of(),
        inner,
        comments,
        startLine,
        endLine,
        line.span(),
        escape);
  }

  /** Whether here-documents may follow: only RUN, COPY and ADD have them, and not in JSON. */
  boolean opensHeredocs(Raw raw) {
    Raw inner = raw.inner().orElse(raw);
    String name = Names.lower(inner.keyword());
    boolean mayOpen = name.equals("run") || name.equals("copy") || name.equals("add");
    return mayOpen && !inner.json() && raw.line().toString().contains("<<");
  }
}
