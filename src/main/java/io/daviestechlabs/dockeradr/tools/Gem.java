package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code gem}.
 *
 * @param call as written
 * @param arguments as RubyGems reads them
 */
public record Gem(Call call, Arguments arguments) implements Tool {
  /** From RubyGems' command reference. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.bundling(
          "-v",
          "--version",
          "-s",
          "--source",
          "-i",
          "--install-dir",
          "-n",
          "--bindir",
          "-P",
          "--trust-policy",
          "-p",
          "--http-proxy",
          "-B",
          "--bulk-threshold",
          "--platform",
          "-g",
          "--file",
          "--config-file",
          "--build-root");

  private static final Set<String> INSTALLS = Set.of("install", "i", "update", "fetch");

  /** Reads a call; empty for other programs. */
  public static Optional<Gem> of(Call call) {
    return call.name().equals("gem")
        ? Optional.of(new Gem(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  @Override
  public boolean installs() {
    return INSTALLS.contains(subcommand()) && !updatesItself();
  }

  private boolean updatesItself() {
    return subcommand().equals("update") && has("--system");
  }

  @Override
  public boolean isOffline() {
    return has("-l", "--local");
  }

  /** The gems that it names, versions as in {@code name:version}. */
  public List<PackageRequest> requests() {
    return subjects().stream().map(word -> PackageRequest.of(word, List.of(":"))).toList();
  }

  /** The version that {@code --version} gives. */
  public Optional<ShellWord> version() {
    return arguments.value("-v", "--version");
  }
}
