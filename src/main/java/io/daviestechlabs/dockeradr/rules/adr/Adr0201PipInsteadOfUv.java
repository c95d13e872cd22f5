package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.PythonSetting;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.tools.Pip;
import io.daviestechlabs.dockeradr.tools.UvTranslation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** uv does what pip does, many times as fast. */
public final class Adr0201PipInsteadOfUv implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "pip install where the decision asks for uv")
          .fixed(Fix.Safety.SAFE);

  private static final String COPY =
      "COPY --link --from=ghcr.io/astral-sh/uv:0.9.11 /uv /usr/local/bin/uv";

  /** What pip may go on to install: itself, and uv, of which another rule speaks. */
  private static final Set<String> INSTALLERS = Set.of("pip", "uv");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    // One fix copies uv into a stage; those behind it find it there in the next round.
    Set<Stage> equipped = new HashSet<>();
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
    return !pip.requirements().isEmpty()
        && pip.requirements().stream().allMatch(r -> INSTALLERS.contains(r.normalizedName()))
        && pip.requirementFiles().isEmpty();
  }

  /** Another user than root gets a home directory of packages from pip, and an error from uv. */
  private static Optional<Fix> fix(Pass pass, RunFacts run, Pip pip, Set<Stage> equipped) {
    Run instruction = run.run();
    boolean isTrigger = !run.stage().instructions().contains(instruction);
    if (!run.account(pip.call()).isRoot() || isTrigger || !instruction.command().isShellForm()) {
      return Optional.empty();
    }
    PythonSetting setting = PythonSetting.of(pass.facts(), run, pip.call());
    boolean isFirst =
        pass.facts().stages().chain(run.stage()).stream().noneMatch(equipped::contains);
    if (setting.unclear() || !(setting.hasUv() || isFirst)) {
      return Optional.empty();
    }
    return UvTranslation.of(pip, !setting.inVirtualEnvironment())
        .map(
            translated -> {
              List<Edit> edits = new ArrayList<>(translated);
              if (!setting.hasUv()) {
                equipped.add(run.stage());
                int start = instruction.span().start();
                edits.add(Edit.insert(start, COPY + pass.file().source().lineEnd()));
              }
              return Fix.safe("install with uv", edits);
            });
  }
}
