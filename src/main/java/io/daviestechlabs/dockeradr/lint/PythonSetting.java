package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Env;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Pair;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a {@code pip install} finds in a stage, by offsets from which on that holds.
 *
 * @param suits whether uv can install for the Python of the base image
 * @param uvFrom where there is uv
 * @param configuredFrom where a configuration of pip may say where packages come from
 * @param movedFrom where another Python may be found than the first one of {@code PATH}
 * @param environments directories of the virtual environments that it makes
 * @param paths what ENV makes of {@code PATH}, in order
 */
public record PythonSetting(
    boolean suits,
    int uvFrom,
    int configuredFrom,
    int movedFrom,
    Set<String> environments,
    List<PathChange> paths) {
  private static final int NEVER = Integer.MAX_VALUE;

  /** Variables of pip that change nothing of what is installed. */
  private static final Set<String> HARMLESS =
      Set.of(
          "PIP_NO_CACHE_DIR",
          "PIP_CACHE_DIR",
          "PIP_DISABLE_PIP_VERSION_CHECK",
          "PIP_ROOT_USER_ACTION",
          "PIP_NO_INPUT",
          "PIP_PROGRESS_BAR");

  /** Programs that bring Pythons of their own, or choose among several. */
  private static final Set<String> MOVERS =
      Set.of(
          "conda", "mamba", "micromamba", "pipenv", "pyenv", "poetry", "asdf", "rye", "activate");

  /**
   * What one ENV makes of {@code PATH}.
   *
   * @param offset where it stands
   * @param value with its variables replaced, as far as they are known
   */
  record PathChange(int offset, String value) {
    String first() {
      int colon = value.indexOf(':');
      return colon < 0 ? value : value.substring(0, colon);
    }

    /** Whether it may put a Python before the system's. */
    boolean mayHoldPython() {
      String lower = value.toLowerCase(Locale.ROOT);
      return lower.startsWith(":") || Stream.of("env", "conda", "python").anyMatch(lower::contains);
    }
  }

  /** That of a stage which starts from an image. */
  static PythonSetting ofImage(Stage stage, Facts facts) {
    boolean suits = SystemPython.suits(facts.stages().reference(stage));
    boolean bringsUv =
        facts.stages().image(stage).filter(image -> image.contains("astral-sh/uv")).isPresent();
    return new PythonSetting(suits, bringsUv ? -1 : NEVER, NEVER, NEVER, Set.of(), List.of());
  }

  /** That of a stage which starts where another setting ends. */
  static PythonSetting of(Stage stage, PythonSetting base, Facts facts) {
    int uv = base.uvFrom;
    int configured = base.configuredFrom;
    int moved = base.movedFrom;
    Set<String> environments = new HashSet<>(base.environments);
    List<PathChange> paths = new ArrayList<>(base.paths);
    for (Instruction instruction : stage.instructions()) {
      int offset = instruction.span().start();
      if (instruction instanceof Copy copy && bringsUv(copy)) {
        uv = Math.min(uv, offset);
      }
      if (bringsConfiguration(instruction)) {
        configured = Math.min(configured, offset);
      }
      if (instruction instanceof Env env) {
        paths(env, facts.stages().scope(stage, env)).forEach(paths::add);
      }
      for (Call call : instruction instanceof Run run ? facts.calls(run) : List.<Call>of()) {
        uv = bringsUv(call) ? Math.min(uv, call.span().start()) : uv;
        moved = moves(call) ? Math.min(moved, call.span().start()) : moved;
        environment(call).ifPresent(environments::add);
      }
    }
    return new PythonSetting(base.suits, uv, configured, moved, environments, paths);
  }

  /** Whether uv is there, where a call stands. */
  public boolean hasUv(Call call) {
    return uvFrom < call.span().start();
  }

  /** Whether pip may have been told where packages come from, where a call stands. */
  public boolean isConfigured(Call call, Scope variables) {
    return configuredFrom <= call.span().start()
        || variables.names().stream()
            .anyMatch(name -> name.startsWith("PIP_") && !HARMLESS.contains(name));
  }

  /**
   * What tells uv to install for the Python that is first in {@code PATH}: flags, or nothing where
   * it finds that by itself; empty if it is not certain which Python that is.
   */
  public Optional<String> destination(Call pip, Scope variables) {
    if (!suits || movedFrom < pip.span().start()) {
      return Optional.empty();
    }
    Optional<PathChange> path =
        paths.stream().filter(p -> p.offset() < pip.span().start()).reduce((a, b) -> b);
    Optional<String> environment =
        path.map(PathChange::first)
            .filter(first -> first.endsWith("/bin"))
            .map(first -> first.substring(0, first.length() - "/bin".length()));
    if (variables.knowledge("VIRTUAL_ENV") != Scope.Knowledge.UNKNOWN) {
      return variables
          .value("VIRTUAL_ENV")
          .filter(v -> environment.equals(Optional.of(v)))
          .map(v -> "");
    }
    if (environment.filter(environments::contains).isPresent()) {
      return environment.map(directory -> "--python " + directory + "/bin/python");
    }
    boolean isSystem =
        paths.stream()
            .filter(p -> p.offset() < pip.span().start())
            .noneMatch(PathChange::mayHoldPython);
    return isSystem ? Optional.of("--system") : Optional.empty();
  }

  private static Stream<PathChange> paths(Env env, Scope scope) {
    return env.pairs().stream()
        .filter(pair -> pair.name().equals("PATH"))
        .map(Pair::value)
        .flatMap(Optional::stream)
        // What comes behind the old value decides nothing.
        .filter(word -> !word.toString().matches("\\$PATH\\b.*|\\$\\{PATH\\}.*"))
        .map(word -> new PathChange(env.span().start(), value(word, scope)));
  }

  /** With nothing before the first colon where only the build knows what that is. */
  private static String value(Word word, Scope scope) {
    boolean isKnown =
        word.variables().stream()
            .map(variable -> variable.name().toString())
            .allMatch(
                name -> name.equals("PATH") || scope.knowledge(name) == Scope.Knowledge.KNOWN);
    String value = word.expand(scope).value();
    return isKnown ? value : ":" + value;
  }

  private static boolean bringsUv(Copy copy) {
    return copy.sources().stream()
        .map(Object::toString)
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .anyMatch(name -> name.equals("uv") || name.equals("uvx"));
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

  private static boolean moves(Call call) {
    boolean links = call.name().equals("ln") || call.name().equals("update-alternatives");
    return MOVERS.contains(call.name())
        || call.args().stream()
            .map(ShellWord::value)
            .anyMatch(arg -> arg.contains("activate") || (links && arg.contains("python")));
  }

  /** The directory of the virtual environment that a call makes. */
  private static Optional<String> environment(Call call) {
    List<ShellWord> operands =
        switch (call.name()) {
          case "venv", "virtualenv" -> call.operands("-p", "--python", "--prompt");
          case "uv" ->
              call.operands("-p", "--python", "--prompt").stream()
                  .filter(word -> !word.is("venv"))
                  .toList();
          default -> List.of();
        };
    boolean isUv = call.name().equals("uv") && call.args().stream().noneMatch(w -> w.is("venv"));
    return operands.isEmpty() || isUv
        ? Optional.empty()
        : operands.get(0).literal().map(Text::toString).filter(d -> d.startsWith("/"));
  }

  private static boolean bringsConfiguration(Instruction instruction) {
    if (!(instruction instanceof Copy || instruction instanceof Run)) {
      return false;
    }
    String text = instruction.raw().line().toString();
    return text.contains("pip.conf") || text.contains("pip config") || text.contains("pip.ini");
  }
}
