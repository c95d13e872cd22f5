package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.tools.AptGet;
import io.daviestechlabs.dockeradr.tools.PackageTool;
import io.daviestechlabs.dockeradr.tools.Rm;
import io.daviestechlabs.dockeradr.tools.Uncached;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
    Map<Stage, Integer> borrowed = borrowed(pass);
    for (RunFacts run : pass.facts().runs()) {
      AptGet.in(run.calls()).stream()
          .filter(AptGet::installs)
          .findFirst()
          .ifPresent(install -> check(pass, run, install, borrowed));
    }
  }

  private static void check(Pass pass, RunFacts run, AptGet install, Map<Stage, Integer> borrowed) {
    Call call = install.call();
    Uncached uncached =
        Uncached.of(PackageTool.APT, call, run.run(), run.variables(call), run.directory());
    if (uncached.isAny()) {
      // Lists that one RUN leaves in its layer for another one would vanish in a mount.
      boolean lends = borrowed.getOrDefault(run.stage(), -1) >= run.run().span().start();
      Optional<Fix> fix =
          Optional.of(run)
              .filter(r -> !lends)
              .flatMap(r -> r.mount(uncached, "", Adr0301AptWithoutCacheMount::cleans))
              .map(edits -> Fix.safe("add cache mounts for apt", edits));
      pass.report(
          install.head(),
          install.title() + " without a cache mount on " + uncached.title(),
          "downloads are repeated on every rebuild",
          fix);
    }
  }

  /** Where the last RUN stands that needs the lists of a stage, or of one that starts from it. */
  private static Map<Stage, Integer> borrowed(Pass pass) {
    Map<Stage, Integer> last = new IdentityHashMap<>();
    for (RunFacts run : pass.facts().runs()) {
      if (!AptGet.areSelfSufficient(run.calls())) {
        last.put(run.stage(), run.run().span().start());
      }
    }
    List<Stage> stages = pass.file().stages();
    for (int i = stages.size() - 1; i >= 0; i--) {
      Integer at = last.get(stages.get(i));
      if (at != null) {
        pass.facts().stages().base(stages.get(i)).ifPresent(b -> last.merge(b, at, Math::max));
      }
    }
    return last;
  }

  /** Whether a call deletes apt's files and nothing else. */
  private static boolean cleans(Call call) {
    return PackageTool.APT.cleans(call) || Rm.of(call).filter(Rm::isOfApt).isPresent();
  }
}
