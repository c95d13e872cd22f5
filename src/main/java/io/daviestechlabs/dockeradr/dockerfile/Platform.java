package io.daviestechlabs.dockeradr.dockerfile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A platform, {@code linux/arm64/v8}, with its names as containerd normalises them.
 *
 * @param os operating system
 * @param architecture architecture, as Go calls it
 * @param variant variant of the architecture; empty for the usual one
 */
public record Platform(String os, String architecture, String variant) {
  private static final String HOST_OS = "linux";
  private static final String HOST_ARCHITECTURE = "amd64";
  private static final Pattern OS =
      Pattern.compile("([A-Za-z0-9_-]+)(?:\\([A-Za-z0-9_.-]*(?:\\+[A-Za-z0-9_.-]+)*\\))?");
  private static final Pattern COMPONENT = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final Set<String> SYSTEMS =
      Set.of(
          "aix",
          "android",
          "darwin",
          "dragonfly",
          "freebsd",
          "hurd",
          "illumos",
          "ios",
          "js",
          "linux",
          "nacl",
          "netbsd",
          "openbsd",
          "plan9",
          "solaris",
          "windows",
          "zos");
  private static final Set<String> ARCHITECTURES =
      Set.of(
          "386",
          "amd64",
          "amd64p32",
          "arm",
          "armbe",
          "arm64",
          "arm64be",
          "loong64",
          "mips",
          "mipsle",
          "mips64",
          "mips64le",
          "mips64p32",
          "mips64p32le",
          "ppc",
          "ppc64",
          "ppc64le",
          "riscv",
          "riscv64",
          "s390",
          "s390x",
          "sparc",
          "sparc64",
          "wasm");

  /** Reads a platform as containerd's {@code platforms.Parse} does; empty if it is none. */
  public static Optional<Platform> parse(String text) {
    List<String> parts = List.of(text.split("/", -1));
    Matcher os = OS.matcher(parts.get(0));
    boolean wellFormed =
        os.matches()
            && parts.size() <= 3
            && parts.stream().skip(1).allMatch(p -> COMPONENT.matcher(p).matches());
    if (!wellFormed) {
      return Optional.empty();
    }
    String name = Names.lower(os.group(1));
    String system = name.equals("macos") ? "darwin" : name;
    if (parts.size() > 1) {
      return Optional.of(of(system, parts.get(1), parts.size() > 2 ? parts.get(2) : ""));
    }
    if (SYSTEMS.contains(system)) {
      return Optional.of(new Platform(system, HOST_ARCHITECTURE, ""));
    }
    return Optional.of(of(HOST_OS, parts.get(0), ""))
        .filter(p -> ARCHITECTURES.contains(p.architecture));
  }

  private static Platform of(String os, String architecture, String variant) {
    String wanted = Names.lower(variant);
    String name = Names.lower(architecture);
    return switch (name) {
      case "i386" -> new Platform(os, "386", "");
      case "x86_64", "x86-64", "amd64" ->
          new Platform(os, "amd64", wanted.equals("v1") ? "" : wanted);
      case "aarch64", "arm64" ->
          new Platform(os, "arm64", wanted.equals("8") || wanted.equals("v8") ? "" : wanted);
      case "armhf" -> new Platform(os, "arm", "v7");
      case "armel" -> new Platform(os, "arm", "v6");
      case "arm" -> new Platform(os, "arm", arm(wanted));
      default -> new Platform(os, name, wanted);
    };
  }

  private static String arm(String variant) {
    return variant.isEmpty() ? "v7" : variant.startsWith("v") ? variant : "v" + variant;
  }

  /** As containerd prints it. */
  @Override
  public String toString() {
    return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
  }
}
