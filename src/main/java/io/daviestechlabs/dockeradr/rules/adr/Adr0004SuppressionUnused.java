package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.Suppression;
import io.daviestechlabs.dockeradr.lint.SuppressionRule;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.stream.Collectors;

/** It would hide the next finding. */
public final class Adr0004SuppressionUnused implements SuppressionRule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "A comment suppresses nothing")
          .fixed(Fix.Safety.SAFE)
          .on(FileKind.values());

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (Suppression suppression : pass.suppressions()) {
      if (suppression.origin() == Suppression.Origin.DOCKER_ADR
          && !suppression.isOver(pass.options().today())) {
        List<Text> unused =
            suppression.codes().stream().filter(code -> isUnused(pass, code)).toList();
        if (!unused.isEmpty()) {
          report(pass, suppression, unused);
        }
      }
    }
  }

  /** Not of rules that are off or locked: those have nothing to suppress in this run. */
  private static boolean isUnused(Pass pass, Text code) {
    return !pass.isUsed(code)
        && pass.named(code)
            .filter(rule -> pass.runs(rule) && !pass.options().isLocked(rule))
            .isPresent();
  }

  /** With its end, or with the one before it where it is the last line and has none. */
  private static Span line(Source source, int number) {
    Span line = source.lineWithEnd(number);
    boolean hasEnd = source.slice(line).endsWith("\n");
    return hasEnd || number == 1 ? line : new Span(source.line(number - 1).end(), line.end());
  }

  private static void report(Pass pass, Suppression suppression, List<Text> unused) {
    List<Text> codes = suppression.codes();
    String names = unused.stream().map(code -> "'" + code + "'").collect(Collectors.joining(", "));
    String label =
        suppression.lastLine() == 0 ? "counts only at the top of the file" : "nothing to suppress";
    Edit edit =
        unused.size() == codes.size()
            ? Edit.delete(line(suppression.source(), suppression.line()))
            : Edit.replace(
                codes.get(0).span().to(codes.get(codes.size() - 1).span()),
                codes.stream()
                    .filter(code -> !unused.contains(code))
                    .map(Text::toString)
                    .collect(Collectors.joining(",")));
    pass.report(
        suppression.span(),
        "unused suppression of " + names,
        label,
        Fix.safe("remove what suppresses nothing", edit));
  }
}
