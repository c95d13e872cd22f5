package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Arguments;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The mode that {@code chmod} gives to files.
 *
 * @param word the mode
 * @param paths the files
 */
public record FileMode(ShellWord word, List<ShellWord> paths) {
  private static final Pattern OCTAL = Pattern.compile("[0-7]{3,5}");

  /** A clause for others, or for all, that adds or sets w. */
  private static final Pattern FOR_OTHERS =
      Pattern.compile("(?:.*,)?[ug]*[ao][ugoa]*[+=][rxXst]*w[rwxXst]*(?:,.*)?");

  /** Directories that are writable to all, as everybody expects. */
  private static final List<String> TEMPORARY =
      List.of("/tmp", "/var/tmp", "/dev", "/run/lock", "/var/lock");

  /** The mode of a call; empty for other programs. */
  public static Optional<FileMode> ofChmod(Call call) {
    if (!call.name().equals("chmod") || call.hasFlag("--reference")) {
      return Optional.empty();
    }
    Arguments arguments = call.arguments(Set.of());
    List<ShellWord> operands = arguments.operands();
    return operands.size() < 2
        ? Optional.empty()
        : Optional.of(new FileMode(operands.get(0), operands.subList(1, operands.size())));
  }

  /** Whether a mode lets everybody write, and delete what others wrote. */
  public static boolean opensToAll(String mode) {
    if (OCTAL.matcher(mode).matches()) {
      int bits = Integer.parseInt(mode, 8);
      return (bits & 0002) != 0 && (bits & 01000) == 0;
    }
    return FOR_OTHERS.matcher(mode).matches() && mode.indexOf('t') < 0;
  }

  /** Whether it is for directories that everybody may write to anyway. */
  public boolean isForTemporary() {
    return paths.stream().allMatch(path -> isTemporary(path.value()));
  }

  private static boolean isTemporary(String path) {
    return TEMPORARY.stream().anyMatch(t -> path.equals(t) || path.startsWith(t + "/"));
  }
}
