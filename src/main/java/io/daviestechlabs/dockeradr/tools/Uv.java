package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code uv} or {@code uvx}.
 *
 * @param call as written
 * @param arguments as uv reads them; of a command that it runs only what stands before
 */
public record Uv(Call call, Arguments arguments) implements PythonTool {
  /** From uv's command-line reference. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.bundling(
          "--cache-dir",
          "--color",
          "--config-file",
          "--config-setting",
          "--config-settings-package",
          "-C",
          "--directory",
          "--project",
          "--allow-insecure-host",
          "--default-index",
          "--index",
          "-i",
          "--index-url",
          "--extra-index-url",
          "-f",
          "--find-links",
          "--index-strategy",
          "--keyring-provider",
          "--link-mode",
          "--resolution",
          "--prerelease",
          "--fork-strategy",
          "--exclude-newer",
          "--exclude-newer-package",
          "-P",
          "--upgrade-package",
          "--reinstall-package",
          "--refresh-package",
          "--no-build-isolation-package",
          "--no-build-package",
          "--no-binary-package",
          "--no-binary",
          "--only-binary",
          "--no-sources-package",
          "-p",
          "--python",
          "--python-preference",
          "--python-platform",
          "--python-version",
          "-r",
          "--requirement",
          "--requirements",
          "-c",
          "--constraint",
          "--constraints",
          "--override",
          "--overrides",
          "--exclude",
          "--excludes",
          "-b",
          "--build-constraint",
          "--build-constraints",
          "-e",
          "--editable",
          "-t",
          "--target",
          "--prefix",
          "--extra",
          "--group",
          "--no-group",
          "--only-group",
          "--no-extra",
          "--package",
          "--no-install-package",
          "--script",
          "--env-file",
          "-w",
          "--with",
          "--with-editable",
          "--with-requirements",
          "--with-executables-from",
          "--from",
          "--torch-backend",
          "--rev",
          "--tag",
          "--branch",
          "--marker",
          "-m",
          "--optional",
          "--bounds",
          "-o",
          "--output-file",
          "--format",
          "--install-dir",
          "--mirror",
          "--pypy-mirror",
          "--prompt");

  private static final Set<String> GROUPS =
      Set.of("pip", "tool", "python", "cache", "self", "auth", "workspace");

  private static final Set<String> INSTALLS =
      Set.of(
          "pip install",
          "pip sync",
          "pip compile",
          "sync",
          "add",
          "lock",
          "run",
          "build",
          "tool install",
          "tool run",
          "tool upgrade");

  private static final Set<String> WITH_REQUIREMENTS = Set.of("pip install", "add", "tool install");

  private static final Set<String> LOCKING = Set.of("UV_LOCKED", "UV_FROZEN");

  private static final Set<String> RUNS = Set.of("run", "tool run");

  /** Reads a call; empty for other programs. */
  public static Optional<Uv> of(Call call) {
    if (!call.name().equals("uv") && !call.name().equals("uvx")) {
      return Optional.empty();
    }
    Uv uv = new Uv(call, call.arguments(SYNTAX));
    List<ShellWord> subjects = uv.subjects();
    return Optional.of(
        RUNS.contains(uv.subcommand()) && !subjects.isEmpty()
            ? new Uv(call, uv.arguments.before(subjects.get(0)))
            : uv);
  }

  @Override
  public int depth() {
    if (call.name().equals("uvx")) {
      return 0;
    }
    return GROUPS.contains(verb()) ? 2 : 1;
  }

  @Override
  public String subcommand() {
    return call.name().equals("uvx") ? "tool run" : PythonTool.super.subcommand();
  }

  @Override
  public String title() {
    return call.name().equals("uvx") ? "uvx" : PythonTool.super.title();
  }

  @Override
  public boolean installs() {
    return INSTALLS.contains(subcommand()) && !has("--version", "-V");
  }

  @Override
  public boolean isOffline() {
    return has("--offline", "--no-index");
  }

  @Override
  public boolean takesRequirements() {
    return WITH_REQUIREMENTS.contains(subcommand());
  }

  /**
   * Whether {@code uv sync} and its like are held to the lock file, or may be for all that is
   * known.
   *
   * @param variables those in force
   */
  public boolean isLocked(Scope variables) {
    return has("--locked", "--frozen")
        || LOCKING.stream()
            .anyMatch(
                name ->
                    variables.value(name).filter(Bypass::isYes).isPresent()
                        || variables.knowledge(name) == Scope.Knowledge.DECLARED);
  }

  /** What {@code uv sync} reads where it is not held to the lock file. */
  PythonInputs inputs() {
    Set<String> groups = new HashSet<>(PythonInputs.values(this, "--group"));
    if (!has("--no-dev", "--no-default-groups")) {
      groups.add("dev");
    }
    return PythonInputs.project(this, List.of("--extra"), groups);
  }

  /** The cache directory, where the call names one. */
  public Optional<ShellWord> cacheDirectory() {
    return arguments.value("--cache-dir");
  }

  /** The link mode, where the call names one. */
  public Optional<ShellWord> linkMode() {
    return arguments.value("--link-mode");
  }
}
