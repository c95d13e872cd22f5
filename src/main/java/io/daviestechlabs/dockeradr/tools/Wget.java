package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.List;
import java.util.Optional;

/**
 * A call of {@code wget}.
 *
 * @param call as written
 * @param arguments as wget reads them
 */
public record Wget(Call call, Arguments arguments) {
  /** From {@code wget(1)}; {@code -nv} and its like are bundles for our purposes. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.bundling(
          "-o",
          "--output-file",
          "-a",
          "--append-output",
          "-e",
          "--execute",
          "-i",
          "--input-file",
          "-B",
          "--base",
          "-t",
          "--tries",
          "-O",
          "--output-document",
          "--start-pos",
          "--progress",
          "-T",
          "--timeout",
          "--dns-timeout",
          "--connect-timeout",
          "--read-timeout",
          "--limit-rate",
          "-w",
          "--wait",
          "--waitretry",
          "-Q",
          "--quota",
          "--bind-address",
          "--user",
          "--password",
          "-P",
          "--directory-prefix",
          "--cut-dirs",
          "--header",
          "--max-redirect",
          "--proxy-user",
          "--proxy-password",
          "--referer",
          "-U",
          "--user-agent",
          "--post-data",
          "--post-file",
          "--method",
          "--body-data",
          "--body-file",
          "--certificate",
          "--private-key",
          "--ca-certificate",
          "--ca-directory",
          "--load-cookies",
          "--save-cookies",
          "-l",
          "--level",
          "-A",
          "--accept",
          "-R",
          "--reject",
          "-D",
          "--domains",
          "-I",
          "--include-directories",
          "-X",
          "--exclude-directories",
          "--retry-on-http-error",
          "--secure-protocol");

  /** Reads a call; empty for other programs. */
  public static Optional<Wget> of(Call call) {
    return call.name().equals("wget")
        ? Optional.of(new Wget(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  /** The addresses that it fetches. */
  public List<ShellWord> urls() {
    return arguments.operands();
  }

  /** Whether it takes any certificate. */
  public boolean isInsecure() {
    return arguments.has("--no-check-certificate");
  }

  /** The file that it writes to, where the call names one. */
  public Optional<ShellWord> output() {
    return arguments.value("-O", "--output-document");
  }

  /** Whether it writes to its standard output. */
  public boolean writesToOutput() {
    return output().filter(name -> name.is("-") || name.is("/dev/stdout")).isPresent();
  }
}
