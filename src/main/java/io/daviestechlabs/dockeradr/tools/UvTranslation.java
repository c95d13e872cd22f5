package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Flag;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says {@code pip install} in the words of uv, from its command-line reference and its guide to
 * compatibility with pip.
 *
 * <p>Left alone, for uv has nothing that does the same: {@code --user}; {@code --extra-index-url},
 * of whose packages pip takes the newest and uv the first; {@code --ignore-installed}, which leaves
 * in place what uv could not take away; {@code --prefer-binary}, time-outs, retries, and what is
 * said to build backends.
 */
public final class UvTranslation {
  private static final Set<String> SAME =
      Set.of(
          "-r",
          "--requirement",
          "-c",
          "--constraint",
          "-e",
          "--editable",
          "-U",
          "--upgrade",
          "--no-deps",
          "-i",
          "--index-url",
          "-f",
          "--find-links",
          "--no-index",
          "-t",
          "--target",
          "--prefix",
          "--no-binary",
          "--only-binary",
          "--no-build-isolation",
          "--require-hashes",
          "--break-system-packages",
          "-q",
          "--quiet",
          "-v",
          "--verbose");

  private static final Map<String, String> RENAMED =
      Map.of(
          "--pre", "--prerelease=allow",
          "--trusted-host", "--allow-insecure-host",
          "--force-reinstall", "--reinstall",
          "--compile", "--compile-bytecode");

  /** What uv does anyway, or what its cache mount makes up for. */
  private static final Set<String> NEEDLESS =
      Set.of(
          "--no-cache-dir",
          "--no-cache",
          "--no-compile",
          "--use-pep517",
          "--isolated",
          "--disable-pip-version-check",
          "--no-python-version-warning",
          "--no-warn-conflicts",
          "--no-warn-script-location",
          "--root-user-action",
          "--progress-bar",
          "--no-input");

  private UvTranslation() {}

  /**
   * The edits that make it a call of uv; empty where a flag has no equivalent.
   *
   * @param pip a {@code pip install}
   * @param spelling of its program
   * @param destination flags that say for which Python; or empty
   */
  public static Optional<List<Edit>> of(Pip pip, PipSpelling spelling, String destination) {
    if (!pip.arguments().flags().stream().allMatch(UvTranslation::isKnown)) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(Edit.replace(spelling.span(), "uv pip"));
    // A directory is no environment, whichever Python fills it.
    boolean toDirectory = destination.equals("--system") && pip.has("-t", "--target", "--prefix");
    if (!destination.isEmpty() && !toDirectory) {
      edits.add(pip.call().insertAfter(pip.arguments().operands().get(0), destination));
    }
    Set<ShellWord> gone = new HashSet<>();
    for (Flag flag : pip.arguments().flags()) {
      if (NEEDLESS.contains(flag.name()) && gone.add(flag.word())) {
        edits.add(removal(pip.call(), flag));
      } else if (RENAMED.containsKey(flag.name())) {
        int start = flag.word().span().start();
        Span name = new Span(start, start + flag.name().length());
        edits.add(Edit.replace(name, RENAMED.get(flag.name())));
      }
    }
    return Optional.of(edits);
  }

  private static boolean isKnown(Flag flag) {
    return SAME.contains(flag.name())
        || NEEDLESS.contains(flag.name())
        || (RENAMED.containsKey(flag.name())
            && flag.word().text().toString().startsWith(flag.name()));
  }

  /** With its value. */
  private static Edit removal(Call call, Flag flag) {
    int before = call.args().indexOf(flag.word()) - 1;
    int start = (before < 0 ? call.program() : call.args().get(before)).span().end();
    return Edit.delete(new Span(start, flag.span().end()));
  }
}
