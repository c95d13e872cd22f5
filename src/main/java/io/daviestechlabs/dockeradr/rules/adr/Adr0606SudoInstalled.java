package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.FileMode;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.tools.PackageRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whoever takes the service over becomes root, or changes the program that runs next. */
public final class Adr0606SudoInstalled implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "The image has sudo, or files that everybody may change");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts().target().ifPresent(target -> check(pass, target));
  }

  private static void check(Pass pass, Stage target) {
    Set<Stage> chain = new LinkedHashSet<>(pass.facts().stages().chain(target));
    List<PackageRequest> sudo =
        pass.facts().contents(target).installations().stream()
            .flatMap(installation -> installation.requests().stream())
            .filter(request -> request.name().equals("sudo"))
            .toList();
    sudo.forEach(
        request ->
            pass.report(request.span(), "'sudo' is installed", "whoever may use it is root"));
    for (RunFacts run : pass.facts().runs()) {
      if (chain.contains(run.stage())) {
        if (sudo.isEmpty()) {
          usedBy(run).ifPresent(call -> report(pass, call));
        }
        run.calls().forEach(call -> checkMode(pass, call));
      }
    }
    for (Stage stage : chain) {
      pass.facts().copies(stage).stream()
          .flatMap(copy -> copy.transfer().chmod().stream())
          .filter(mode -> FileMode.opensToAll(mode.toString()))
          .forEach(mode -> pass.report(mode.span(), message(mode.toString()), ""));
    }
  }

  private static Optional<Call> usedBy(RunFacts run) {
    return run.calls().stream().filter(call -> call.name().equals("sudo")).findFirst();
  }

  private static void report(Pass pass, Call sudo) {
    pass.report(sudo.nameSpan(), "'sudo' is used", "a RUN behind 'USER root' needs none");
  }

  private static void checkMode(Pass pass, Call call) {
    FileMode.ofChmod(call)
        .filter(mode -> FileMode.opensToAll(mode.word().value()) && !mode.isForTemporary())
        .ifPresent(mode -> pass.report(mode.word().span(), message(mode.word().value()), ""));
  }

  private static String message(String mode) {
    return "mode '" + mode + "' lets everybody write";
  }
}
