package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Add;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.python.Requirement;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.tools.Curl;
import io.daviestechlabs.dockeradr.tools.Pip;
import io.daviestechlabs.dockeradr.tools.Wget;
import java.util.Optional;
import java.util.regex.Pattern;

/** A copied binary has a version, a digest and a layer that no RUN above it invalidates. */
public final class Adr0203UvNotCopied implements Rule {
  private static final Meta META =
      Meta.of(Severity.INFO, "uv installed by a script or by pip, and not copied from its image");

  private static final Pattern DOWNLOAD =
      Pattern.compile("https?://(?:astral\\.sh/uv/|github\\.com/astral-sh/uv/releases/).*");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.facts()
        .runs()
        .forEach(run -> run.calls().forEach(call -> source(call).ifPresent(s -> report(pass, s))));
    pass.file()
        .all(Add.class)
        .flatMap(add -> add.sources().stream())
        .filter(word -> DOWNLOAD.matcher(word.toString()).matches())
        .forEach(word -> report(pass, word.span()));
  }

  /** What of a call says that it fetches uv. */
  private static Optional<Span> source(Call call) {
    Optional<Pip> pip = Pip.of(call).filter(p -> p.subcommand().equals("install"));
    if (pip.isPresent()) {
      return pip.get().requirement("uv").map(Requirement::span);
    }
    return Curl.of(call)
        .map(Curl::urls)
        .or(() -> Wget.of(call).map(Wget::urls))
        .flatMap(urls -> urls.stream().filter(Adr0203UvNotCopied::isDownload).findFirst())
        .map(ShellWord::span);
  }

  private static boolean isDownload(ShellWord url) {
    return DOWNLOAD.matcher(url.unquoted()).matches();
  }

  private static void report(Pass pass, Span span) {
    pass.report(
        span,
        "uv is not copied from its image",
        "COPY --from=ghcr.io/astral-sh/uv has a version and needs no downloader");
  }
}
