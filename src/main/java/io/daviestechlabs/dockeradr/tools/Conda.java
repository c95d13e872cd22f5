package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code conda}, {@code mamba} or {@code micromamba}.
 *
 * @param call as written
 * @param arguments as conda reads them
 */
public record Conda(Call call, Arguments arguments) implements Tool {
  private static final Set<String> NAMES = Set.of("conda", "mamba", "micromamba");

  /** From conda's command reference. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.bundling(
          "-n",
          "--name",
          "-p",
          "--prefix",
          "-c",
          "--channel",
          "-f",
          "--file",
          "-r",
          "--root-prefix",
          "--solver",
          "--experimental-solver",
          "--repodata-fn",
          "--platform",
          "--subdir",
          "--rc-file",
          "--revision",
          "--clone",
          "--cwd");

  private static final Set<String> INSTALLS =
      Set.of("install", "create", "update", "upgrade", "env create", "env update");

  /** From conda's package match specification. */
  private static final List<String> OPERATORS =
      List.of("==", ">=", "<=", "!=", "~=", "=", ">", "<");

  /** Reads a call; empty for other programs. */
  public static Optional<Conda> of(Call call) {
    return NAMES.contains(call.name())
        ? Optional.of(new Conda(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  @Override
  public int depth() {
    return verb().equals("env") ? 2 : 1;
  }

  @Override
  public boolean installs() {
    return INSTALLS.contains(subcommand());
  }

  /** The packages that it names; a channel before {@code ::} is part of the name. */
  public List<PackageRequest> requests() {
    return subjects().stream().map(word -> PackageRequest.of(word, OPERATORS)).toList();
  }
}
