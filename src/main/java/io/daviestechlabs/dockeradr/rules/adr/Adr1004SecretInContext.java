package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A copied directory brings its secrets along. */
public final class Adr1004SecretInContext implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "Secrets are sent to the build with what is copied")
          .fixed(Fix.Safety.UNSAFE);

  /** So many are named; the others are counted. */
  private static final int MOST = 5;

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    if (!pass.surroundings().reportsContext()) {
      return;
    }
    List<String> found =
        pass.facts().sentSecrets().stream()
            .map(secret -> "'" + secret.path() + "' (" + secret.kind().what() + ")")
            .toList();
    if (!found.isEmpty()) {
      String more = found.size() > MOST ? " and " + (found.size() - MOST) + " more" : "";
      pass.reportContext(
          "secrets in the build context: "
              + found.stream().limit(MOST).collect(Collectors.joining(", "))
              + more,
          "not excluded, and copied with the rest",
          Optional.of(Fix.ignoreFile("keep secrets out with the .dockerignore", pass.facts())));
    }
  }
}
