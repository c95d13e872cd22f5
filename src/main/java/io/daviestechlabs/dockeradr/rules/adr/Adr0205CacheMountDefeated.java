package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Flag;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.tools.CacheUse;
import io.daviestechlabs.dockeradr.tools.PackageTool;
import io.daviestechlabs.dockeradr.tools.Rm;
import java.util.List;
import java.util.Optional;

/** A mount that nothing is read from, or that is emptied, is paid for and not used. */
public final class Adr0205CacheMountDefeated implements Rule {
  private static final Meta META =
      Meta.of(
              Severity.WARNING,
              "cache mount that its package manager is kept from, or that is emptied")
          .fixed(Fix.Safety.SAFE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (RunFacts run : pass.facts().runs()) {
      // Of apt's mounts a rule of its own speaks.
      List<CacheUse> uses =
          run.run().mounts().isEmpty()
              ? List.of()
              : run.calls().stream()
                  .flatMap(
                      call ->
                          CacheUse.of(call, run.run(), run.variables(call), run.directory())
                              .stream())
                  .filter(use -> use.kind() != PackageTool.APT)
                  .toList();
      uses.forEach(use -> bypasses(pass, use));
      if (!uses.isEmpty()) {
        run.calls().forEach(call -> empties(pass, call, uses));
      }
    }
  }

  private static void bypasses(Pass pass, CacheUse use) {
    List<Flag> flags = use.bypassFlags();
    for (Flag flag : flags) {
      String message = message("'" + flag.name() + "'", use);
      Optional<Fix> fix = use.without(flag).map(edit -> Fix.safe("use the cache mount", edit));
      // The decision's own example has it.
      if (use.tool().title().equals("uv pip install") && flag.name().equals("--no-cache")) {
        pass.inform(flag.word().span(), message, "the mount is not used", fix);
      } else {
        pass.report(flag.word().span(), message, "the mount is not used", fix);
      }
    }
    if (flags.isEmpty()) {
      use.bypassVariable()
          .ifPresent(
              name -> pass.report(use.tool().head(), message(name, use), "the mount is not used"));
    }
  }

  private static String message(String culprit, CacheUse use) {
    return culprit
        + " keeps "
        + use.tool().title()
        + " from its cache mount on "
        + use.mount().target();
  }

  private static void empties(Pass pass, Call call, List<CacheUse> uses) {
    Optional<CacheUse> emptied = uses.stream().filter(use -> use.isEmptiedBy(call)).findFirst();
    if (emptied.isPresent()) {
      pass.report(
          call.span(),
          "'" + call.name() + "' empties the cache mount on " + emptied.get().mount().target(),
          "downloads are repeated in the next build",
          sparing(call, uses).map(edits -> Fix.safe("keep the cache", edits)));
    }
  }

  /** Not if more goes than caches that are mounted. */
  private static Optional<List<Edit>> sparing(Call call, List<CacheUse> uses) {
    Optional<Rm> rm = Rm.of(call);
    if (rm.isEmpty()) {
      return call.removal().map(span -> List.of(Edit.delete(span)));
    }
    List<ShellWord> kept =
        rm.get().targets().stream()
            .filter(
                target ->
                    Rm.directory(target)
                        .filter(d -> uses.stream().anyMatch(use -> use.mount().holds(d)))
                        .isPresent())
            .toList();
    return kept.isEmpty() ? Optional.empty() : rm.get().sparing(kept);
  }
}
