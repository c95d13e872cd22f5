package io.daviestechlabs.dockeradr.ignore;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the lines of an ignore file in the two steps that BuildKit takes. */
final class IgnoreReader {
  /** The longest line, in bytes, that BuildKit's scanner takes. */
  private static final int LONGEST_LINE = 65_535;

  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final String BYTE_ORDER_MARK_AS_LATIN = "\u00ef\u00bb\u00bf";

  private final Source source;
  private final StringBuilder comment = new StringBuilder();
  final List<String> entries = new ArrayList<>();
  final List<IgnorePattern> patterns = new ArrayList<>();
  final List<Glob> globs = new ArrayList<>();
  final List<IgnoreComment> comments = new ArrayList<>();
  final List<IgnoreProblem> problems = new ArrayList<>();

  IgnoreReader(Source source) {
    this.source = source;
  }

  void readFile() {
    for (int line = 1; line <= source.lineCount(); line++) {
      Span span = source.line(line);
      if (line == 1) {
        span = withoutByteOrderMark(span);
      }
      readLine(line, span);
    }
  }

  private Span withoutByteOrderMark(Span span) {
    String text = source.text();
    int mark =
        text.startsWith(BYTE_ORDER_MARK)
            ? 1
            : !source.isUtf8() && text.startsWith(BYTE_ORDER_MARK_AS_LATIN) ? 3 : 0;
    return new Span(span.start() + mark, span.end());
  }

  private void readLine(int line, Span span) {
    String text = source.text();
    if (span.length() > 0 && text.charAt(span.start()) == '#') {
      String words = source.slice(new Span(span.start() + 1, span.end())).strip();
      comments.add(new IgnoreComment(words, line, span));
      comment.append(comment.length() == 0 ? "" : "\n").append(words);
      return;
    }
    int start = GoPath.skipSpace(text, span.start(), span.end());
    int end = GoPath.trimSpace(text, start, span.end());
    if (start < end) {
      Span trimmed = new Span(start, end);
      if (isTooLong(source.lineWithEnd(line))) {
        problems.add(new IgnoreProblem("bufio.Scanner: token too long", line, trimmed));
      } else {
        readPattern(entry(source.slice(trimmed)), line, trimmed);
      }
    }
    comment.setLength(0);
  }

  private boolean isTooLong(Span lineWithEnd) {
    if (lineWithEnd.length() <= LONGEST_LINE / 3) {
      return false;
    }
    String line = source.slice(lineWithEnd);
    String counted = line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    return counted.getBytes(StandardCharsets.UTF_8).length > LONGEST_LINE;
  }

  /** The first step, as ignorefile.ReadAll: one line as it is handed on. */
  private static String entry(String line) {
    boolean exception = line.charAt(0) == '!';
    String pattern = exception ? GoPath.trim(line.substring(1)) : line;
    if (!pattern.isEmpty()) {
      pattern = GoPath.clean(pattern);
      if (pattern.length() > 1 && pattern.charAt(0) == '/') {
        pattern = pattern.substring(1);
      }
    }
    return exception ? "!" + pattern : pattern;
  }

  /** The second step, as patternmatcher.New: one entry made ready to be compared. */
  void readPattern(String entry, int line, Span span) {
    entries.add(entry);
    String pattern = GoPath.trim(entry);
    if (pattern.isEmpty()) {
      return;
    }
    pattern = GoPath.clean(pattern);
    if (pattern.equals("!")) {
      problems.add(new IgnoreProblem("illegal exclusion pattern: \"!\"", line, span));
      return;
    }
    boolean exception = pattern.charAt(0) == '!';
    String cleaned = exception ? pattern.substring(1) : pattern;
    Optional<Glob> glob = Glob.of(cleaned);
    if (glob.isEmpty()) {
      problems.add(new IgnoreProblem("syntax error in pattern", line, span));
      return;
    }
    globs.add(glob.get());
    patterns.add(
        new IgnorePattern(source.slice(span), cleaned, exception, line, span, comment.toString()));
  }
}
