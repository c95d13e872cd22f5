package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.User;
import io.daviestechlabs.dockeradr.lint.KnownImage;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.Optional;

/** Who breaks out of the service is root. */
public final class Adr0601RootUser implements Rule {
  private static final Meta META = Meta.of(Severity.ERROR, "The image runs as root");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    Optional<User> user = pass.facts().effective(User.class);
    if (user.isPresent()) {
      check(pass, user.get());
    } else {
      pass.facts().target().ifPresent(stage -> checkBase(pass, stage));
    }
  }

  private static void check(Pass pass, User user) {
    StageGraph stages = pass.facts().stages();
    String written = user.user().toString();
    pass.file()
        .stageOf(user)
        .flatMap(stage -> StageGraph.known(user.user(), stages.scope(stage, user)))
        .filter(Adr0601RootUser::isRoot)
        .ifPresent(
            name ->
                pass.report(
                    user.span(),
                    "image runs as root: the last USER is '" + written + "'",
                    written.equals(name) ? "" : "'" + name + "' unless the build says otherwise"));
  }

  private static void checkBase(Pass pass, Stage target) {
    KnownImage base = pass.facts().base(target);
    if (!base.runsAsOther()) {
      pass.report(
          target.from().span(),
          base.runsAsRoot()
              ? "image runs as root: no USER"
              : "no USER: image runs as root unless its base image says otherwise",
          "no USER in the stage that is built");
    }
  }

  private static boolean isRoot(String user) {
    String name = user.split(":", 2)[0];
    return name.equals("root") || name.matches("0{0,10}");
  }
}
