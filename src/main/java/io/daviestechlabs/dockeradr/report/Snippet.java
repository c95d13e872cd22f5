package io.daviestechlabs.dockeradr.report;

import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.text.Position;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The source line of a place with carets under it.
 *
 * <p>Characters that a terminal would act on are shown as {@code �}, so a hostile file cannot paint
 * over the report; a long line is cut around the place.
 */
final class Snippet {
  private static final int WIDTH = 110;
  private static final int LEAD = 30;

  private Snippet() {}

  /** Bar, line and carets, each a line; none where the file is empty. */
  static List<String> lines(Finding finding, Ink ink) {
    Source source = finding.source();
    Span span = finding.span();
    if (source.text().isEmpty()) {
      return List.of();
    }
    Position position = source.position(Math.min(span.start(), source.text().length()));
    int line = Math.min(position.line(), source.lineCount());
    Span whole = source.line(line);
    int from = Math.min(Math.max(span.start(), whole.start()), whole.end());
    int to = Math.min(Math.max(span.end(), from), whole.end());
    int cut = from - whole.start() > WIDTH - LEAD ? from - LEAD : whole.start();
    int end = Math.min(whole.end(), cut + WIDTH);
    String head = cut > whole.start() ? "…" : "";
    String tail = end < whole.end() ? "…" : "";
    String shown = head + Printable.of(source.slice(new Span(cut, end), finding.hidden())) + tail;
    String gutter = " ".repeat(String.valueOf(line).length() + 1);

    List<String> lines = new ArrayList<>();
    lines.add(gutter + ink.frame(" |"));
    lines.add(" " + ink.frame(line + " |") + (shown.isEmpty() ? "" : " " + shown));
    String indent = indent(source, cut, from) + (cut > whole.start() ? " " : "");
    String carets = "^".repeat(Math.max(1, Math.min(to, end) - from));
    String mark = finding.label().isEmpty() ? carets : carets + " " + Printable.of(finding.label());
    lines.add(gutter + ink.frame(" |") + " " + indent + ink.mark(finding.severity(), mark));
    return lines;
  }

  /** As wide as what stands before the place; tabs stay tabs. */
  private static String indent(Source source, int start, int end) {
    StringBuilder indent = new StringBuilder();
    for (int i = start; i < end; i++) {
      indent.append(source.text().charAt(i) == '\t' ? '\t' : ' ');
    }
    return indent.toString();
  }
}
