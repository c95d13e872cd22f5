package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is put into a word before, or while, the program that gets it is started: {@code $X} of a
 * shell, <code>${{ env.X }}</code> of a workflow, {@code $(X)} of make, <code>${X}</code> of bake.
 */
final class Embedded {
  /** Stands in a script for what is put in before the shell reads it. */
  private static final char STAND_IN = '\uFFFC';

  /** No image has a longer name. */
  private static final int LONGEST = 2_000;

  private Embedded() {}

  /** A line of a workflow's script: a shell would take its expressions for bad ones of its own. */
  static Text workflow(Text line) {
    Text.Builder out = new Text.Builder(line.span().start());
    String chars = line.toString();
    int done = 0;
    for (int open = chars.indexOf("${{"); open >= 0; open = chars.indexOf("${{", done)) {
      int close = chars.indexOf("}}", open);
      if (close < 0) {
        break;
      }
      out.append(line.subSequence(done, open));
      standIn(line, open, close + 2, out);
      done = close + 2;
    }
    return out.append(line.from(done)).build();
  }

  /**
   * A command of a Makefile: {@code $$} is the shell's dollar, any other one make's own.
   *
   * @param known what is put in for some variables
   */
  static Text make(Text command, Map<String, String> known) {
    Text.Builder out = new Text.Builder(command.span().start());
    int done = 0;
    for (int at = command.indexOf('$', 0); at >= 0; at = command.indexOf('$', done)) {
      out.append(command.subSequence(done, at));
      if (at + 1 < command.length() && command.charAt(at + 1) == '$') {
        out.append('$', command.offset(at), command.endOffset(at + 1));
        done = at + 2;
      } else {
        done = Math.max(at + 1, end(command, at));
        String value = known.get(variable(command.subSequence(at, done).toString()));
        if (value == null) {
          standIn(command, at, done, out);
        } else {
          Span place = command.subSequence(at, done).span();
          value.chars().forEach(c -> out.append((char) c, place));
        }
      }
    }
    return out.append(command.from(done)).build();
  }

  /** The name in {@code $(X)} or <code>${X}</code>. */
  private static String variable(String reference) {
    return reference.length() > 3 ? reference.substring(2, reference.length() - 1) : "";
  }

  private static void standIn(Text text, int start, int end, Text.Builder out) {
    for (int i = start; i < end; i++) {
      out.append(STAND_IN, text.offset(i), text.endOffset(i));
    }
  }

  /** Whether something is put in anywhere. */
  static boolean in(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (end(text, i) > i) {
        return true;
      }
    }
    return false;
  }

  /** Whether something is put in at the start. */
  static boolean startsWith(CharSequence text) {
    return end(text, 0) > 0;
  }

  /** Index behind what is put in at an index; the index itself where nothing is. */
  static int end(CharSequence text, int start) {
    if (start >= text.length()) {
      return start;
    }
    int i = start;
    while (i < text.length() && text.charAt(i) == STAND_IN) {
      i++;
    }
    if (i > start || text.charAt(start) != '$' || start + 1 == text.length()) {
      return i;
    }
    char open = text.charAt(start + 1);
    if (open == '{' || open == '(') {
      return behindBrackets(text, start + 1, open, open == '{' ? '}' : ')');
    }
    i = start + 1;
    while (i < text.length() && isNamePart(text.charAt(i))) {
      i++;
    }
    return i == start + 1 ? start + 2 : i;
  }

  private static int behindBrackets(CharSequence text, int start, char open, char close) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      depth += text.charAt(i) == open ? 1 : text.charAt(i) == close ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /**
   * Whether two texts cannot become the same: where they differ, nothing is put in on either side.
   */
  static boolean surelyDiffer(String one, String other) {
    if (one.length() > LONGEST || other.length() > LONGEST) {
      return false;
    }
    List<String> a = pieces(one);
    List<String> b = pieces(other);
    while (!a.isEmpty() && !b.isEmpty() && last(a).equals(last(b))) {
      a.remove(a.size() - 1);
      b.remove(b.size() - 1);
    }
    int start = 0;
    while (start < a.size() && start < b.size() && a.get(start).equals(b.get(start))) {
      start++;
    }
    List<String> left = a.subList(start, a.size());
    List<String> right = b.subList(start, b.size());
    return !(left.isEmpty() && right.isEmpty())
        && left.stream().noneMatch(Embedded::startsWith)
        && right.stream().noneMatch(Embedded::startsWith);
  }

  private static String last(List<String> pieces) {
    return pieces.get(pieces.size() - 1);
  }

  /** Single characters, and each thing that is put in as one, without the blanks in it. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      int end = Math.max(i + 1, end(text, i));
      pieces.add(end == i + 1 ? text.substring(i, end) : text.substring(i, end).replace(" ", ""));
      i = end;
    }
    return pieces;
  }
}
