package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Joins physical lines to logical ones, and cuts the file into {@link Piece}s on the way. */
final class Parser {
  private static final String EMPTY_LINE = "Empty continuation line found in: ";

  private final Source source;
  private final String chars;
  private final LineReader lines;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Directive> directives = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final List<Raw> raws = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final Set<String> seenDirectives = new HashSet<>();
  private final BitSet refused = new BitSet();
  private List<Comment> above = new ArrayList<>();
  private boolean directivesAreOver;
  private char escape = '\\';

  private Parser(Source source) {
    this.source = source;
    this.chars = source.text();
    this.lines = new LineReader(source);
  }

  static Dockerfile parse(Source source) {
    Parser parser = new Parser(source);
    parser.read();
    return parser.result();
  }

  private void read() {
    piece(Piece.Kind.BYTE_ORDER_MARK, 0, LineReader.markLength(source));
    while (lines.next()) {
      int start = afterSpace(lines.start(), lines.trimmedEnd());
      int end = lines.trimmedEnd();
      if (start == end) {
        directivesAreOver = true;
        piece(Piece.Kind.BLANK, lines.start(), lines.end());
      } else if (chars.charAt(start) == '#') {
        comment(start, end);
      } else {
        directivesAreOver = true;
        instruction(start);
      }
    }
    if (raws.isEmpty()) {
      problem("file with no instructions", lines.line(), lines.line(), Span.at(0));
    }
    if (lines.tooLong()) {
      int from = lines.line() == 0 ? 0 : source.lineWithEnd(lines.line()).end();
      piece(Piece.Kind.UNREAD, pieces.isEmpty() ? from : lastPieceEnd(), chars.length());
      problem(
          "dockerfile line greater than maximum allowed size of 65535",
          lines.line(),
          lines.line(),
          Span.at(from));
    }
  }

  private Dockerfile result() {
    Instructions reading = new Instructions();
    for (Raw raw : raws) {
      reading.add(raw, refused.get(raw.startLine()));
    }
    problems.addAll(reading.problems());
    return new Dockerfile(
        source,
        escape,
        List.copyOf(directives),
        List.copyOf(comments),
        reading.instructions(),
        List.copyOf(pieces),
        List.copyOf(problems),
        List.copyOf(warnings));
  }

  private void comment(int start, int end) {
    Optional<Directive> directive = directive(start, end);
    if (directive.isPresent()) {
      directives.add(directive.get());
      piece(Piece.Kind.DIRECTIVE, lines.start(), lines.end());
      return;
    }
    piece(Piece.Kind.COMMENT, lines.start(), lines.end());
    Comment comment = commentAt(start, end);
    comments.add(comment);
    // an empty comment line parts what stands above it from the instruction
    if (comment.text().length() == 0 && !comment.indented()) {
      above = new ArrayList<>();
    } else {
      above.add(comment);
    }
  }

  private Comment commentAt(int start, int end) {
    Text text = Space.strip(Text.of(source, new Span(start + 1, end)));
    return new Comment(lines.line(), new Span(start, end), start > lines.start(), text);
  }

  private Optional<Directive> directive(int start, int end) {
    if (directivesAreOver) {
      return Optional.empty();
    }
    Optional<Directive> found =
        Directives.read(Text.of(source, new Span(start, end)), 1, lines.line());
    if (found.isEmpty()) {
      directivesAreOver = true;
      return found;
    }
    Directive directive = found.get();
    if (!seenDirectives.add(directive.key())) {
      String message = "only one " + directive.key() + " parser directive can be used";
      problem(message, lines.line() - 1, lines.line() - 1, directive.span());
    } else if (directive.key().equals("escape")) {
      String value = directive.value().toString();
      if (value.equals("`") || value.equals("\\")) {
        escape = value.charAt(0);
      } else {
        String message = "invalid escape token '" + value + "' does not match ` or \\";
        problem(message, lines.line() - 1, lines.line() - 1, directive.span());
      }
    }
    return found;
  }

