package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code composer}.
 *
 * @param call as written
 * @param arguments as Composer reads them
 */
public record Composer(Call call, Arguments arguments) implements Tool {
  private static final Set<String> NAMES = Set.of("composer", "composer.phar");

  /** From Composer's command-line reference. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.bundling(
          "-d",
          "--working-dir",
          "--ignore-platform-req",
          "--prefer-install",
          "--repository",
          "--repository-url",
          "-s",
          "--stability",
          "--audit-format",
          "--apcu-autoloader-prefix");

  private static final Set<String> INSTALLS =
      Set.of(
          "install",
          "i",
          "update",
          "u",
          "upgrade",
          "require",
          "r",
          "create-project",
          "global require",
          "global install",
          "global update");

  /** Reads a call; empty for other programs. */
  public static Optional<Composer> of(Call call) {
    return NAMES.contains(call.name())
        ? Optional.of(new Composer(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  @Override
  public int depth() {
    return verb().equals("global") ? 2 : 1;
  }

  @Override
  public boolean installs() {
    return INSTALLS.contains(subcommand());
  }

  /** The packages that {@code require} and {@code create-project} name. */
  public List<PackageRequest> requests() {
    return subjects().stream().map(word -> PackageRequest.of(word, List.of(":", "="))).toList();
  }
}
