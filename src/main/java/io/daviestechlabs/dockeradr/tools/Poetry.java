package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code poetry}.
 *
 * @param call as written
 * @param arguments as Poetry reads them
 */
public record Poetry(Call call, Arguments arguments) implements Tool {
  /** From Poetry's command reference. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.bundling(
          "-C",
          "--directory",
          "-P",
          "--project",
          "-E",
          "--extras",
          "-G",
          "--group",
          "--with",
          "--without",
          "--only",
          "--python",
          "--platform",
          "--source",
          "-f",
          "--format",
          "-o",
          "--output");

  private static final Set<String> INSTALLS =
      Set.of("install", "sync", "add", "update", "lock", "self add", "self update", "self install");

  /** Reads a call; empty for other programs. */
  public static Optional<Poetry> of(Call call) {
    return call.name().equals("poetry")
        ? Optional.of(new Poetry(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  @Override
  public int depth() {
    return verb().equals("self") ? 2 : 1;
  }

  @Override
  public boolean installs() {
    return INSTALLS.contains(subcommand());
  }

  /** What {@code poetry install} reads; empty for other commands. */
  Optional<PythonInputs> inputs() {
    boolean reads = subcommand().equals("install") || subcommand().equals("sync");
    boolean onlyMain = has("--no-dev", "--only", "--without");
    Set<String> groups = new HashSet<>(PythonInputs.values(this, "--with"));
    if (!onlyMain) {
      groups.add("dev");
    }
    return reads
        ? Optional.of(PythonInputs.project(this, List.of("-E", "--extras"), groups))
        : Optional.empty();
  }

  /** The packages that {@code add} names. */
  public List<PackageRequest> requests() {
    return subjects().stream()
        .map(word -> PackageRequest.of(word, List.of("@", "==", ">=", "<=", "~=", "!=", ">", "<")))
        .toList();
  }
}
