package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code dnf} or one of its kin: {@code dnf5}, {@code yum}, {@code microdnf}, {@code
 * tdnf}.
 *
 * @param call as written
 * @param arguments as dnf reads them
 */
public record Dnf(Call call, Arguments arguments) implements Tool {
  private static final Set<String> NAMES =
      Set.of("dnf", "dnf4", "dnf-3", "dnf5", "yum", "microdnf", "tdnf");

  /** From {@code dnf(8)} and {@code yum(8)}. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.bundling(
          "-c",
          "--config",
          "-x",
          "--exclude",
          "--excludepkgs",
          "--installroot",
          "--releasever",
          "--enablerepo",
          "--disablerepo",
          "--repo",
          "--repoid",
          "--setopt",
          "--enableplugin",
          "--disableplugin",
          "--forcearch",
          "--repofrompath",
          "--downloaddir",
          "--destdir",
          "--advisory",
          "--comment",
          "-d",
          "-e",
          "-R");

  private static final Set<String> INSTALLS =
      Set.of(
          "install",
          "in",
          "localinstall",
          "reinstall",
          "groupinstall",
          "group install",
          "groups install",
          "module install",
          "update",
          "upgrade",
          "up",
          "upgrade-minimal",
          "distro-sync",
          "swap",
          "builddep",
          "download",
          "install-n",
          "install-na",
          "install-nevra");

  /** Reads a call; empty for other programs. */
  public static Optional<Dnf> of(Call call) {
    return NAMES.contains(call.name())
        ? Optional.of(new Dnf(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  @Override
  public int depth() {
    String first = verb();
    return first.equals("group") || first.equals("groups") || first.equals("module") ? 2 : 1;
  }

  @Override
  public boolean installs() {
    return INSTALLS.contains(subcommand());
  }

  @Override
  public boolean isOffline() {
    return has("-C", "--cacheonly");
  }

  @Override
  public Optional<String> cache() {
    return Optional.ofNullable(
        switch (call.name()) {
          // the same program as dnf since release 8 of its systems
          case "yum" -> "/var/cache/yum or /var/cache/dnf";
          case "microdnf" -> "/var/cache/yum";
          case "dnf5" -> "/var/cache/libdnf5";
          case "tdnf" -> "/var/cache/tdnf";
          default -> null;
        });
  }

  /**
   * The packages that it names; {@code name-1.2} has its version in the name, for only a repository
   * can tell where the name ends.
   */
  public List<PackageRequest> requests() {
    return subjects().stream()
        .map(word -> PackageRequest.of(word, List.of(">=", "=", "<")))
        .toList();
  }
}
