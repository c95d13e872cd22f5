package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.shell.Flag;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.tools.PackageTool;
import io.daviestechlabs.dockeradr.tools.Uncached;
import io.daviestechlabs.dockeradr.tools.Uv;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** uv is fast because it downloads and builds once; a layer of its own forgets that. */
public final class Adr0202UvWithoutCacheMount implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "uv without a cache mount over its cache directory")
          .fixed(Fix.Safety.SAFE);

  /** What fills the cache; {@code uv run} mostly finds what {@code uv sync} left. */
  private static final Set<String> FILLING =
      Set.of("pip install", "pip sync", "sync", "add", "tool install", "tool run");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (RunFacts run : pass.facts().runs()) {
      List<Uv> calls = run.calls().stream().flatMap(call -> Uv.of(call).stream()).toList();
      calls.stream()
          .filter(uv -> FILLING.contains(uv.subcommand()) && uv.installs() && !uv.isOffline())
          .findFirst()
          .ifPresent(uv -> check(pass, run, uv, calls));
    }
  }

  private static void check(Pass pass, RunFacts run, Uv uv, List<Uv> all) {
    Scope variables = run.variables(uv.call());
    Uncached uncached =
        Uncached.of(PackageTool.UV, uv.call(), run.run(), variables, run.directory());
    if (uncached.isAny()) {
      Optional<Fix> fix =
          run.account(uv.call())
              .mountOwner()
              .filter(o -> variables.knowledge("UV_NO_CACHE") == Scope.Knowledge.UNKNOWN)
              .filter(o -> run.run().command().isShellForm())
              .flatMap(owner -> run.mount(uncached, owner, PackageTool.UV::cleans))
              .map(edits -> fix(edits, all));
      pass.report(
          uv.head(),
          uv.title() + " without a cache mount on " + uncached.title(),
          "downloads are repeated on every rebuild",
          fix);
    }
  }

  /** Adds the mount, and drops the flags that would keep it from being used. */
  private static Fix fix(List<Edit> mounts, List<Uv> all) {
    List<Edit> edits = new ArrayList<>(mounts);
    for (Uv uv : all) {
      uv.flag("--no-cache", "--no-cache-dir", "-n")
          .map(Flag::word)
          .filter(word -> word.text().toString().matches("-n|--no-cache(-dir)?"))
          .ifPresent(word -> edits.add(uv.call().remove(word)));
    }
    return Fix.safe("add a cache mount for uv", edits);
  }
}
