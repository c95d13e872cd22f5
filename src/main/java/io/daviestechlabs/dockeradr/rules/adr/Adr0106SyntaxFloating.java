package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.SyntaxVersion;
import io.daviestechlabs.dockeradr.text.Text;

/** For those who want tomorrow's build to read the file as today's did. */
public final class Adr0106SyntaxFloating implements Rule {
  private static final Meta META =
      Meta.of(Severity.OFF, "The frontend is the newest at the time of the build");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts()
        .syntax()
        .frontend()
        .filter(image -> image.indexOf('@', 0) < 0 && !isPinned(image.toString()))
        .ifPresent(image -> report(pass, image));
  }

  private static boolean isPinned(String image) {
    boolean ofDocker = SyntaxVersion.ofImage(image).isPresent();
    String tag = image.substring(image.lastIndexOf('/') + 1);
    return ofDocker
        ? SyntaxVersion.ofImage(image).filter(SyntaxVersion::isPinned).isPresent()
        : tag.indexOf(':') >= 0 && !tag.matches(".*:(?:latest|labs|master|master-labs)");
  }

  private static void report(Pass pass, Text image) {
    pass.report(
        image.span(),
        "frontend '" + image + "' has no version of its own",
        "the newest at the time of the build");
  }
}
