package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Comment;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;

/** A directive counts only at the head of the file. */
public final class Adr0103SyntaxDirectiveMisplaced implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "A syntax directive stands where it is a mere comment")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts().syntax().misplaced().ifPresent(comment -> report(pass, comment));
  }

  private static void report(Pass pass, Comment comment) {
    Source source = pass.file().source();
    pass.report(
        comment.span(),
        "'syntax' directive is not at the head of the file",
        "a mere comment here",
        Fix.safe(
            "move it to the first line",
            Edit.insert(
                pass.facts().syntax().head(), source.slice(comment.span()) + source.lineEnd()),
            Edit.delete(source.lineWithEnd(comment.line()))));
  }
}
