package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.Env;
import io.daviestechlabs.dockeradr.dockerfile.Label;
import io.daviestechlabs.dockeradr.dockerfile.Pair;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.lint.BuildStep;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.Optional;

/** ENV and LABEL with a space where the equals sign belongs. */
public final class LegacyKeyValueFormat implements Rule {
  private static final Meta META =
      Meta.buildkit("Legacy key/value format with whitespace separator should not be used")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts()
        .steps()
        .forEach(
            step -> {
              if (step.instruction() instanceof Env env) {
                check(pass, step, env.pairs().get(0));
              } else if (step.instruction() instanceof Label label) {
                check(pass, step, label.pairs().get(0));
              }
            });
  }

  private static void check(Pass pass, BuildStep step, Pair pair) {
    if (pair.legacy()) {
      Text keyword = step.instruction().keyword();
      pass.report(
          step.instruction(),
          step.spanOf(pair),
          "\"%s key=value\" should be used instead of legacy \"%s key value\" format"
              .formatted(keyword, keyword),
          "",
          step.isOwn() ? fix(pass.file().source(), pair) : Optional.empty());
    }
  }

  /** None where the value would be read in another way, or the gap holds more than space. */
  private static Optional<Fix> fix(Source source, Pair pair) {
    Word value = pair.value().get();
    Span gap = new Span(pair.key().span().end(), value.span().start());
    String text = value.toString();
    boolean isPlainKey = pair.key().literal().filter(k -> k.is(pair.key().toString())).isPresent();
    boolean isWord = text.chars().noneMatch(Character::isWhitespace) && value.fault().isEmpty();
    boolean isQuotable =
        text.indexOf('"') < 0 && text.indexOf('\'') < 0 && text.indexOf(value.escape()) < 0;
    if (!isPlainKey || !source.slice(gap).isBlank() || !(isWord || isQuotable)) {
      return Optional.empty();
    }
    String title = "write the pair with an equals sign";
    return Optional.of(
        isWord
            ? Fix.safe(title, Edit.replace(gap, "="))
            : Fix.safe(title, Edit.replace(gap, "=\""), Edit.insert(value.span().end(), "\"")));
  }
}
