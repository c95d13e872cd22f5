package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.PythonSetting;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.StageNotes;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.tools.PackageTool;
import io.daviestechlabs.dockeradr.tools.Pip;
import io.daviestechlabs.dockeradr.tools.PipSpelling;
import io.daviestechlabs.dockeradr.tools.Uncached;
import io.daviestechlabs.dockeradr.tools.UvImage;
import io.daviestechlabs.dockeradr.tools.UvTranslation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** uv does what pip does, many times as fast. */
public final class Adr0201PipInsteadOfUv implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "pip install where the decision asks for uv")
          .fixed(Fix.Safety.SAFE);

  /** What pip may go on to install: itself, and uv, of which another rule speaks. */
  private static final Set<String> INSTALLERS = Set.of("pip", "uv");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    // One fix copies uv into a stage; those behind it find it there in the next round.
    StageNotes<Call> equipped = new StageNotes<>(pass.facts().stages());
    for (RunFacts run : pass.facts().runs()) {
      for (Call call : run.calls()) {
        Pip.of(call)
            .filter(pip -> pip.subcommand().equals("install") && !installsInstallers(pip))
            .ifPresent(
                pip ->
                    pass.report(
                        pip.head(),
                        "pip install instead of uv pip install",
                        "uv resolves and installs 10 to 100 times as fast",
                        fix(pass, run, pip, equipped)));
      }
    }
  }

  private static boolean installsInstallers(Pip pip) {
    return !pip.subjects().isEmpty()
        && pip.requirements().allMatch(r -> INSTALLERS.contains(r.normalizedName()))
        && pip.requirementFiles().isEmpty();
  }

  /** Another user than root gets a home directory of packages from pip, and an error from uv. */
  private static Optional<Fix> fix(Pass pass, RunFacts run, Pip pip, StageNotes<Call> equipped) {
    Call call = pip.call();
    PythonSetting setting = pass.facts().python(run.stage());
    Scope variables = run.variables(call);
    boolean mayGetUv = equipped.of(run.stage()).isEmpty();
    if (!run.account(call).isRoot()
        || run.isTrigger()
        || !run.run().command().isShellForm()
        || setting.isConfigured(call, variables)
        || variables.knowledge("UV_NO_CACHE") != Scope.Knowledge.UNKNOWN
        || !(setting.hasUv(call) || mayGetUv)) {
      return Optional.empty();
    }
    Optional<List<Edit>> translated =
        PipSpelling.of(pip)
            .flatMap(
                spelling ->
                    destination(setting, spelling, call, variables)
                        .flatMap(destination -> UvTranslation.of(pip, spelling, destination)));
    Uncached uncached = Uncached.of(PackageTool.UV, call, run.run(), variables, run.directory());
    Optional<List<Edit>> mounts =
        uncached.isAny() ? run.mount(uncached, "", PackageTool.UV::cleans) : Optional.of(List.of());
    if (translated.isEmpty() || mounts.isEmpty()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>(translated.get());
    edits.addAll(mounts.get());
    if (!setting.hasUv(call)) {
      equipped.put(run.stage(), call);
      String copy = UvImage.COPY + pass.file().source().lineEnd();
      edits.add(pass.file().insertAbove(run.run(), copy));
    }
    return Edit.agree(edits) ? Optional.of(Fix.safe("install with uv", edits)) : Optional.empty();
  }

  /** Which Python is meant, in flags of uv; empty if that is not certain, or none for uv. */
  private static Optional<String> destination(
      PythonSetting setting, PipSpelling spelling, Call call, Scope variables) {
    Optional<String> onPath = setting.destination(call, variables);
    if (spelling.isOnPath()) {
      return onPath;
    }
    boolean isCertain = !spelling.directory().isEmpty() || onPath.equals(Optional.of("--system"));
    return isCertain && (setting.suits() || spelling.isModern())
        ? Optional.of(spelling.destination())
        : Optional.empty();
  }
}
