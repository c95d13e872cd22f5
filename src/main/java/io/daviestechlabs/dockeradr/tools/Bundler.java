package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code bundle}.
 *
 * @param call as written
 * @param arguments as Bundler reads them
 */
public record Bundler(Call call, Arguments arguments) implements Tool {
  /** From {@code bundle-install(1)} and {@code bundle-update(1)}. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.bundling(
          "-j",
          "--jobs",
          "--path",
          "--gemfile",
          "--with",
          "--without",
          "--retry",
          "--binstubs",
          "--shebang",
          "--trust-policy",
          "--target-rbconfig",
          "-v",
          "--version");

  private static final Set<String> INSTALLS =
      Set.of("", "install", "i", "update", "add", "cache", "package", "lock");

  /** Reads a call; empty for other programs. */
  public static Optional<Bundler> of(Call call) {
    return call.name().equals("bundle") || call.name().equals("bundler")
        ? Optional.of(new Bundler(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  @Override
  public boolean installs() {
    return INSTALLS.contains(subcommand()) && !has("--help", "--version", "-v");
  }

  @Override
  public boolean isOffline() {
    return has("--local");
  }
}
