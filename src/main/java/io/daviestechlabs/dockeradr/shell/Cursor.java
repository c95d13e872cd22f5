package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;

/** A place in a script, and the here-documents that wait for the end of the line. */
class Cursor {
  /** Deeper scripts are nobody's; each level costs some frames of the stack. */
  static final int DEEPEST = 100;

  final Text text;
  final Dialect dialect;
  final int depth;
  int at;
  private final List<ShellProblem> problems = new ArrayList<>();

  Cursor(Text text, Dialect dialect, int depth) {
    this.text = text;
    this.dialect = dialect;
    this.depth = depth;
  }

  List<ShellProblem> problems() {
    return problems;
  }

  final boolean bash() {
    return dialect == Dialect.BASH;
  }

  final boolean done() {
    return at >= text.length();
  }

  final char peek() {
    return peek(0);
  }

  /** A character ahead; NUL behind the end. */
  final char peek(int ahead) {
    int i = at + ahead;
    return i < text.length() ? text.charAt(i) : '\0';
  }

  final boolean looking(String characters) {
    for (int i = 0; i < characters.length(); i++) {
      if (at + i >= text.length() || text.charAt(at + i) != characters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  final boolean take(String characters) {
    if (looking(characters)) {
      at += characters.length();
      return true;
    }
    return false;
  }

  final Span span(int start) {
    return text.span(start, at);
  }

  /** Notes what is wrong and gives up: the cursor goes to the end, so that every loop ends. */
  final void fail(int start, String message) {
    if (problems.isEmpty()) {
      problems.add(
          new ShellProblem(
              text.span(Math.min(start, text.length()), Math.min(start + 1, text.length())),
              message));
    }
    at = text.length();
  }

  final boolean failed() {
    return !problems.isEmpty();
  }

  final void adopt(List<ShellProblem> others) {
    if (problems.isEmpty()) {
      problems.addAll(others);
    }
  }
}
