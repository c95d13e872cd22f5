package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code zypper}.
 *
 * @param call as written
 * @param arguments as zypper reads them
 */
public record Zypper(Call call, Arguments arguments) implements Tool {
  /** From {@code zypper(8)}. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.bundling(
          "-R",
          "--root",
          "-D",
          "--reposd-dir",
          "-C",
          "--cache-dir",
          "--config",
          "-c",
          "-p",
          "--plus-repo",
          "--plus-content",
          "--releasever",
          "-r",
          "--repo",
          "--from",
          "-t",
          "--type",
          "--solv-cache-dir",
          "--raw-cache-dir",
          "--pkg-cache-dir");

  private static final Set<String> INSTALLS =
      Set.of(
          "install",
          "in",
          "source-install",
          "si",
          "install-new-recommends",
          "inr",
          "update",
          "up",
          "patch",
          "dist-upgrade",
          "dup",
          "download");

  /** Reads a call; empty for other programs. */
  public static Optional<Zypper> of(Call call) {
    return call.name().equals("zypper")
        ? Optional.of(new Zypper(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  @Override
  public boolean installs() {
    return INSTALLS.contains(subcommand());
  }

  /** The packages that it names. */
  public List<PackageRequest> requests() {
    return subjects().stream()
        .map(word -> PackageRequest.of(word, List.of(">=", "<=", "=", ">", "<")))
        .toList();
  }
}
