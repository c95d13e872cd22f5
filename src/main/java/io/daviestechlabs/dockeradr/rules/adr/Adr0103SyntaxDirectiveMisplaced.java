package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Comment;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.Optional;

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
    Span line = source.lineWithEnd(comment.line());
    int head = pass.facts().syntax().head();
    pass.report(
        comment.span(),
        "'syntax' directive is not at the head of the file",
        "a mere comment here",
        // One that is there already, and yet not read, has a blank in it that is none.
        Optional.of(line)
            .filter(whole -> whole.start() > head)
            .map(
                whole ->
                    Fix.safe(
                        "move it to the first line",
                        Edit.insert(head, source.slice(comment.span()) + source.lineEnd()),
                        Edit.delete(whole))));
  }
}
