package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.TrailingComment;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.Optional;

/** A comment behind an instruction is no comment. */
public final class Adr0002TrailingComment implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "What looks like a comment is read as an argument")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    Source source = pass.file().source();
    TrailingComment.in(pass.file())
        .forEach(
            comment ->
                pass.report(
                    comment.span(),
                    "comment behind " + comment.instruction().name() + " is read as an argument",
                    "'#' opens a comment only at the start of a line",
                    fix(source, comment.span())));
  }

  private static Optional<Fix> fix(Source source, Span comment) {
    String text = source.slice(comment);
    if (text.matches("#\\s*[a-zA-Z0-9]+\\s*=.*")) {
      // At the head of the file it would become a parser directive.
      return Optional.empty();
    }
    int line = source.lineStart(source.lineAt(comment.start()));
    int start = comment.start();
    while (start > line && Character.isWhitespace(source.text().charAt(start - 1))) {
      start--;
    }
    if (start == line) {
      // White space that BuildKit knows as none stands before it, and nothing else on its line.
      return Optional.empty();
    }
    int indent = line;
    while (Character.isWhitespace(source.text().charAt(indent))) {
      indent++;
    }
    String above = source.slice(new Span(line, indent)) + text + source.lineEnd();
    return Optional.of(
        Fix.safe(
            "move the comment to the line above",
            Edit.insert(line, above),
            Edit.delete(new Span(start, comment.end()))));
  }
}
