package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Flag;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says {@code pip install} in the words of uv, from its guide to compatibility with pip. */
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
          "--pre",
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
          "--force-reinstall",
          "--break-system-packages",
          "--compile",
          "--no-compile",
          "-q",
          "--quiet",
          "-v",
          "--verbose");

  /** What uv does anyway, or what its cache mount makes up for. */
  private static final Set<String> NEEDLESS =
      Set.of(
          "--no-cache-dir",
          "--no-cache",
          "--disable-pip-version-check",
          "--no-warn-script-location",
          "--root-user-action",
          "--progress-bar",
          "--no-input");

  private UvTranslation() {}

  /**
   * The edits that make it a call of uv; empty where a flag or the spelling has no equivalent.
   *
   * @param pip a {@code pip install}
   * @param system whether it is the system's Python that gets the packages
   */
  public static Optional<List<Edit>> of(Pip pip, boolean system) {
    Call call = pip.call();
    Span program = programSpan(call).orElse(null);
    boolean known =
        pip.arguments().flags().stream()
            .allMatch(f -> SAME.contains(f.name()) || NEEDLESS.contains(f.name()));
    if (program == null || !known) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(Edit.replace(program, "uv pip"));
    if (system && !pip.has("-t", "--target", "--prefix")) {
      edits.add(call.insertAfter(pip.arguments().operands().get(0), "--system"));
    }
    Set<ShellWord> gone = new HashSet<>();
    for (Flag flag : pip.arguments().flags()) {
      if (NEEDLESS.contains(flag.name()) && gone.add(flag.word())) {
        int before = call.args().indexOf(flag.word()) - 1;
        int start = (before < 0 ? call.program() : call.args().get(before)).span().end();
        edits.add(Edit.delete(new Span(start, flag.span().end())));
      }
    }
    return Optional.of(edits);
  }

  /** {@code pip}, {@code pip3}, {@code python -m pip}, with no path and version of their own. */
  private static Optional<Span> programSpan(Call call) {
    Span pip = call.program().span();
    if (call.outer().isEmpty()) {
      return call.program().text().toString().matches("pip3?")
          ? Optional.of(pip)
          : Optional.empty();
    }
    Call python = call.outer().get();
    boolean plain =
        python.simple() == call.simple()
            && python.outer().isEmpty()
            && python.program().text().toString().matches("python3?")
            && python.args().size() > 1
            && python.args().get(0).is("-m")
            && python.args().get(1) == call.program();
    return plain ? Optional.of(python.program().span().to(pip)) : Optional.empty();
  }
}
