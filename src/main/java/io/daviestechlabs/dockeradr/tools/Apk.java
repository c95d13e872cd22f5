package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code apk}.
 *
 * @param call as written
 * @param arguments as apk reads them
 */
public record Apk(Call call, Arguments arguments) implements Tool {
  /** From {@code apk(8)} and {@code apk-add(8)}. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.bundling(
          "-p",
          "--root",
          "-X",
          "--repository",
          "-t",
          "--virtual",
          "--arch",
          "--cache-dir",
          "--cache-max-age",
          "--keys-dir",
          "--progress-fd",
          "--repositories-file",
          "--timeout",
          "--wait",
          "-o",
          "--output");

  private static final Set<String> INSTALLS = Set.of("add", "upgrade", "fix", "fetch");

  /** From {@code apk-world(5)}; {@code @} names a repository. */
  private static final List<String> OPERATORS =
      List.of("~=", "=~", ">=", "<=", "><", "=", "~", ">", "<");

  /** Reads a call; empty for other programs. */
  public static Optional<Apk> of(Call call) {
    return call.name().equals("apk")
        ? Optional.of(new Apk(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  @Override
  public boolean installs() {
    return INSTALLS.contains(subcommand());
  }

  @Override
  public boolean isOffline() {
    return has("--no-network");
  }

  /** The packages that it names. */
  public List<PackageRequest> requests() {
    return subjects().stream().map(word -> PackageRequest.of(word, OPERATORS)).toList();
  }
}
