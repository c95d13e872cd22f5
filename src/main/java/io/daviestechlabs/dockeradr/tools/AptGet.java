package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code apt-get}, {@code apt} or {@code aptitude}.
 *
 * @param call as written
 * @param arguments as apt reads them, with at least one operand
 */
public record AptGet(Call call, Arguments arguments) implements Tool {
  private static final Set<String> NAMES = Set.of("apt-get", "apt", "aptitude");

  /** Flags whose value is the next word, from {@code apt-get(8)} and {@code aptitude(8)}. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.bundling(
          "-o",
          "--option",
          "-c",
          "--config-file",
          "-t",
          "--target-release",
          "--default-release",
          "-a",
          "--host-architecture");

  /** Subcommands that fetch packages. */
  private static final Set<String> INSTALLS =
      Set.of(
          "install",
          "reinstall",
          "upgrade",
          "dist-upgrade",
          "full-upgrade",
          "safe-upgrade",
          "build-dep");

  /** Reads a call; empty for other programs, and where no subcommand is known. */
  public static Optional<AptGet> of(Call call) {
    if (!NAMES.contains(call.name())) {
      return Optional.empty();
    }
    Arguments arguments = call.arguments(SYNTAX);
    return arguments.operands().isEmpty()
        ? Optional.empty()
        : Optional.of(new AptGet(call, arguments));
  }

  /** Whether calls of one RUN install nothing, or fetch the lists before they do. */
  public static boolean areSelfSufficient(List<Call> calls) {
    for (AptGet call : calls.stream().flatMap(c -> of(c).stream()).toList()) {
      if (call.updates()) {
        return true;
      }
      if (call.installs()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean installs() {
    return INSTALLS.contains(subcommand());
  }

  /** Whether it fetches the lists of packages. */
  public boolean updates() {
    return subcommand().equals("update");
  }

  /** The packages that it names, a version behind {@code =}, a release behind {@code /}. */
  public List<PackageRequest> requests() {
    return subjects().stream().map(word -> PackageRequest.of(word, List.of("=", "/"), 1)).toList();
  }

  /** What is to be installed or removed, with versions and signs as written. */
  public List<ShellWord> packages() {
    return subjects();
  }
}
