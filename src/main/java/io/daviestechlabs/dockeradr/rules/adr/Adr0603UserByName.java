package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.User;
import io.daviestechlabs.dockeradr.lint.Distribution;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.UserName;

/** Kubernetes cannot tell that a name is not root's. */
public final class Adr0603UserByName implements Rule {
  private static final Meta META =
      Meta.of(Severity.OFF, "The image names its user instead of giving a number");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts()
        .target()
        .filter(stage -> pass.facts().base(stage).distribution() != Distribution.WINDOWS)
        .flatMap(stage -> pass.facts().effective(User.class))
        .ifPresent(user -> check(pass, user));
  }

  private static void check(Pass pass, User user) {
    pass.file()
        .stageOf(user)
        .flatMap(stage -> UserName.of(pass.facts().stages(), stage, user))
        .filter(name -> !name.isRoot() && !name.isOfWindows() && !UserName.isNumber(name.user()))
        .ifPresent(
            name ->
                pass.report(
                    user.user().span(),
                    "user '" + name.user() + "' is no number",
                    "'runAsNonRoot' cannot tell who that is"));
  }
}
