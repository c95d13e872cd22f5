package io.daviestechlabs.dockeradr.makefile;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a Makefile that is neither command nor directive.
 *
 * @param isRule whether it begins a rule
 * @param targets words before the colon; none where it sets a variable for them
 * @param command what stands behind a semicolon
 * @param variable what it sets
 * @param exports names behind a mere {@code export}
 */
record Statement(
    boolean isRule,
    List<Text> targets,
    Optional<Text> command,
    Optional<MakeVariable> variable,
    List<Text> exports) {
  private static final Pattern MODIFIERS =
      Pattern.compile("\\s*((?:(?:export|override|private)(?:\\s+|$))*)");

  static Statement of(Text line) {
    Matcher modifiers = MODIFIERS.matcher(line);
    boolean exported = modifiers.lookingAt() && modifiers.group(1).contains("export");
    Text rest = line.from(modifiers.end());
    int sign = sign(rest, 0);
    if (sign < 0) {
      List<Text> names = exported ? words(withoutComment(rest)) : List.of();
      return new Statement(false, List.of(), Optional.empty(), Optional.empty(), names);
    }
    if (isAssignment(rest, sign)) {
      return variable(rest, sign, exported);
    }
    return rule(rest, sign);
  }

  private static Statement variable(Text line, int sign, boolean exported) {
    int equals = line.indexOf('=', sign);
    Text name = line.subSequence(0, sign).strip();
    Text value = withoutComment(line.from(equals + 1)).strip();
    return new Statement(
        false,
        List.of(),
        Optional.empty(),
        Optional.of(new MakeVariable(name, value, exported)),
        List.of());
  }

  private static Statement rule(Text line, int colon) {
    int behind = colon;
    while (behind < line.length() && line.charAt(behind) == ':') {
      behind++;
    }
    Text rest = line.from(behind);
    int semicolon = rest.indexOf(';', 0);
    int comment = rest.indexOf('#', 0);
    boolean hasCommand = semicolon >= 0 && (comment < 0 || semicolon < comment);
    Text needed = hasCommand ? rest.subSequence(0, semicolon) : withoutComment(rest);
    Statement own = ofTargets(needed);
    if (own.variable.isPresent()) {
      return own;
    }
    int end = colon > 0 && line.charAt(colon - 1) == '&' ? colon - 1 : colon;
    Optional<Text> command = hasCommand ? Optional.of(rest.from(semicolon + 1)) : Optional.empty();
    return new Statement(
        true, words(line.subSequence(0, end)), command, Optional.empty(), List.of());
  }

  /** {@code target: name = value}; a static pattern rule has a second colon instead. */
  private static Statement ofTargets(Text needed) {
    int sign = sign(needed, 0);
    boolean sets = sign >= 0 && isAssignment(needed, sign);
    return sets
        ? of(needed)
        : new Statement(false, List.of(), Optional.empty(), Optional.empty(), List.of());
  }

  /** Index of the first colon, or of an operator that sets, outside of expansions; or -1. */
  private static int sign(Text line, int from) {
    int depth = 0;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
      if (c == '$' && (next == '(' || next == '{')) {
        depth++;
        i++;
      } else if (depth > 0) {
        depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
      } else if (c == '#') {
        return -1;
      } else if (c == ':' || c == '=' || ("?+!".indexOf(c) >= 0 && next == '=')) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isAssignment(Text line, int sign) {
    if (line.charAt(sign) != ':') {
      return true;
    }
    int i = sign;
    while (i < line.length() && line.charAt(i) == ':') {
      i++;
    }
    return i < line.length() && line.charAt(i) == '=';
  }

  private static Text withoutComment(Text line) {
    int hash = line.indexOf('#', 0);
    while (hash > 0 && line.charAt(hash - 1) == '\\') {
      hash = line.indexOf('#', hash + 1);
    }
    return hash < 0 ? line : line.subSequence(0, hash);
  }

  private static List<Text> words(Text line) {
    List<Text> words = new ArrayList<>();
    int start = -1;
    int depth = 0;
    for (int i = 0; i <= line.length(); i++) {
      char c = i < line.length() ? line.charAt(i) : ' ';
      depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
      boolean blank = i == line.length() || (depth <= 0 && Character.isWhitespace(c));
      if (blank && start >= 0) {
        words.add(line.subSequence(start, i));
        start = -1;
      } else if (!blank && start < 0) {
        start = i;
      }
    }
    return words;
  }
}
