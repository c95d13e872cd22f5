package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code cargo}.
 *
 * @param call as written
 * @param arguments as cargo reads them, without {@code +toolchain}
 */
public record Cargo(Call call, Arguments arguments) implements Tool {
  /** From the command pages of the Cargo book. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.bundling(
          "-C",
          "--config",
          "--color",
          "-Z",
          "-p",
          "--package",
          "--exclude",
          "--bin",
          "--example",
          "--test",
          "--bench",
          "-F",
          "--features",
          "--target",
          "--target-dir",
          "--manifest-path",
          "--lockfile-path",
          "--message-format",
          "-j",
          "--jobs",
          "--profile",
          "--version",
          "--vers",
          "--git",
          "--branch",
          "--tag",
          "--rev",
          "--path",
          "--root",
          "--index",
          "--registry",
          "--recipe-path");

  private static final Set<String> INSTALLS =
      Set.of(
          "build",
          "b",
          "check",
          "c",
          "test",
          "t",
          "bench",
          "run",
          "r",
          "rustc",
          "rustdoc",
          "doc",
          "d",
          "clippy",
          "fetch",
          "install",
          "update",
          "vendor",
          "add",
          "chef",
          "nextest",
          "leptos",
          "binstall",
          "zigbuild",
          "package",
          "auditable");

  /** Reads a call; empty for other programs. */
  public static Optional<Cargo> of(Call call) {
    if (!call.name().equals("cargo")) {
      return Optional.empty();
    }
    Arguments all = call.arguments(SYNTAX);
    List<ShellWord> operands =
        all.operands().stream().filter(word -> !word.literalPrefix().startsWith("+")).toList();
    return Optional.of(new Cargo(call, new Arguments(all.flags(), operands)));
  }

  @Override
  public boolean installs() {
    boolean plans =
        subcommand().equals("chef") && call.args().stream().anyMatch(w -> w.is("prepare"));
    return INSTALLS.contains(subcommand()) && !plans;
  }

  @Override
  public boolean isOffline() {
    return has("--offline", "--frozen");
  }

  /** Whether the lock file decides all versions. */
  public boolean isLocked() {
    return has("--locked", "--frozen");
  }

  /** The crates that {@code install} and {@code add} name. */
  public List<PackageRequest> requests() {
    return subjects().stream().map(word -> PackageRequest.of(word, List.of("@"))).toList();
  }

  /** The version that {@code --version} gives to the crate of {@code install}. */
  public Optional<ShellWord> version() {
    return arguments.value("--version", "--vers");
  }
}
