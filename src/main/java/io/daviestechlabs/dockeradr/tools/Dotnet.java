package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code dotnet} or {@code nuget}.
 *
 * @param call as written
 * @param arguments as dotnet reads them
 */
public record Dotnet(Call call, Arguments arguments) implements Tool {
  /** From the command pages of the .NET CLI. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.whole(
          "-c",
          "--configuration",
          "-o",
          "--output",
          "-r",
          "--runtime",
          "-f",
          "--framework",
          "-a",
          "--arch",
          "--os",
          "-s",
          "--source",
          "--packages",
          "--configfile",
          "-v",
          "--verbosity",
          "--version",
          "--version-suffix",
          "--tool-path",
          "--add-source",
          "--project",
          "-l",
          "--logger",
          "--filter",
          "--results-directory",
          "-OutputDirectory",
          "-Version",
          "-Source");

  private static final Set<String> INSTALLS =
      Set.of(
          "restore",
          "build",
          "publish",
          "pack",
          "run",
          "test",
          "msbuild",
          "tool install",
          "tool restore",
          "tool update",
          "workload install",
          "workload restore",
          "add package",
          "package add",
          "new install",
          "install");

  private static final Set<String> GROUPS = Set.of("tool", "workload", "package", "new", "nuget");

  /** Reads a call; empty for other programs, and for {@code dotnet app.dll}. */
  public static Optional<Dotnet> of(Call call) {
    return call.name().equals("dotnet") || call.name().equals("nuget")
        ? Optional.of(new Dotnet(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  @Override
  public int depth() {
    return GROUPS.contains(verb()) ? 2 : 1;
  }

  @Override
  public boolean installs() {
    boolean adds =
        call.args().stream().anyMatch(w -> w.is("package")) && subcommand().equals("add");
    return INSTALLS.contains(subcommand()) || adds;
  }

  @Override
  public boolean isOffline() {
    return has("--no-restore", "--no-build");
  }

  /** The tools and packages that it names. */
  public List<PackageRequest> requests() {
    return subjects().stream().map(word -> PackageRequest.of(word, List.of("@"))).toList();
  }
}
