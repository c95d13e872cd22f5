package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.User;
import io.daviestechlabs.dockeradr.dockerfile.Volume;
import io.daviestechlabs.dockeradr.lint.CopyFacts;
import io.daviestechlabs.dockeradr.lint.Facts;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.UserName;
import io.daviestechlabs.dockeradr.tools.Paths;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The service cannot change what is laid ready for it to change. */
public final class Adr0605CopyRootOwned implements Rule {
  private static final Meta META =
      Meta.of(
          Severity.INFO, "Files in a volume belong to root though the service is somebody else");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts().target().ifPresent(target -> check(pass, target));
  }

  private static void check(Pass pass, Stage target) {
    Facts facts = pass.facts();
    List<Stage> chain = facts.stages().chain(target);
    List<String> volumes = chain.stream().flatMap(stage -> volumes(facts, stage)).toList();
    Optional<UserName> user =
        facts
            .effective(User.class)
            .flatMap(
                last ->
                    pass.file()
                        .stageOf(last)
                        .flatMap(stage -> UserName.of(facts.stages(), stage, last)))
            .filter(name -> !name.isRoot());
    if (user.isEmpty() || volumes.isEmpty()) {
      return;
    }
    for (Stage stage : chain) {
      for (CopyFacts copy : facts.copies(stage)) {
        copy.target()
            .filter(path -> copy.transfer().chown().isEmpty() && isBehindUser(stage, copy))
            .flatMap(path -> volumes.stream().filter(v -> isIn(path, v)).findFirst())
            .ifPresent(volume -> report(pass, copy, volume, user.get()));
      }
    }
  }

  private static Stream<String> volumes(Facts facts, Stage stage) {
    return stage
        .all(Volume.class)
        .flatMap(
            volume ->
                volume.paths().stream()
                    .map(path -> StageGraph.known(path, facts.stages().scope(stage, volume))))
        .flatMap(Optional::stream)
        .filter(path -> path.startsWith("/"))
        .map(Paths::clean);
  }

  private static boolean isBehindUser(Stage stage, CopyFacts copy) {
    int at = copy.transfer().span().start();
    return stage.instructions().stream().anyMatch(i -> i instanceof User && i.span().start() < at);
  }

  private static boolean isIn(String path, String volume) {
    return path.equals(volume) || path.startsWith(volume + "/");
  }

  private static void report(Pass pass, CopyFacts copy, String volume, UserName user) {
    pass.report(
        copy.transfer().target().span(),
        "what is copied to volume '" + volume + "' belongs to root",
        "the service runs as '" + user.user() + "': --chown=" + user.user());
  }
}
