package io.daviestechlabs.dockeradr.report;

import io.daviestechlabs.dockeradr.lint.Severity;

/** Colours of a terminal, or none. */
public enum Ink {
  /** Escape codes for a terminal. */
  ANSI,
  /** Plain characters for files, logs and pipes. */
  NONE;

  /** A heading in the colour of its weight. */
  public String heading(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint("1;31", text);
      case WARNING -> paint("1;33", text);
      case INFO, OFF -> paint("1;36", text);
    };
  }

  /** Text that matters. */
  public String strong(String text) {
    return paint("1", text);
  }

  /** Line numbers, bars and arrows. */
  public String frame(String text) {
    return paint("34", text);
  }

  /** Carets and their label, in the colour of the finding. */
  public String mark(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint("31", text);
      case WARNING -> paint("33", text);
      case INFO, OFF -> paint("36", text);
    };
  }

  private String paint(String code, String text) {
    return this == NONE || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[m";
  }
}
