package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an input of an action may be where an expression chooses: <code>${{ github.ref ==
 * 'refs/heads/main' && 'type=…' || '' }}</code>.
 */
final class WorkflowChoice {
  private static final String START = "${{";

  private WorkflowChoice() {}

  /** Whether a line is nothing but one expression. */
  static boolean isWhole(Text line) {
    String chars = line.toString();
    return chars.startsWith(START) && chars.indexOf("}}") == chars.length() - 2;
  }

  /**
   * The caches that a line may turn out to be: strings of its expression that are given to no
   * function, or itself where there are none.
   */
  static Stream<Text> of(Text line) {
    List<Text> strings = isWhole(line) ? strings(line) : List.of();
    return strings.isEmpty() ? Stream.of(line) : strings.stream();
  }

  private static List<Text> strings(Text line) {
    List<Text> strings = new ArrayList<>();
    int calls = 0;
    for (int i = START.length(); i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\'') {
        int end = Math.max(i + 1, line.indexOf('\'', i + 1));
        Text string = line.subSequence(i + 1, end);
        if (calls == 0 && string.toString().startsWith("type=")) {
          strings.add(string);
        }
        i = end;
      } else if (c == '(') {
        boolean isCall = Character.isLetterOrDigit(line.charAt(i - 1));
        calls += isCall || calls > 0 ? 1 : 0;
      } else if (c == ')' && calls > 0) {
        calls--;
      }
    }
    return strings;
  }
}
