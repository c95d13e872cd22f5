package io.daviestechlabs.dockeradr.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which shell reads a script. */
public enum Dialect {
  /** {@code sh} and {@code dash}: what POSIX has. */
  POSIX("/bin/sh", EnumSet.noneOf(Feature.class)),
  /** BusyBox, which is {@code /bin/sh} on Alpine. */
  ASH(
      "ash",
      EnumSet.of(
          Feature.DOUBLE_BRACKET,
          Feature.PROCESS_SUBSTITUTION,
          Feature.FUNCTION_KEYWORD,
          Feature.ANSI_QUOTE,
          Feature.REDIRECT_BOTH,
          Feature.SUBSTRING,
          Feature.REPLACEMENT)),
  /** {@code bash}. */
  BASH("bash", EnumSet.allOf(Feature.class)),
  /** {@code ksh}, read like bash. */
  KSH("ksh", EnumSet.allOf(Feature.class)),
  /** {@code zsh}, read like bash. */
  ZSH("zsh", EnumSet.allOf(Feature.class)),
  /** {@code pwsh} and {@code powershell}: not read. */
  POWERSHELL("powershell", EnumSet.noneOf(Feature.class)),
  /** {@code cmd}: not read. */
  CMD("cmd", EnumSet.noneOf(Feature.class)),
  /** Any other program, say {@code python}: not read. */
  OTHER("", EnumSet.noneOf(Feature.class));

  /** No shell has a longer name. */
  private static final int LONGEST = 32;

  private final String shell;
  private final Set<Feature> features;

  Dialect(String shell, Set<Feature> features) {
    this.shell = shell;
    this.features = Set.copyOf(features);
  }

  /**
   * The dialect of a SHELL instruction's words, such as {@code /bin/bash -o pipefail -c}.
   *
   * @param words program and arguments; none for the default shell
   */
  public static Dialect of(List<String> words) {
    for (String word : words) {
      boolean skipped = name(word).equals("env") || word.startsWith("-") || word.contains("=");
      if (!skipped) {
        return ofProgram(word);
      }
    }
    return POSIX;
  }

  /** The dialect that the first line of a script asks for; the given one if it is no {@code #!}. */
  public static Dialect ofShebang(CharSequence script, Dialect otherwise) {
    if (script.length() < 2 || script.charAt(0) != '#' || script.charAt(1) != '!') {
      return otherwise;
    }
    int end = 2;
    while (end < script.length() && script.charAt(end) != '\n') {
      end++;
    }
    String line = script.subSequence(2, end).toString().strip();
    return line.isEmpty() ? otherwise : of(List.of(line.split("\\s+")));
  }

  /** The dialect of an interpreter, with or without its path. */
  public static Dialect ofProgram(String program) {
    return switch (name(program)) {
      case "sh", "dash", "posh", "yash" -> POSIX;
      case "ash", "busybox" -> ASH;
      case "bash", "rbash" -> BASH;
      case "ksh", "ksh93", "mksh", "oksh", "loksh" -> KSH;
      case "zsh" -> ZSH;
      case "pwsh", "powershell" -> POWERSHELL;
      case "cmd" -> CMD;
      default -> OTHER;
    };
  }

  /** Whether a script of it is read at all; otherwise nothing is claimed about it. */
  public boolean isRead() {
    return switch (this) {
      case POWERSHELL, CMD, OTHER -> false;
      default -> true;
    };
  }

  /** Whether it has a feature. */
  public boolean has(Feature feature) {
    return features.contains(feature);
  }

  /** How messages call the shell. */
  public String shell() {
    return shell;
  }

  private static String name(String word) {
    String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
    // Java's small letters take time in the square of the length, where words grow by them.
    String lower = name.length() > LONGEST ? name : name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".exe") ? lower.substring(0, lower.length() - 4) : lower;
  }
}
