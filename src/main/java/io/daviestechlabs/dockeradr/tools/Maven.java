package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code mvn}, {@code mvnd} or a Maven wrapper.
 *
 * @param call as written
 * @param arguments as Maven reads them
 */
public record Maven(Call call, Arguments arguments) implements Tool {
  private static final Set<String> NAMES = Set.of("mvn", "mvnd", "mvnw", "mvnDebug");

  /** From {@code mvn --help}. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.whole(
          "-b",
          "--builder",
          "-D",
          "--define",
          "-emp",
          "--encrypt-master-password",
          "-ep",
          "--encrypt-password",
          "-f",
          "--file",
          "-gs",
          "--global-settings",
          "-gt",
          "--global-toolchains",
          "-is",
          "--install-settings",
          "-l",
          "--log-file",
          "-P",
          "--activate-profiles",
          "-pl",
          "--projects",
          "-rf",
          "--resume-from",
          "-s",
          "--settings",
          "-t",
          "--toolchains",
          "-T",
          "--threads",
          "--color");

  /** Reads a call; empty for other programs. */
  public static Optional<Maven> of(Call call) {
    return NAMES.contains(call.name())
        ? Optional.of(new Maven(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  @Override
  public int depth() {
    return 0;
  }

  /** Phases and goals. */
  public List<String> goals() {
    return subjects().stream().map(ShellWord::value).toList();
  }

  @Override
  public boolean installs() {
    return !goals().isEmpty();
  }

  @Override
  public boolean isOffline() {
    return has("-o", "--offline");
  }

  /** The local repository, where the call names one. */
  public Optional<ShellWord> repository() {
    return property("maven.repo.local");
  }

  /** What {@code -Dname=value} or {@code -D name=value} defines. */
  public Optional<ShellWord> property(String name) {
    Optional<ShellWord> attached = arguments.value("-D" + name);
    return attached.isPresent()
        ? attached
        : arguments.all("-D", "--define").stream()
            .flatMap(flag -> flag.value().stream())
            .filter(value -> value.literalPrefix().startsWith(name + "="))
            .map(value -> value.from(name.length() + 1))
            .findFirst();
  }
}
