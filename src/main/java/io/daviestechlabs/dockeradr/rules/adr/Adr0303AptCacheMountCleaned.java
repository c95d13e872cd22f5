package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.tools.AptGet;
import io.daviestechlabs.dockeradr.tools.CacheMount;
import io.daviestechlabs.dockeradr.tools.PackageTool;
import io.daviestechlabs.dockeradr.tools.Rm;
import java.util.List;
import java.util.Optional;

/**
 * What is in a mount is not in the layer, so that to delete it saves nothing and costs downloads.
 */
public final class Adr0303AptCacheMountCleaned implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "apt's lists or packages deleted from the mounts that keep them")
          .fixed(Fix.Safety.SAFE);

  private static final String PACKAGES = "/var/cache/apt/archives";

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (RunFacts run : pass.facts().runs()) {
      for (Call call : run.run().mounts().isEmpty() ? List.<Call>of() : run.calls()) {
        Optional<Rm> rm = Rm.of(call);
        if (rm.isPresent()) {
          check(pass, rm.get(), mounts(run, call));
        } else if (PackageTool.APT.cleans(call) && isKept(PACKAGES, mounts(run, call))) {
          report(pass, call.span(), call, call.removal());
        }
      }
    }
  }

  private static List<CacheMount> mounts(RunFacts run, Call call) {
    return CacheMount.of(run.run(), run.variables(call), run.directory());
  }

  private static void check(Pass pass, Rm rm, List<CacheMount> mounts) {
    Call call = rm.call();
    List<ShellWord> kept =
        rm.targets().stream()
            .filter(target -> Rm.directory(target).filter(d -> isKept(d, mounts)).isPresent())
            .toList();
    if (!kept.isEmpty() && kept.size() == rm.targets().size()) {
      report(pass, call.span(), call, call.removal());
    } else {
      kept.forEach(
          target -> report(pass, target.span(), call, Optional.of(call.remove(target).span())));
    }
  }

  /** Whether a directory is one of apt's, and in a mount. */
  private static boolean isKept(String directory, List<CacheMount> mounts) {
    return AptGet.keepsIn(directory) && mounts.stream().anyMatch(mount -> mount.holds(directory));
  }

  private static void report(Pass pass, Span span, Call call, Optional<Span> needless) {
    pass.report(
        span,
        "'" + call.name() + "' deletes what apt's cache mount keeps",
        "is not in the layer, and fetched again by the next build",
        needless.map(edit -> Fix.safe("keep apt's downloads", Edit.delete(edit))));
  }
}
