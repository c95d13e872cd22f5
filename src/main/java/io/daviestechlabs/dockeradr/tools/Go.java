package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code go}.
 *
 * @param call as written
 * @param arguments as go reads them
 */
public record Go(Call call, Arguments arguments) implements Tool {
  /** From {@code go help build}, which go's other commands share. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.whole(
          "-C",
          "-o",
          "-p",
          "-asmflags",
          "-buildmode",
          "-compiler",
          "-covermode",
          "-coverpkg",
          "-coverprofile",
          "-gccgoflags",
          "-gcflags",
          "-installsuffix",
          "-ldflags",
          "-mod",
          "-modfile",
          "-overlay",
          "-pgo",
          "-pkgdir",
          "-tags",
          "-toolexec",
          "-exec",
          "-run",
          "-bench",
          "-count",
          "-timeout");

  private static final Set<String> INSTALLS =
      Set.of(
          "build",
          "install",
          "get",
          "run",
          "test",
          "vet",
          "generate",
          "list",
          "mod download",
          "mod tidy",
          "mod vendor",
          "mod verify",
          "tool");

  /** Reads a call; empty for other programs. */
  public static Optional<Go> of(Call call) {
    return call.name().equals("go")
        ? Optional.of(new Go(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  @Override
  public int depth() {
    String first = verb();
    return first.equals("mod") || first.equals("work") ? 2 : 1;
  }

  @Override
  public boolean installs() {
    boolean vendored =
        arguments.value("-mod", "--mod").filter(mode -> mode.is("vendor")).isPresent();
    return INSTALLS.contains(subcommand()) && !vendored;
  }

  /** Whether it compiles, and so fills the build cache too. */
  public boolean compiles() {
    return Set.of("build", "install", "run", "test", "vet").contains(subcommand());
  }

  /** The modules and packages that it names. */
  public List<PackageRequest> requests() {
    return subjects().stream().map(word -> PackageRequest.of(word, List.of("@"))).toList();
  }

  /**
   * Whether modules come with the source, so that it downloads none.
   *
   * @param stage where it runs
   * @param variables those in force
   */
  public static boolean isVendored(Stage stage, Scope variables) {
    return variables.value("GOFLAGS").orElse("").contains("vendor")
        || stage
            .all(Transfer.class)
            .flatMap(transfer -> transfer.sources().stream())
            .anyMatch(source -> source.toString().matches("(.*/)?vendor/?"));
  }
}
