package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.From;
import io.daviestechlabs.dockeradr.dockerfile.GoQuote;
import io.daviestechlabs.dockeradr.dockerfile.Platform;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.SingleArchitecture;
import java.net.URI;
import java.util.Optional;

/** An image of one platform, asked for on another. */
public final class InvalidBaseImagePlatform implements Rule {
  private static final Meta META =
      Meta.buildkit("Base image platform does not match expected target platform");

  @Override
  public Meta meta() {
    return META;
  }

  /** Docker's documentation has no page for this one. */
  @Override
  public Optional<URI> documentation() {
    return Optional.empty();
  }

  @Override
  public void check(Pass pass) {
    for (Stage stage : pass.file().stages()) {
      Optional<String> has =
          pass.facts().stages().reference(stage).flatMap(SingleArchitecture::platform);
      Optional<Platform> wanted =
          stage.from().platform().flatMap(Word::literal).flatMap(p -> Platform.parse(p.toString()));
      if (has.isPresent() && wanted.isPresent()) {
        check(pass, stage.from(), has.get(), wanted.get());
      }
    }
  }

  private static void check(Pass pass, From from, String has, Platform wanted) {
    Platform actual = Platform.parse(has).orElseThrow();
    boolean same =
        actual.os().equals(wanted.os()) && actual.architecture().equals(wanted.architecture());
    if (!same) {
      pass.report(
          from.image().span(),
          "Base image %s was pulled with platform %s, expected %s for current build"
              .formatted(from.image(), GoQuote.quote(has), GoQuote.quote(wanted.toString())),
          "an image for " + has);
    }
  }
}
