package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Packages that compile software, or are needed for that only: what Debian, Alpine, Fedora and SUSE
 * call their compilers, build systems and development files, going by their package indexes.
 */
public final class BuildPackages {
  private static final Set<String> NAMES =
      Set.of(
          "ant",
          "autoconf",
          "automake",
          "base-devel",
          "bison",
          "build-base",
          "build-essential",
          "cargo",
          "cmake",
          "default-jdk",
          "default-jdk-headless",
          "flex",
          "gfortran",
          "golang",
          "golang-go",
          "gradle",
          "linux-headers",
          "maven",
          "meson",
          "nasm",
          "ninja",
          "ninja-build",
          "rust",
          "rustc",
          "yasm");

  /** Compilers with and without version, JDKs, development files. */
  private static final Pattern SHAPES =
      Pattern.compile(
          "(?:gcc|g\\+\\+|gcc-c\\+\\+|gcc-gfortran|clang)(?:-?[0-9][0-9.]*)?"
              + "|openjdk-?[0-9]+-jdk(?:-headless)?|java-[0-9.]+-openjdk-devel"
              + "|(?:lib|python|zlib|musl|openssl|postgresql|mysql|mariadb|libc6|ruby|php).*"
              + "-(?:dev|devel)");

  private static final Pattern ARCHITECTURE = Pattern.compile(":[a-z0-9]+$");

  private static final Set<String> REMOVALS =
      Set.of("remove", "purge", "autoremove", "auto-remove", "del", "erase", "rm");

  private BuildPackages() {}

  /** .NET loads libraries by names that only this one has. */
  private static final Set<String> USED_LATER = Set.of("libc-dev", "libc6-dev");

  /** Those that some calls install with the package manager of the distribution. */
  public static List<PackageRequest> in(List<Call> calls) {
    List<PackageRequest> found = new ArrayList<>();
    for (Call call : calls) {
      for (PackageRequest request : requests(call)) {
        if (isOne(ARCHITECTURE.matcher(request.name()).replaceFirst(""))) {
          found.add(request);
        }
      }
    }
    return found;
  }

  private static boolean isOne(String name) {
    boolean builds = NAMES.contains(name) || SHAPES.matcher(name).matches();
    return builds && !USED_LATER.contains(name);
  }

  private static List<PackageRequest> requests(Call call) {
    if (PackageTool.of(call).isEmpty()) {
      return List.of();
    }
    return AptGet.of(call)
        .filter(apt -> apt.subcommand().endsWith("install"))
        .map(AptGet::requests)
        .or(() -> Apk.of(call).filter(apk -> apk.subcommand().equals("add")).map(Apk::requests))
        .or(() -> Dnf.of(call).filter(Dnf::installs).map(Dnf::requests))
        .or(() -> Zypper.of(call).filter(Zypper::installs).map(Zypper::requests))
        .orElse(List.of());
  }

  /** Whether a call takes packages away again. */
  public static boolean mayRemove(Call call) {
    Optional<PackageTool> kind = PackageTool.of(call);
    return kind.flatMap(k -> k.read(call)).filter(tool -> isRemoval(tool)).isPresent();
  }

  private static boolean isRemoval(Tool tool) {
    return REMOVALS.contains(tool.subcommand()) || tool.has("--auto-remove", "--autoremove");
  }
}
