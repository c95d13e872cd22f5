package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the names of platforms. */
final class Platforms {
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]{1,32}(?:/([A-Za-z0-9_.-]{1,32})(?:/[A-Za-z0-9_.-]{1,32})?)?");

  /**
   * GOARCH of {@code go tool dist list}, and what containerd's platforms package takes for them.
   * BuildKit builds for whatever it is told, and a mistyped one is found out when nothing can run.
   */
  private static final Set<String> ARCHITECTURES =
      new TreeSet<>(
          Set.of(
              "386",
              "amd64",
              "arm",
              "arm64",
              "loong64",
              "mips",
              "mips64",
              "mips64le",
              "mipsle",
              "ppc64",
              "ppc64le",
              "riscv64",
              "s390x",
              "wasm"));

  private static final Set<String> ALIASES =
      Set.of("i386", "x86_64", "x86-64", "aarch64", "armhf", "armel");

  private Platforms() {}

  /**
   * Names without repetitions, in order. An element may be a comma list, as other plugins take it;
   * empty ones do not count.
   */
  static List<String> of(List<String> given) {
    Set<String> platforms = new LinkedHashSet<>();
    for (String list : given) {
      for (String platform : list.split(",")) {
        String name = platform.strip();
        if (!name.isEmpty()) {
          platforms.add(checked(name));
        }
      }
    }
    return List.copyOf(platforms);
  }

  private static String checked(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new UserError(
          "<platforms> has '" + name + "', which is no platform",
          "Write os/architecture, for example linux/amd64,linux/arm64.");
    }
    String architecture = matcher.group(1);
    if (architecture != null
        && !ARCHITECTURES.contains(architecture)
        && !ALIASES.contains(architecture)) {
      throw new UserError(
          "<platforms> has '" + name + "', and there is no architecture '" + architecture + "'",
          "Write one of " + String.join(", ", ARCHITECTURES) + ".");
    }
    return name;
  }
}
