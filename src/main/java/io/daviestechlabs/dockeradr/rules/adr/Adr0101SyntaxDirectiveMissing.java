package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.SyntaxLine;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Span;

/** Without the directive, the engine decides which frontend reads the file. */
public final class Adr0101SyntaxDirectiveMissing implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "The file does not say which frontend reads it")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    SyntaxLine syntax = pass.facts().syntax();
    boolean there = syntax.image().isPresent() || syntax.misplaced().isPresent();
    if (there || pass.file().stages().isEmpty()) {
      return;
    }
    String line = "# syntax=docker/dockerfile:" + pass.options().minimumSyntax();
    pass.report(
        Span.at(syntax.head()),
        "no '# syntax=' directive",
        "the file is read by whatever frontend the engine has",
        Fix.safe(
            "insert " + line, Edit.insert(syntax.head(), line + pass.file().source().lineEnd())));
  }
}
