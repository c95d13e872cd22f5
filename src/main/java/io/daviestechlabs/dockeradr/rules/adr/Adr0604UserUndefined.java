package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.User;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.StageContents;
import io.daviestechlabs.dockeradr.lint.UserName;

/** The container does not start: unable to find user. */
public final class Adr0604UserUndefined implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "The image's user is not among its accounts");

  /** What useradd takes; anything else is another mistake. */
  private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_.-]*";

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts()
        .target()
        .ifPresent(
            target ->
                pass.facts().effective(User.class).ifPresent(user -> check(pass, target, user)));
  }

  private static void check(Pass pass, Stage target, User user) {
    pass.file()
        .stageOf(user)
        .flatMap(stage -> UserName.of(pass.facts().stages(), stage, user))
        .filter(name -> !name.isRoot() && name.user().matches(NAME))
        .ifPresent(name -> check(pass, pass.facts().contents(target), user, name));
  }

  private static void check(Pass pass, StageContents contents, User user, UserName name) {
    boolean noUser = !UserName.isNumber(name.user()) && contents.lacksUser(name.user());
    boolean noGroup =
        name.group().filter(g -> !UserName.isNumber(g) && contents.lacksGroup(g)).isPresent();
    if (noUser || noGroup) {
      String what = noUser ? "user '" + name.user() : "group '" + name.group().get();
      pass.report(
          user.user().span(),
          what + "' is not in the image",
          "neither its base image nor this file makes it");
    }
  }
}
