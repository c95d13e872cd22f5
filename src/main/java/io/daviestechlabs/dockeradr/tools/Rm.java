package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.FlagSyntax;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.Edit;
import java.util.List;
import java.util.Optional;

/**
 * A call of {@code rm}.
 *
 * @param call as written
 * @param arguments as rm reads them
 */
public record Rm(Call call, Arguments arguments) {
  private static final FlagSyntax SYNTAX = FlagSyntax.bundling();

  /** Reads a call; empty for other programs. */
  public static Optional<Rm> of(Call call) {
    return call.name().equals("rm")
        ? Optional.of(new Rm(call, call.arguments(SYNTAX)))
        : Optional.empty();
  }

  /** What it deletes. */
  public List<ShellWord> targets() {
    return arguments.operands();
  }

  /** Whether directories go with all that is in them. */
  public boolean isRecursive() {
    return arguments.has("-r", "-R", "--recursive");
  }

  /**
   * The directory that one of its targets empties: {@code /x} of {@code /x}, {@code /x/} and {@code
   * /x/*}; empty where an expansion decides, for other globs and for relative paths.
   */
  public static Optional<String> directory(ShellWord target) {
    return target
        .literal()
        .map(Object::toString)
        .map(path -> path.endsWith("/*") ? path.substring(0, path.length() - 1) : path)
        .filter(path -> path.startsWith("/") && path.indexOf('*') < 0 && path.indexOf('?') < 0)
        .map(Paths::clean);
  }

  /** Spares some of its targets; empty where none is left and the call cannot go. */
  public Optional<List<Edit>> sparing(List<ShellWord> spared) {
    return spared.containsAll(targets())
        ? call.removal().map(span -> List.of(Edit.delete(span)))
        : Optional.of(spared.stream().map(call::remove).toList());
  }

  /** Whether all that it deletes is apt's: packages or lists. */
  public boolean isOfApt() {
    return !targets().isEmpty()
        && targets().stream().allMatch(t -> directory(t).filter(AptGet::keepsIn).isPresent());
  }
}
