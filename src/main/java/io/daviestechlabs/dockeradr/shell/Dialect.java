package io.daviestechlabs.dockeradr.shell;

import java.util.List;
import java.util.Locale;

/** Whose grammar a script follows. */
public enum Dialect {
  /** {@code sh}: dash, or BusyBox's ash. */
  POSIX,
  /** {@code bash}, and {@code zsh} and {@code ksh} as far as they agree with it. */
  BASH,
  /** Windows PowerShell; not read. */
  POWERSHELL,
  /** {@code cmd.exe}; not read. */
  CMD,
  /** Some other interpreter; not read. */
  OTHER;

  /** Whether scripts of it are parsed. */
  public boolean isRead() {
    return this == POSIX || this == BASH;
  }

  /**
   * The dialect of a SHELL instruction's words, such as {@code /bin/bash -o pipefail -c}.
   *
   * @param words program and arguments; none for the default shell
   */
  public static Dialect of(List<String> words) {
    return words.isEmpty() ? POSIX : ofProgram(words.get(0));
  }

  /** The dialect of an interpreter, with or without its path. */
  public static Dialect ofProgram(String program) {
    String name =
        program.substring(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1);
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "sh", "dash", "ash", "busybox" -> POSIX;
      case "bash", "zsh", "ksh", "mksh" -> BASH;
      case "powershell", "powershell.exe", "pwsh", "pwsh.exe" -> POWERSHELL;
      case "cmd", "cmd.exe" -> CMD;
      default -> OTHER;
    };
  }
}
