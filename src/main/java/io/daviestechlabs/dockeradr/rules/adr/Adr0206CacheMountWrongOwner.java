package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.lint.Account;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.tools.CacheMount;
import io.daviestechlabs.dockeradr.tools.PackageTool;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A package manager has its cache in the home of who runs it, and has to be able to write there.
 */
public final class Adr0206CacheMountWrongOwner implements Rule {
  private static final Meta META =
      Meta.of(
              Severity.WARNING,
              "cache mount that the user who runs the package manager does not use, or cannot write")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (RunFacts run : pass.facts().runs()) {
      if (!run.run().mounts().isEmpty()) {
        check(pass, run);
      }
    }
  }

  private static void check(Pass pass, RunFacts run) {
    Map<Span, Runnable> reports = new LinkedHashMap<>();
    Map<Span, Runnable> missing = new LinkedHashMap<>();
    for (Call call : run.calls()) {
      PackageTool tool = PackageTool.of(call).filter(t -> t.downloads(call)).orElse(null);
      if (tool == null) {
        continue;
      }
      Scope variables = run.variables(call);
      Account user = run.account(call);
      for (CacheMount cache :
          CacheMount.holding(tool, call, run.run(), variables, run.directory())) {
        reports.putIfAbsent(cache.mount().span(), () -> owner(pass, cache, user, variables));
      }
      for (CacheMount cache :
          CacheMount.missing(tool, call, run.run(), variables, run.directory())) {
        missing.putIfAbsent(
            cache.mount().span(),
            () -> place(pass, cache, call, tool.directory(call, variables).orElseThrow()));
      }
    }
    // A mount that one call does not use may be there for another.
    missing.forEach(reports::putIfAbsent);
    reports.values().forEach(Runnable::run);
  }

  private static void place(Pass pass, CacheMount cache, Call call, String directory) {
    pass.report(
        cache.mount().span(),
        "cache mount on "
            + cache.target()
            + " is not where "
            + call.name()
            + " keeps its downloads",
        "that is " + directory);
  }

  private static void owner(Pass pass, CacheMount cache, Account user, Scope variables) {
    Optional<String> owner = cache.owner(variables);
    Optional<String> uid = user.uid().map(String::valueOf);
    if (user.isRoot() || uid.isEmpty() || owner.isEmpty() || owner.equals(uid)) {
      return;
    }
    if (cache.isRoots() && user.home().isEmpty()) {
      pass.report(
          cache.mount().span(),
          "cache mount on " + cache.target() + " in the home of root",
          "user " + uid.get() + " has another");
    } else if (!cache.isOpen(variables)) {
      boolean isBare = cache.mount().uid().isEmpty() && cache.mount().gid().isEmpty();
      Span target = cache.mount().target().orElseThrow().span();
      pass.report(
          cache.mount().span(),
          "cache mount on " + cache.target() + " belongs to user " + owner.get(),
          "user " + uid.get() + " cannot write to it",
          user.mountOwner()
              .filter(o -> isBare)
              .map(o -> Fix.safe("name the owner", Edit.insert(target.end(), o))));
    }
  }
}
