package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code pip}, {@code pip3} or {@code pip3.11}, as a program or by {@code python -m}.
 *
 * @param call as written
 * @param arguments as pip reads them
 */
public record Pip(Call call, Arguments arguments) implements PythonTool {
  /** From {@code pip --help}, {@code pip install --help} and {@code pip download --help}. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.bundling(
          "--python",
          "--log",
          "--log-file",
          "--keyring-provider",
          "--proxy",
          "--retries",
          "--resume-retries",
          "--timeout",
          "--default-timeout",
          "--exists-action",
          "--trusted-host",
          "--cert",
          "--client-cert",
          "--cache-dir",
          "--use-feature",
          "--use-deprecated",
          "-r",
          "--requirement",
          "-c",
          "--constraint",
          "--build-constraint",
          "-e",
          "--editable",
          "-t",
          "--target",
          "--platform",
          "--python-version",
          "--implementation",
          "--abi",
          "--root",
          "--prefix",
          "-b",
          "--build",
          "--src",
          "--source",
          "--upgrade-strategy",
          "-C",
          "--config-settings",
          "--config-setting",
          "--global-option",
          "--install-option",
          "--build-option",
          "--no-binary",
          "--only-binary",
          "--progress-bar",
          "--root-user-action",
          "--report",
          "--group",
          "-i",
          "--index-url",
          "--pypi-url",
          "--extra-index-url",
          "-f",
          "--find-links",
          "-d",
          "--dest",
          "-w",
          "--wheel-dir");

  private static final Set<String> INSTALLS = Set.of("install", "download", "wheel");

  /** Reads a call; empty for other programs. */
  public static Optional<Pip> of(Call call) {
    return isPip(call.name())
        ? Optional.of(new Pip(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  /** Whether a program is pip, of whatever version of Python. */
  static boolean isPip(String name) {
    return name.startsWith("pip")
        && name.chars().skip(3).allMatch(c -> c == '.' || c == '-' || (c >= '0' && c <= '9'));
  }

  @Override
  public boolean installs() {
    return INSTALLS.contains(subcommand());
  }

  @Override
  public boolean isOffline() {
    return has("--no-index");
  }

  @Override
  public boolean takesRequirements() {
    return installs();
  }
}
