package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.tools.Apk;
import io.daviestechlabs.dockeradr.tools.AptGet;
import io.daviestechlabs.dockeradr.tools.Dnf;
import io.daviestechlabs.dockeradr.tools.PackageRequest;
import io.daviestechlabs.dockeradr.tools.Tool;
import io.daviestechlabs.dockeradr.tools.Zypper;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Packages of the distribution that a call installs.
 *
 * @param call of apt-get, apk, dnf, zypper or their kin
 * @param requests what it names, possibly nothing
 */
public record Installation(Call call, List<PackageRequest> requests) {
  private static final Set<String> UPGRADES =
      Set.of("upgrade", "dist-upgrade", "full-upgrade", "safe-upgrade", "update", "up", "fix");

  /** Reads a call; empty for other programs, and where nothing is installed. */
  static Optional<Installation> of(Call call) {
    return switch (call.name()) {
      case "apt-get", "apt", "aptitude" -> AptGet.of(call).flatMap(t -> of(t, t.requests()));
      case "apk" -> Apk.of(call).flatMap(t -> of(t, t.requests()));
      case "zypper" -> Zypper.of(call).flatMap(t -> of(t, t.requests()));
      default -> Dnf.of(call).flatMap(t -> of(t, t.requests()));
    };
  }

  private static Optional<Installation> of(Tool tool, List<PackageRequest> requests) {
    boolean upgrades = UPGRADES.contains(tool.subcommand()) && requests.isEmpty();
    return tool.installs() && !upgrades
        ? Optional.of(new Installation(tool.call(), requests))
        : Optional.empty();
  }

  /** Whether the file tells all that it asks for: names of packages, and no groups of them. */
  boolean isKnown() {
    return !requests.isEmpty()
        && requests.stream().allMatch(r -> !r.isUnknown() && !r.isPath())
        && requests.stream().noneMatch(r -> r.name().startsWith("@") || r.name().endsWith("^"))
        && !call.hasFlag("--root", "--installroot")
        && !call.arguments(Set.of()).operands().get(0).is("build-dep");
  }
}
