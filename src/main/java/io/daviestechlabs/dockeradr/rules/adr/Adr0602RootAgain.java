package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.User;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.UserName;
import java.util.List;
import java.util.Optional;

/** Somebody became root for a moment and forgot to come back. */
public final class Adr0602RootAgain implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "A stage goes back to root and stays there").sameAs("ADR0601");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (Stage stage : pass.facts().needed()) {
      List<User> users = stage.instructions().stream().flatMap(UserName::user).toList();
      for (int i = users.size() - 2; i >= 0; i--) {
        Optional<UserName> earlier = UserName.of(pass.facts().stages(), stage, users.get(i));
        if (earlier.filter(name -> !name.isRoot()).isPresent()) {
          report(pass, stage, users.get(users.size() - 1), earlier.get());
          break;
        }
      }
    }
  }

  private static void report(Pass pass, Stage stage, User last, UserName earlier) {
    UserName.of(pass.facts().stages(), stage, last)
        .filter(UserName::isRoot)
        .ifPresent(
            root ->
                pass.report(
                    last.span(),
                    "stage stays '" + root.user() + "' after 'USER " + earlier.user() + "'",
                    "no way back before the stage ends"));
  }
}
