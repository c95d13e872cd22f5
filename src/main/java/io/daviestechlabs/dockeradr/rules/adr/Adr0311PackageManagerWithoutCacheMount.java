package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.SharedDirectory;
import io.daviestechlabs.dockeradr.lint.StageNotes;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.tools.Go;
import io.daviestechlabs.dockeradr.tools.PackageTool;
import io.daviestechlabs.dockeradr.tools.Tool;
import io.daviestechlabs.dockeradr.tools.Uncached;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What apt and uv are asked by rules of their own, the other package managers are asked here. */
public final class Adr0311PackageManagerWithoutCacheMount implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "package manager without a cache mount over its cache directory")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    StageNotes<Set<PackageTool>> inLayer = new StageNotes<>(pass.facts().stages());
    for (RunFacts run : pass.facts().runs()) {
      Set<PackageTool> seen = EnumSet.of(PackageTool.APT, PackageTool.UV);
      if (!pass.options().switchesOff("ADR0201")) {
        seen.add(PackageTool.PIP);
      }
      inLayer.of(run.stage()).ifPresent(seen::addAll);
      for (Call call : run.calls()) {
        PackageTool tool = PackageTool.of(call).filter(t -> t.downloads(call)).orElse(null);
        if (tool != null && !run.isOnWindows() && seen.add(tool) && !isVendored(tool, run, call)) {
          if (report(pass, run, tool, call) && tool.usesCacheLater()) {
            Set<PackageTool> more = EnumSet.of(tool);
            inLayer.of(run.stage()).ifPresent(more::addAll);
            inLayer.put(run.stage(), more);
          }
        }
      }
    }
  }

  private static boolean isVendored(PackageTool tool, RunFacts run, Call call) {
    return tool == PackageTool.GO && Go.isVendored(run.stage(), run.variables(call));
  }

  private static boolean report(Pass pass, RunFacts run, PackageTool tool, Call call) {
    Scope variables = run.variables(call);
    Uncached uncached = Uncached.of(tool, call, run.run(), variables, run.directory());
    if (uncached.isAny()) {
      Tool read = tool.read(call).orElseThrow();
      pass.report(
          read.head(),
          read.title() + " without a cache mount on " + uncached.title(),
          "downloads are repeated on every rebuild",
          fix(pass, run, tool, call, uncached));
    }
    return uncached.isAny();
  }

  /** Not where the mount would not be used. */
  private static Optional<Fix> fix(
      Pass pass, RunFacts run, PackageTool tool, Call call, Uncached uncached) {
    Scope variables = run.variables(call);
    boolean isUsed =
        run.calls().stream().allMatch(c -> tool.bypassFlags(c).isEmpty())
            && tool.bypassAssignments(call).isEmpty()
            && tool.bypassVariables().stream()
                .allMatch(v -> variables.knowledge(v) == Scope.Knowledge.UNKNOWN);
    return run.account(call)
        .mountOwner()
        .filter(owner -> isUsed && !uncached.targets().isEmpty())
        .flatMap(owner -> mounts(pass, run, tool, uncached, owner))
        .map(edits -> Fix.safe("add a cache mount for " + call.name(), edits));
  }

  private static Optional<List<Edit>> mounts(
      Pass pass, RunFacts run, PackageTool tool, Uncached uncached, String owner) {
    Optional<List<RunFacts>> users =
        tool.usesCacheLater()
            ? new SharedDirectory(pass.facts(), run.stage(), uncached.targets().get(0))
                .runs(tool::fillsCacheAgain)
            : Optional.of(List.of(run));
    List<Edit> edits = new ArrayList<>();
    for (RunFacts each : users.orElse(List.of())) {
      if (each == run || lacks(each, tool, uncached)) {
        Optional<List<Edit>> mounts = each.mount(uncached, owner, tool::cleans);
        if (mounts.isEmpty()) {
          return mounts;
        }
        edits.addAll(mounts.get());
      }
    }
    return edits.isEmpty() ? Optional.empty() : Optional.of(edits);
  }

  private static boolean lacks(RunFacts run, PackageTool tool, Uncached uncached) {
    return run.calls().stream()
        .filter(tool::downloads)
        .map(c -> Uncached.of(tool, c, run.run(), run.variables(c), run.directory()))
        .anyMatch(other -> other.targets().equals(uncached.targets()));
  }
}
