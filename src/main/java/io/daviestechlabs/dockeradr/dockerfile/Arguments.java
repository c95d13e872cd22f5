package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Cuts what follows the flags into the words that BuildKit makes of it for a keyword. */
final class Arguments {
  private final char escape;
  private final List<Text> words = new ArrayList<>();
  private boolean json;
  private String error;

  Arguments(char escape) {
    this.escape = escape;
  }

  List<Text> words() {
    return List.copyOf(words);
  }

  boolean isJson() {
    return json;
  }

  /** What is wrong, as BuildKit words it; null if nothing is. */
  String error() {
    return error;
  }

  void read(String keyword, Text rest) {
    switch (keyword) {
      case "add", "copy", "volume" -> {
        if (!json(rest)) {
          separated(rest);
        }
      }
      case "run", "cmd", "entrypoint", "shell" -> {
        if (!json(rest)) {
          whole(rest);
        }
      }
      case "env", "label" -> pairs(rest, keyword);
      case "arg" -> quotedWords(rest, words);
      case "expose", "from" -> separated(rest);
      case "healthcheck" -> healthcheck(rest);
      case "maintainer", "stopsignal", "user", "workdir" -> whole(rest);
      case "onbuild" -> {
        // its argument is an instruction
      }
      default -> {
        // as parseIgnore: what an unknown instruction says is not looked at
        words.add(Text.empty(rest.span().start()));
      }
    }
  }

  private void whole(Text rest) {
    if (rest.length() > 0 && error == null) {
      words.add(rest);
    }
  }

  private void separated(Text rest) {
    if (rest.length() == 0 || error != null) {
      return;
    }
    int start = 0;
    for (int i = 0; i < rest.length(); i++) {
      if (Space.separates(rest.charAt(i))) {
        words.add(rest.subSequence(start, i));
        while (i + 1 < rest.length() && Space.separates(rest.charAt(i + 1))) {
          i++;
        }
        start = i + 1;
      }
    }
    words.add(rest.from(start));
  }

  private boolean json(Text rest) {
    if (rest.length() == 0 || rest.charAt(0) != '[') {
      return false;
    }
    JsonArray array = JsonArray.read(rest);
    if (array.kind() == JsonArray.Kind.STRINGS) {
      words.addAll(array.strings());
      json = true;
    } else if (array.kind() == JsonArray.Kind.OTHER) {
      error = "when using JSON array syntax, arrays must be comprised of strings only";
    }
    return json;
  }

  private void healthcheck(Text rest) {
    int end = 0;
    while (end < rest.length() && !Space.is(rest.charAt(end))) {
      end++;
    }
    int next = end;
    while (next < rest.length() && Space.is(rest.charAt(next))) {
      next++;
    }
    if (end == 0) {
      return;
    }
    words.add(rest.subSequence(0, end));
    Text command = rest.from(next);
    if (!json(command)) {
      whole(command);
    }
  }

  /** Three words a pair, as BuildKit has them: name, value, and what stood between them. */
  private void pairs(Text rest, String keyword) {
    List<Text> found = new ArrayList<>();
    quotedWords(rest, found);
    if (found.isEmpty()) {
      return;
    }
    if (found.get(0).indexOf('=', 0) < 0) {
      legacyPair(rest, keyword);
      return;
    }
    for (Text word : found) {
      int equals = word.indexOf('=', 0);
      if (equals < 0) {
        words.clear();
        error =
            "Syntax error - can't find = in "
                + GoQuote.quote(word.toString())
                + ". Must be of the form: name=value";
        return;
      }
      words.add(word.subSequence(0, equals));
      words.add(word.from(equals + 1));
      words.add(word.subSequence(equals, equals + 1));
    }
  }

  // as parseNameVal: a first word without '=' means the old form with one name and one value
  private void legacyPair(Text rest, String keyword) {
    int end = 0;
    while (end < rest.length() && !Space.separates(rest.charAt(end))) {
      end++;
    }
    if (end == rest.length()) {
      error = Names.upper(keyword) + " must have two arguments";
      return;
    }
    int next = end;
    while (next < rest.length() && Space.separates(rest.charAt(next))) {
      next++;
    }
    words.add(rest.subSequence(0, end));
    words.add(rest.from(next));
    words.add(rest.subSequence(end, end));
  }

  /** Words with their quotes and escapes, white space inside quotes not separating. */
  private void quotedWords(Text rest, List<Text> out) {
    int i = 0;
    int length = rest.length();
    while (true) {
      while (i < length && Space.is(rest.charAt(i))) {
        i++;
      }
      if (i == length) {
        return;
      }
      int start = i;
      char quote = 0;
      while (i < length && (quote != 0 || !Space.is(rest.charAt(i)))) {
        char c = rest.charAt(i);
        if (c == escape && quote != '\'') {
          i++;
        } else if (quote == 0 && (c == '\'' || c == '"')) {
          quote = c;
        } else if (c == quote) {
          quote = 0;
        }
        i++;
      }
      boolean cut = i > length;
      i = Math.min(i, length);
      // as parseWords: an escape character at the very end is dropped
      int end = cut ? length - 1 : length;
      if (Math.min(i, end) > start) {
        out.add(rest.subSequence(start, Math.min(i, end)));
      }
    }
  }
}
