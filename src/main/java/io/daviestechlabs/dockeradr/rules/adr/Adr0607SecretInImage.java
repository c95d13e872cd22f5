package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.ignore.SecretFiles;
import io.daviestechlabs.dockeradr.lint.ContextSource;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Secret;
import io.daviestechlabs.dockeradr.lint.Severity;

/** Whoever can pull the image has what was to be kept from them. */
public final class Adr0607SecretInImage implements Rule {
  private static final Meta META = Meta.of(Severity.ERROR, "A secret stays in the image");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts().secrets().stream()
        .filter(secret -> isBuilt(pass, secret))
        .forEach(secret -> pass.report(secret.place(), secret.message(), secret.label()));
    pass.facts().sources().stream()
        .filter(source -> pass.facts().needed().contains(source.stage()))
        .filter(source -> source.instruction() instanceof Transfer)
        .forEach(source -> check(pass, source));
  }

  private static boolean isBuilt(Pass pass, Secret secret) {
    return pass.file()
        .stageOf(secret.instruction())
        .map(pass.facts().needed()::contains)
        .orElse(true);
  }

  private static void check(Pass pass, ContextSource source) {
    SecretFiles.of(source.path())
        .filter(SecretFiles.Kind::always)
        .ifPresent(
            kind ->
                pass.report(
                    source.word().span(),
                    "'" + source.word() + "' is copied into the image",
                    kind.what()));
  }
}
