package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.shell.Call;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a {@code pip install} finds in its stage.
 *
 * @param hasUv whether the stage, or one that it starts from, got uv before
 * @param inVirtualEnvironment whether packages go to an environment of their own, as ENV says
 * @param unclear whether something decides where packages come from or go to that nobody reads here
 */
public record PythonSetting(boolean hasUv, boolean inVirtualEnvironment, boolean unclear) {
  /** Variables of pip that change nothing of what is installed. */
  private static final Set<String> HARMLESS =
      Set.of(
          "PIP_NO_CACHE_DIR",
          "PIP_CACHE_DIR",
          "PIP_DISABLE_PIP_VERSION_CHECK",
          "PIP_ROOT_USER_ACTION",
          "PIP_NO_INPUT",
          "PIP_PROGRESS_BAR");

  private static final Set<String> ENVIRONMENTS =
      Set.of("virtualenv", "activate", "conda", "mamba", "micromamba", "pipenv", "pyenv", "poetry");

  /** Looks at what stands before a call. */
  public static PythonSetting of(Facts facts, RunFacts run, Call pip) {
    List<Instruction> before =
        facts.stages().chain(run.stage()).stream().flatMap(stage -> before(stage, run)).toList();
    Scope variables = run.variables(pip);
    List<Call> calls =
        Stream.concat(before.stream(), Stream.of(run.run()))
            .flatMap(i -> i instanceof Run r ? facts.calls(r).stream() : Stream.empty())
            .toList();
    String image = KnownImages.image(facts.stages(), run.stage()).orElse("");
    boolean hasUv =
        image.contains("astral-sh/uv")
            || before.stream().anyMatch(PythonSetting::bringsUv)
            || calls.stream()
                .filter(c -> c.span().start() < pip.span().start())
                .anyMatch(PythonSetting::bringsUv);
    boolean inVirtualEnvironment = variables.knowledge("VIRTUAL_ENV") != Scope.Knowledge.UNKNOWN;
    boolean unclear =
        image.contains("conda")
            || image.contains("mamba")
            || variables.names().stream().anyMatch(PythonSetting::isPipSetting)
            || (!inVirtualEnvironment && calls.stream().anyMatch(PythonSetting::makesEnvironment))
            || before.stream().anyMatch(PythonSetting::bringsConfiguration)
            || bringsConfiguration(run.run());
    return new PythonSetting(hasUv, inVirtualEnvironment, unclear);
  }

  private static Stream<Instruction> before(Stage stage, RunFacts run) {
    return stage.instructions().stream()
        .takeWhile(i -> i.span().start() < run.run().span().start());
  }

  private static boolean bringsUv(Instruction instruction) {
    return instruction instanceof Copy copy
        && copy.sources().stream().anyMatch(s -> isUv(s.toString()));
  }

  private static boolean isUv(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.equals("uv") || name.equals("uvx");
  }

  private static boolean bringsUv(Call call) {
    return call.name().equals("uv") || call.args().stream().anyMatch(w -> namesUv(w.value()));
  }

  /** Whether it is uv as a requirement, or where uv is fetched. */
  private static boolean namesUv(String word) {
    boolean isRequirement =
        word.startsWith("uv") && (word.length() == 2 || "=<>~".indexOf(word.charAt(2)) >= 0);
    return isRequirement || word.contains("astral.sh/uv");
  }

  private static boolean makesEnvironment(Call call) {
    boolean sources = call.name().equals(".") || call.name().equals("source");
    return ENVIRONMENTS.contains(call.name())
        || (call.name().equals("uv") && call.args().stream().anyMatch(w -> w.is("venv")))
        || (call.name().startsWith("python") && call.args().stream().anyMatch(w -> w.is("venv")))
        || call.name().equals("venv")
        || (sources && call.args().stream().anyMatch(w -> w.value().contains("activate")));
  }

  private static boolean isPipSetting(String variable) {
    return variable.startsWith("PIP_") && !HARMLESS.contains(variable);
  }

  private static boolean bringsConfiguration(Instruction instruction) {
    String text = instruction.raw().line().toString();
    boolean transfers = instruction instanceof Copy || instruction instanceof Run;
    return transfers
        && (text.contains("pip.conf") || text.contains("pip config") || text.contains("pip.ini"));
  }
}
