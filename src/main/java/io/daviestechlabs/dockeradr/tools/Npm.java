package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call of {@code npm}, {@code yarn}, {@code pnpm} or {@code bun}.
 *
 * @param call as written
 * @param arguments as it reads them
 */
public record Npm(Call call, Arguments arguments) implements Tool {
  /** From the command-line references of the four. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.whole(
          "--prefix",
          "-C",
          "--dir",
          "--cwd",
          "--cache",
          "--cache-dir",
          "--cache-folder",
          "--store-dir",
          "--registry",
          "--userconfig",
          "--loglevel",
          "--network-timeout",
          "--network-concurrency",
          "--modules-folder",
          "--mutex",
          "--filter",
          "-F",
          "-w",
          "--workspace",
          "--tag",
          "--omit",
          "--include",
          "--maxsockets",
          "--reporter",
          "--backend");

  private static final Set<String> NPM =
      Set.of(
          "install",
          "i",
          "in",
          "ins",
          "inst",
          "insta",
          "instal",
          "isnt",
          "isnta",
          "isntal",
          "isntall",
          "add",
          "ci",
          "clean-install",
          "install-clean",
          "ic",
          "isntall-clean",
          "install-test",
          "it",
          "install-ci-test",
          "clean-install-test",
          "cit",
          "sit",
          "update",
          "up",
          "upgrade",
          "udpate",
          "exec",
          "x");
  private static final Set<String> YARN =
      Set.of("", "install", "add", "up", "upgrade", "dlx", "global add", "workspaces focus");
  private static final Set<String> PNPM =
      Set.of("install", "i", "add", "update", "up", "upgrade", "fetch", "dlx", "deploy", "ci");
  private static final Set<String> BUN = Set.of("install", "i", "add", "a", "update", "x", "ci");

  /** Reads a call; empty for other programs. */
  public static Optional<Npm> of(Call call) {
    return switch (call.name()) {
      case "npm", "yarn", "yarnpkg", "pnpm", "bun" ->
          Optional.of(new Npm(call, call.arguments(SYNTAX)));
      default -> Optional.empty();
    };
  }

  @Override
  public int depth() {
    String first = verb();
    boolean yarn = call.name().startsWith("yarn");
    return yarn && (first.equals("global") || first.equals("workspaces")) ? 2 : 1;
  }

  @Override
  public boolean installs() {
    Set<String> installs =
        switch (call.name()) {
          case "npm" -> NPM;
          case "pnpm" -> PNPM;
          case "bun" -> BUN;
          default -> YARN;
        };
    return installs.contains(subcommand()) && !has("--version", "-v", "--help", "-h");
  }

  /** Whether packages go to the whole system and not to the project. */
  public boolean isGlobal() {
    return has("-g", "--global") || subcommand().startsWith("global ");
  }

  /** The packages that it names; none where a manifest does. */
  public List<PackageRequest> requests() {
    return subjects().stream().map(word -> PackageRequest.of(word, List.of("@"), 1)).toList();
  }
}
