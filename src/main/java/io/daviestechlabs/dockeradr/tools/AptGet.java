package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "source", ".");

  /** Programs of the system itself, which do not. */
  private static final Pattern SYSTEM = Pattern.compile("/(?:usr/)?s?bin/(?!.*\\.sh$)[a-z-]+");

  /** Programs that fetch the lists of what they add. */
  private static final Set<String> ADDERS =
      Set.of("add-apt-repository", "apt-add-repository", "extrepo", "nala");

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

  /** Those among some calls, in order. */
  public static List<AptGet> in(List<Call> calls) {
    List<AptGet> found = new ArrayList<>();
    for (Call call : calls) {
      of(call).ifPresent(found::add);
    }
    return found;
  }

  /** Whether calls of one RUN install nothing, or fetch the lists before they do. */
  public static boolean areSelfSufficient(List<Call> calls) {
    for (AptGet call : in(calls)) {
      if (call.updates()) {
        return true;
      }
      if (call.installs()) {
        return false;
      }
    }
    return true;
  }

  /** The first call of a RUN that installs with lists that it did not fetch for certain. */
  public static Optional<AptGet> borrower(List<Call> calls) {
    for (Call call : calls) {
      Optional<AptGet> apt = of(call);
      if (apt.filter(AptGet::updates).isPresent() || mayUpdate(call)) {
        return Optional.empty();
      }
      if (apt.filter(a -> a.installs() && !a.isOffline()).isPresent()) {
        return apt;
      }
    }
    return Optional.empty();
  }

  /** Whether another program may fetch the lists: a script, or one that adds a source. */
  public static boolean mayUpdate(Call call) {
    if (SHELLS.contains(call.name())) {
      // What a literal behind -c calls is among the calls.
      return call.value("-c").flatMap(ShellWord::literal).isEmpty();
    }
    String path = call.program().value();
    boolean isScript = path.indexOf('/') >= 0 && !SYSTEM.matcher(path).matches();
    return isScript || call.name().isEmpty() || ADDERS.contains(call.name());
  }

  @Override
  public boolean installs() {
    return INSTALLS.contains(subcommand());
  }

  @Override
  public boolean isOffline() {
    return has("--no-download", "-s", "--simulate", "--dry-run");
  }

  /** Whether packages that others recommend are left out, or asked for, by a flag. */
  public boolean decidesOnRecommends() {
    return has(
            "--no-install-recommends",
            "--install-recommends",
            "-R",
            "--without-recommends",
            "-r",
            "--with-recommends")
        || arguments.all("-o", "--option").stream()
            .flatMap(flag -> flag.value().stream())
            .anyMatch(value -> value.value().contains("Install-Recommends"));
  }

  /** Whether it fetches the lists of packages. */
  public boolean updates() {
    return subcommand().equals("update");
  }

  /** Whether a call may change where packages come from, or whom to trust. */
  public static boolean mayChangeSources(Call call) {
    boolean installsFile =
        of(call).stream()
            .flatMap(apt -> apt.subjects().stream())
            .anyMatch(word -> word.text().indexOf('/', 0) >= 0 || word.value().endsWith(".deb"));
    boolean names =
        Stream.concat(
                call.args().stream(), call.redirects().stream().map(redirect -> redirect.target()))
            .map(ShellWord::value)
            .anyMatch(value -> value.contains("/apt") || value.contains("sources.list"));
    return mayUpdate(call)
        || installsFile
        || names
        || call.name().equals("dpkg")
        || call.name().equals("apt-key");
  }

  /** The packages that it names, a version behind {@code =}, a release behind {@code /}. */
  public List<PackageRequest> requests() {
    return subjects().stream().map(word -> PackageRequest.of(word, List.of("=", "/"), 1)).toList();
  }

  /** What is to be installed or removed, with versions and signs as written. */
  public List<ShellWord> packages() {
    return subjects();
  }

  /** Whether a directory is one where apt keeps packages or lists. */
  public static boolean keepsIn(String directory) {
    return Paths.isBelow(directory, "/var/cache/apt") || Paths.isBelow(directory, "/var/lib/apt");
  }
}
