package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Keywords in capitals here and in small letters there. */
public final class ConsistentInstructionCasing implements Rule {
  private static final Meta META =
      Meta.buildkit(
              "All commands within the Dockerfile should use the same casing (either upper or"
                  + " lower)")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    if (!pass.file().problems().isEmpty()) {
      return;
    }
    List<Text> keywords = new ArrayList<>();
    for (Stage stage : pass.file().stages()) {
      keywords.add(stage.from().keyword());
      stage.instructions().forEach(i -> keywords.add(i.keyword()));
    }
    long lower = keywords.stream().filter(k -> k.chars().noneMatch(Character::isUpperCase)).count();
    long upper = keywords.stream().filter(k -> k.chars().noneMatch(Character::isLowerCase)).count();
    boolean isLower = lower > upper;
    for (Text keyword : keywords) {
      String wanted = isLower ? lower(keyword) : upper(keyword);
      if (!keyword.is(wanted)) {
        pass.report(
            keyword.span(),
            "Command '%s' should match the case of the command majority (%s)"
                .formatted(keyword, isLower ? "lowercase" : "uppercase"),
            "",
            Fix.safe("write '" + wanted + "'", Edit.replace(keyword.span(), wanted)));
      }
    }
  }

  private static String lower(Text text) {
    return text.toString().toLowerCase(Locale.ROOT);
  }

  private static String upper(Text text) {
    return text.toString().toUpperCase(Locale.ROOT);
  }
}
