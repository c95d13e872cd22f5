package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.List;
import java.util.Optional;

/**
 * A call of {@code gradle} or a Gradle wrapper.
 *
 * @param call as written
 * @param arguments as Gradle reads them
 */
public record Gradle(Call call, Arguments arguments) implements Tool {
  /** From Gradle's command-line reference. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.whole(
          "-b",
          "--build-file",
          "-c",
          "--settings-file",
          "-g",
          "--gradle-user-home",
          "-I",
          "--init-script",
          "-p",
          "--project-dir",
          "--project-cache-dir",
          "-x",
          "--exclude-task",
          "--console",
          "--max-workers",
          "--include-build",
          "--warning-mode",
          "-F",
          "--dependency-verification",
          "-M",
          "--write-verification-metadata",
          "--priority",
          "--configuration",
          "--tests");

  /** Reads a call; empty for other programs. */
  public static Optional<Gradle> of(Call call) {
    return call.name().equals("gradle") || call.name().equals("gradlew")
        ? Optional.of(new Gradle(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  @Override
  public int depth() {
    return 0;
  }

  /** What it runs. */
  public List<String> tasks() {
    return subjects().stream().map(ShellWord::value).toList();
  }

  @Override
  public boolean installs() {
    return !has("--version", "-v", "--help", "-h", "--stop", "--status");
  }

  /** Its home, where the call names one. */
  public Optional<ShellWord> userHome() {
    return arguments.value("-g", "--gradle-user-home");
  }
}
