package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.Arg;
import io.daviestechlabs.dockeradr.dockerfile.Env;
import io.daviestechlabs.dockeradr.dockerfile.GoQuote;
import io.daviestechlabs.dockeradr.dockerfile.Pair;
import io.daviestechlabs.dockeradr.lint.BuildStep;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A name that tells of a secret, whose value everybody can read. */
public final class SecretsUsedInArgOrEnv implements Rule {
  private static final Meta META =
      Meta.buildkit("Sensitive data should not be used in the ARG or ENV commands")
          .sameAs("ADR0607");

  @Override
  public Meta meta() {
    return META;
  }

  private static final Set<String> SECRET =
      Set.of(
          "apikey",
          "auth",
          "credential",
          "credentials",
          "key",
          "password",
          "pword",
          "passwd",
          "secret",
          "token");
  private static final Set<String> HARMLESS = Set.of("public", "file", "version");

  @Override
  public void check(Pass pass) {
    pass.facts()
        .steps()
        .forEach(
            step -> {
              if (step.instruction() instanceof Env env) {
                env.pairs().forEach(pair -> check(pass, step, "ENV", pair));
              } else if (step.instruction() instanceof Arg arg) {
                arg.pairs().forEach(pair -> check(pass, step, "ARG", pair));
              }
            });
  }

  private static void check(Pass pass, BuildStep step, String keyword, Pair pair) {
    String key = keyword.equals("ARG") ? pair.key().toString() : step.value(pair.key()).orElse("");
    List<String> words = List.of(key.toLowerCase(Locale.ROOT).split("_"));
    boolean isSecret =
        words.stream().anyMatch(SECRET::contains) && words.stream().noneMatch(HARMLESS::contains);
    if (isSecret) {
      pass.report(
          step.instruction(),
          step.spanOf(pair.key()),
          "Do not use ARG or ENV instructions for sensitive data (%s %s)"
              .formatted(keyword, GoQuote.quote(key)),
          "readable in the image and its history",
          Optional.empty());
    }
  }
}
