package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.Distribution;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.tools.CacheMount;
import io.daviestechlabs.dockeradr.tools.PackageTool;
import io.daviestechlabs.dockeradr.tools.Uv;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** uv links packages from its cache, which no file system lets it do across a mount. */
public final class Adr0207UvLinkMode implements Rule {
  private static final Meta META =
      Meta.of(Severity.INFO, "uv with a cache mount that it cannot link packages from")
          .fixed(Fix.Safety.SAFE);

  private static final Set<String> LINKING =
      Set.of("pip install", "pip sync", "sync", "add", "tool install");

  @Override
  public Meta meta() {
    return META;
  }

  /** A call that links, and its RUN. */
  private record Use(RunFacts run, Uv uv) {
    boolean cannotLink() {
      Scope variables = run.variables(uv.call());
      return uv.linkMode().isEmpty()
          && variables.knowledge("UV_LINK_MODE") == Scope.Knowledge.UNKNOWN
          && PackageTool.UV.bypassFlags(uv.call()).isEmpty()
          && CacheMount.holding(PackageTool.UV, uv.call(), run.run(), variables, run.directory())
              .stream()
              .anyMatch(CacheMount::isOnlyCache);
    }
  }

  @Override
  public void check(Pass pass) {
    // One ENV would do for all of a stage, so there is one finding for it.
    Map<Stage, List<Use>> uses = new LinkedHashMap<>();
    for (RunFacts run : pass.facts().runs()) {
      // An image that nobody knows may set the variable.
      boolean isKnown = pass.facts().base(run.stage()).distribution() != Distribution.UNKNOWN;
      for (Call call : isKnown ? run.calls() : List.<Call>of()) {
        Uv.of(call)
            .filter(uv -> LINKING.contains(uv.subcommand()))
            .map(uv -> new Use(run, uv))
            .filter(Use::cannotLink)
            .ifPresent(use -> uses.computeIfAbsent(run.stage(), s -> new ArrayList<>()).add(use));
      }
    }
    uses.values().forEach(ofStage -> report(pass, ofStage));
  }

  private static void report(Pass pass, List<Use> uses) {
    Uv first = uses.get(0).uv();
    List<Edit> edits =
        uses.stream().map(u -> Edit.insert(u.uv().head().end(), " --link-mode=copy")).toList();
    pass.report(
        first.head(),
        first.title() + " cannot link packages from its cache mount",
        "warns, and copies them: set UV_LINK_MODE=copy",
        Optional.of(Fix.safe("copy packages from the cache", edits))
            .filter(fix -> uses.stream().allMatch(u -> u.run().run().command().isShellForm())));
  }
}
