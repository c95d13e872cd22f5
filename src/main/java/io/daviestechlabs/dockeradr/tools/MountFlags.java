package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Flag;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code --mount} flags into a RUN, one a line, as the decision writes them. */
public final class MountFlags {
  private static final String INDENT = "    ";

  private MountFlags() {}

  /**
   * Puts flags behind those that are there.
   *
   * @param file that the RUN stands in
   * @param run to get them
   * @param flags at least one, whole
   */
  public static Edit add(Dockerfile file, Run run, List<String> flags) {
    List<Flag> present = run.flags();
    int at =
        present.isEmpty()
            ? run.keyword().span().end()
            : present.get(present.size() - 1).span().end();
    String newLine = " " + file.escape() + file.source().lineEnd() + INDENT;
    String all = flags.stream().collect(Collectors.joining(newLine));
    String gap = file.source().slice(new Span(at, run.raw().rest().span().start()));
    boolean ownLine = gap.indexOf('\n') >= 0 || run.raw().rest().toString().startsWith("<<");
    return Edit.insert(
        at,
        (present.isEmpty() ? " " : newLine)
            + all
            + (ownLine ? "" : newLine.substring(0, newLine.length() - 1)));
  }
}
