package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.tools.AptGet;
import io.daviestechlabs.dockeradr.tools.MountFlags;
import io.daviestechlabs.dockeradr.tools.PackageTool;
import io.daviestechlabs.dockeradr.tools.Rm;
import io.daviestechlabs.dockeradr.tools.Uncached;
import java.util.Optional;

/** Without the mounts every change above the RUN fetches all packages again. */
public final class Adr0301AptWithoutCacheMount implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "apt install without cache mounts for its packages and lists")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    // Lists that one RUN leaves in its layer for another one would vanish in a mount.
    boolean independent =
        pass.facts().runs().stream().allMatch(run -> AptGet.areSelfSufficient(run.calls()));
    for (RunFacts run : pass.facts().runs()) {
      run.calls().stream()
          .flatMap(call -> AptGet.of(call).stream())
          .filter(AptGet::installs)
          .findFirst()
          .ifPresent(install -> check(pass, run, install, independent));
    }
  }

  private static void check(Pass pass, RunFacts run, AptGet install, boolean independent) {
    Call call = install.call();
    Uncached uncached =
        Uncached.of(PackageTool.APT, call, run.run(), run.variables(call), run.directory());
    if (uncached.isAny()) {
      Optional<Fix> fix =
          Optional.of(uncached.flags(""))
              .filter(flags -> independent && !flags.isEmpty() && canLeaveCleaning(run))
              .map(flags -> MountFlags.add(pass.file(), run.run(), flags))
              .map(edit -> Fix.safe("add cache mounts for apt", edit));
      pass.report(
          install.head(),
          install.title() + " without a cache mount on " + uncached.title(),
          "downloads are repeated on every rebuild",
          fix);
    }
  }

  /** Whether what deletes apt's files can go too, once mounts keep them. */
  private static boolean canLeaveCleaning(RunFacts run) {
    return run.calls().stream()
        .filter(c -> PackageTool.APT.cleans(c) || Rm.of(c).filter(Rm::isOfApt).isPresent())
        .allMatch(c -> c.removal().isPresent());
  }
}