  /** Reads a logical line that starts on the current one, and the here-documents behind it. */
  private void instruction(int start) {
    int startLine = lines.line();
    int pieceStart = lines.start();
    int end = lines.trimmedEnd();
    int cut = continuation(start, end);
    Text line;
    List<Span> emptyLines = List.of();
    if (cut < 0) {
      line = Text.of(source, new Span(start, end));
    } else {
      Text.Builder joined = new Text.Builder(start);
      append(joined, start, cut);
      emptyLines = continued(joined);
      line = joined.build();
    }
    piece(Piece.Kind.INSTRUCTION, pieceStart, lines.end());
    if (line.length() == 0 && cut < 0) {
      return;
    }
    if (!emptyLines.isEmpty()) {
      String message = EMPTY_LINE + line;
      warnings.add(new Warning(message, lines.line(), lines.line(), emptyLines));
    }
    RawReader reader = new RawReader(escape);
    Raw raw = reader.read(line, List.copyOf(above), startLine, lines.line(), 0);
    above = new ArrayList<>();
    if (reader.error().isPresent()) {
      refuse(reader.error().get(), startLine, line.span());
    }
    raws.add(reader.opensHeredocs(raw) ? heredocs(raw) : raw);
  }

  /** Appends the lines that continue one; gives the empty ones among them. */
  private List<Span> continued(Text.Builder joined) {
    List<Span> emptyLines = new ArrayList<>(0);
    while (lines.next()) {
      int start = lines.start();
      int end = lines.trimmedEnd();
      int text = afterSpace(start, end);
      if (text == end) {
        emptyLines.add(source.lineWithEnd(lines.line()));
        continue;
      }
      if (chars.charAt(text) == '#') {
        comments.add(commentAt(text, end));
        continue;
      }
      int cut = continuation(start, end);
      append(joined, start, cut < 0 ? end : cut);
      if (cut < 0) {
        break;
      }
    }
    return emptyLines;
  }

  private Raw heredocs(Raw raw) {
    List<Heredoc> found = new ArrayList<>();
    Heredocs.Opened opened = Heredocs.openedBy(raw.line());
    int startLine = raw.startLine();
    if (opened.error().isPresent()) {
      refuse(opened.error().get(), startLine, raw.span());
      return raw;
    }
    for (Heredoc opener : opened.openers()) {
      int start = lines.end();
      Span content = contentOf(opener, start);
      if (content == null) {
        found.add(
            opener.withContent(
                Text.of(source, new Span(start, lines.end())), new Span(start, lines.end())));
        refuse("unterminated heredoc", startLine, opener.opener().span());
        piece(Piece.Kind.HEREDOC, start, lines.end());
        break;
      }
      found.add(opener.withContent(Text.of(source, content), new Span(start, lines.end())));
      piece(Piece.Kind.HEREDOC, start, lines.end());
    }
    return raw.with(List.copyOf(found), lines.line());
  }

  /** Reads up to the terminator; null if there is none. */
  private Span contentOf(Heredoc opener, int start) {
    String name = opener.name().toString();
    while (lines.next()) {
      int from = source.lineStart(lines.line());
      int to = lines.trimmedEnd();
      while (opener.chomp() && from < to && chars.charAt(from) == '\t') {
        from++;
      }
      if (to - from == name.length() && chars.startsWith(name, from)) {
        return new Span(start, source.lineStart(lines.line()));
      }
    }
    return null;
  }

  /** Offset of the escape character that continues a line; -1 if the line ends here. */
  private int continuation(int start, int end) {
    int last = end;
    while (last > start && (chars.charAt(last - 1) == ' ' || chars.charAt(last - 1) == '\t')) {
      last--;
    }
    if (last == start || chars.charAt(last - 1) != escape) {
      return -1;
    }
    boolean escaped = last - 2 >= start && chars.charAt(last - 2) == escape;
    return escaped ? -1 : last - 1;
  }

  private void append(Text.Builder joined, int start, int end) {
    joined.append(source, new Span(start, end));
  }

  private int afterSpace(int start, int end) {
    int i = start;
    while (i < end && Space.is(chars.charAt(i))) {
      i++;
    }
    return i;
  }

  private int lastPieceEnd() {
    return pieces.get(pieces.size() - 1).span().end();
  }

  private void piece(Piece.Kind kind, int start, int end) {
    if (end > start) {
      pieces.add(new Piece(kind, new Span(start, end)));
    }
  }

  private void refuse(String message, int startLine, Span span) {
    refused.set(startLine);
    problem(message, startLine, lines.line(), span);
  }

  private void problem(String message, int startLine, int endLine, Span span) {
    problems.add(new Problem(Problem.Phase.PARSE, message, startLine, endLine, span));
  }
}
