package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.StageNotes;
import io.daviestechlabs.dockeradr.tools.AptGet;
import io.daviestechlabs.dockeradr.tools.CacheMount;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The official images of Debian and Ubuntu tell apt to delete every package once it is installed.
 */
public final class Adr0304AptDockerClean implements Rule {
  private static final Meta META =
      Meta.of(Severity.INFO, "apt cache mount that docker-clean empties after every installation")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    if (!pass.facts().runs().stream().allMatch(Adr0304AptDockerClean::isMounted)) {
      // Where a layer gets packages, it is well that they are deleted.
      return;
    }
    StageNotes<AptGet> reported = new StageNotes<>(pass.facts().stages());
    for (RunFacts run : pass.facts().runs()) {
      boolean isNews = reported.of(run.stage()).isEmpty();
      if (isNews && !run.isTrigger() && pass.facts().base(run.stage()).distribution().hasApt()) {
        installs(run)
            .filter(apt -> !pass.facts().apt(run.stage()).mayKeep(apt.call()))
            .findFirst()
            .ifPresent(
                apt -> {
                  reported.put(run.stage(), apt);
                  report(pass, run, apt);
                });
      }
    }
  }

  private static Stream<AptGet> installs(RunFacts run) {
    return AptGet.in(run.calls()).stream().filter(AptGet::installs);
  }

  private static boolean isMounted(RunFacts run) {
    return installs(run).allMatch(apt -> isMounted(run, apt));
  }

  private static boolean isMounted(RunFacts run, AptGet apt) {
    return CacheMount.of(run.run(), run.variables(apt.call()), run.directory()).stream()
        .anyMatch(mount -> mount.holds("/var/cache/apt/archives"));
  }

  private static void report(Pass pass, RunFacts run, AptGet apt) {
    pass.report(
        apt.head(),
        apt.title() + " with docker-clean, which empties its cache mount",
        "packages are downloaded again by the next build",
        fix(pass, run, apt));
  }

  private static Optional<Fix> fix(Pass pass, RunFacts run, AptGet apt) {
    boolean isSudo = !run.account().isRoot() && apt.call().runsUnder("sudo");
    if (!run.account().isRoot() && !isSudo) {
      return Optional.empty();
    }
    String end = pass.file().source().lineEnd();
    String keep =
        (isSudo ? "RUN sudo rm -f " : "RUN rm -f ")
            + "/etc/apt/apt.conf.d/docker-clean "
            + pass.file().escape()
            + end
            + "    && echo 'Binary::apt::APT::Keep-Downloaded-Packages \"true\";'"
            + (isSudo ? " | sudo tee " : " > ")
            + "/etc/apt/apt.conf.d/keep-cache"
            + end;
    return Optional.of(
        Fix.safe("keep downloaded packages", pass.file().insertAbove(run.run(), keep)));
  }
}
