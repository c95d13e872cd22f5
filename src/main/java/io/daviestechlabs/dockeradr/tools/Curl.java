package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call of {@code curl}.
 *
 * @param call as written
 * @param arguments as curl reads them
 */
public record Curl(Call call, Arguments arguments) {
  /** From {@code curl(1)}. */
  private static final FlagSyntax SYNTAX =
      FlagSyntax.bundling(
          "-A",
          "--user-agent",
          "-b",
          "--cookie",
          "-c",
          "--cookie-jar",
          "-C",
          "--continue-at",
          "-d",
          "--data",
          "--data-raw",
          "--data-binary",
          "--data-urlencode",
          "--data-ascii",
          "--json",
          "-D",
          "--dump-header",
          "-e",
          "--referer",
          "-E",
          "--cert",
          "--cert-type",
          "--cacert",
          "--capath",
          "--key",
          "--key-type",
          "--pass",
          "-F",
          "--form",
          "--form-string",
          "-h",
          "-H",
          "--header",
          "-K",
          "--config",
          "-m",
          "--max-time",
          "--connect-timeout",
          "-o",
          "--output",
          "--output-dir",
          "-P",
          "--ftp-port",
          "-Q",
          "--quote",
          "-r",
          "--range",
          "--retry",
          "--retry-delay",
          "--retry-max-time",
          "--resolve",
          "--connect-to",
          "-t",
          "--telnet-option",
          "-T",
          "--upload-file",
          "-u",
          "--user",
          "-U",
          "--proxy-user",
          "-w",
          "--write-out",
          "-x",
          "--proxy",
          "--noproxy",
          "-X",
          "--request",
          "-y",
          "--speed-time",
          "-Y",
          "--speed-limit",
          "-z",
          "--time-cond",
          "--url",
          "--max-redirs",
          "--limit-rate",
          "--interface",
          "--unix-socket",
          "--oauth2-bearer",
          "--proto",
          "--proto-default",
          "--proto-redir",
          "--ciphers",
          "--tls-max",
          "--pinnedpubkey",
          "--aws-sigv4",
          "--stderr",
          "--trace",
          "--trace-ascii",
          "--dns-servers",
          "--doh-url",
          "--netrc-file",
          "--variable",
          "--create-file-mode",
          "--keepalive-time",
          "--parallel-max",
          "--rate");

  /** Reads a call; empty for other programs. */
  public static Optional<Curl> of(Call call) {
    return call.name().equals("curl")
        ? Optional.of(new Curl(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  /** The addresses that it fetches. */
  public List<ShellWord> urls() {
    List<ShellWord> urls = new ArrayList<>(arguments.operands());
    arguments.all("--url").forEach(flag -> flag.value().ifPresent(urls::add));
    return List.copyOf(urls);
  }

  /** Whether an HTTP error makes it fail. */
  public boolean failsOnError() {
    return arguments.has("-f", "--fail", "--fail-with-body");
  }

  /** Whether it follows redirects. */
  public boolean followsRedirects() {
    return arguments.has("-L", "--location", "--location-trusted");
  }

  /** Whether it takes any certificate. */
  public boolean isInsecure() {
    return arguments.has("-k", "--insecure");
  }

  /** The file that it writes to, where the call names one. */
  public Optional<ShellWord> output() {
    return arguments.value("-o", "--output");
  }

  /** Whether it writes to its standard output: no file is named, by the call or by the address. */
  public boolean writesToOutput() {
    boolean file = arguments.has("-O", "--remote-name", "--remote-name-all");
    return !file && output().filter(name -> !name.is("-")).isEmpty();
  }
}
