package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command line that builds an image with Docker.
 *
 * @param call the program
 * @param word the last word of the command, {@code build}
 * @param kind which of its commands
 * @param arguments what stands behind the command
 */
public record BuildCommand(Call call, ShellWord word, Kind kind, Arguments arguments) {
  /** The commands that build. */
  public enum Kind {
    /** {@code docker build}, {@code docker image build}. */
    DOCKER,
    /** {@code docker buildx build}. */
    BUILDX,
    /** {@code docker buildx bake}. */
    BAKE
  }

  /** From "docker", Options: those that stand before the command. */
  private static final Set<String> GLOBAL =
      Set.of(
          "--config",
          "-c",
          "--context",
          "-H",
          "--host",
          "-l",
          "--log-level",
          "--tlscacert",
          "--tlscert",
          "--tlskey",
          "--builder");

  /** From "docker buildx build" and "docker buildx bake", Options; and from the legacy builder. */
  private static final FlagSyntax FLAGS =
      FlagSyntax.bundling(
          "--add-host",
          "--allow",
          "--annotation",
          "--attest",
          "--build-arg",
          "--build-context",
          "--builder",
          "--cache-from",
          "--cache-to",
          "--call",
          "--cgroup-parent",
          "--cpu-period",
          "--cpu-quota",
          "-c",
          "--cpu-shares",
          "--cpuset-cpus",
          "--cpuset-mems",
          "-f",
          "--file",
          "--iidfile",
          "--isolation",
          "--label",
          "--list",
          "-m",
          "--memory",
          "--memory-swap",
          "--metadata-file",
          "--network",
          "--no-cache-filter",
          "-o",
          "--output",
          "--platform",
          "--policy",
          "--progress",
          "--provenance",
          "--sbom",
          "--secret",
          "--security-opt",
          "--set",
          "--shm-size",
          "--ssh",
          "-t",
          "--tag",
          "--target",
          "--ulimit",
          "--var");

  /** Flags that make it tell something instead of building. */
  private static final String[] TELLING = {
    "--check", "--print", "--call", "--list", "--help", "-h"
  };

  /** Reads a call; empty if it builds nothing. */
  public static Optional<BuildCommand> of(Call call) {
    List<ShellWord> args = call.args();
    int at = command(args, 0);
    boolean buildx = call.name().endsWith("buildx");
    if (call.name().equals("docker")) {
      String word = word(args, at);
      if (word.equals("buildx")) {
        buildx = true;
        at = command(args, at + 1);
      } else if (word.equals("image") || word.equals("builder")) {
        at = command(args, at + 1);
      }
    } else if (!call.name().equals("docker-buildx") && !call.name().equals("buildx")) {
      return Optional.empty();
    }
    int start = at + 1;
    return kind(word(args, at), buildx).map(kind -> of(call, kind, start));
  }

  private static BuildCommand of(Call call, Kind kind, int start) {
    return new BuildCommand(
        call, call.args().get(start - 1), kind, call.argumentsBehind(start, FLAGS));
  }

  private static Optional<Kind> kind(String word, boolean buildx) {
    return switch (word) {
      case "build" -> Optional.of(buildx ? Kind.BUILDX : Kind.DOCKER);
      case "b" -> buildx ? Optional.of(Kind.BUILDX) : Optional.empty();
      case "bake", "f" -> buildx ? Optional.of(Kind.BAKE) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Index of the first word that is no flag. */
  private static int command(List<ShellWord> args, int from) {
    int at = from;
    while (at < args.size() && args.get(at).literalPrefix().startsWith("-")) {
      at += GLOBAL.contains(args.get(at).value()) ? 2 : 1;
    }
    return at;
  }

  private static String word(List<ShellWord> args, int at) {
    return at < args.size() ? args.get(at).value() : "";
  }

  /** Whether it builds, as opposed to checking or printing. */
  public boolean builds() {
    return !arguments.has(TELLING);
  }

  /** Whether words can turn out to be flags: nothing is known to be missing then. */
  public boolean hasUnknownFlags() {
    return arguments.operands().stream()
        .anyMatch(
            word ->
                Embedded.startsWith(word.unquoted())
                    && (!word.isQuoted() || word.text().toString().contains("[@]")));
  }
}
