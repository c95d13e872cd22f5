package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.ImageLabels;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Nobody can tell from the image what it is and where it comes from. */
public final class Adr0401LabelMissing implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "The image lacks labels that every image has").fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts().target().ifPresent(target -> check(pass, target));
  }

  private static void check(Pass pass, Stage target) {
    Set<String> present = ImageLabels.of(pass.facts().stages(), target).keySet();
    Map<String, String> injected = pass.surroundings().injectedLabels();
    List<String> missing =
        pass.options().requiredLabels().stream()
            .filter(key -> !present.contains(key) && !injected.containsKey(key))
            .toList();
    if (!missing.isEmpty()) {
      pass.report(
          target.from().span(),
          "missing "
              + (missing.size() == 1 ? "label " : "labels ")
              + missing.stream().map(key -> "'" + key + "'").collect(Collectors.joining(", ")),
          "not in the stage that is built",
          fix(pass, target, missing));
    }
  }

  private static Optional<Fix> fix(Pass pass, Stage target, List<String> missing) {
    Map<String, String> known = pass.surroundings().projectLabels();
    List<Map.Entry<String, String>> values =
        missing.stream().filter(known::containsKey).map(k -> Map.entry(k, known.get(k))).toList();
    return values.isEmpty()
        ? Optional.empty()
        : ImageLabels.insertion(pass.file(), target, values)
            .map(edit -> Fix.safe("add a LABEL with what the POM says", edit));
  }
}
