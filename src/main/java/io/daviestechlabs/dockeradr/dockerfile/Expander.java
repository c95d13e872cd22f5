package io.daviestechlabs.dockeradr.dockerfile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Replaces variables by their values, and splits the result into words on the way. */
final class Expander {
  /** No sane word is longer; variables that double one another are no denial of service. */
  private static final int MAX_LENGTH = 1 << 20;

  private final Scope scope;
  private final boolean rawQuotes;
  private final boolean keepUnset;
  private final Set<String> matched = new LinkedHashSet<>();
  private final Set<String> unmatched = new LinkedHashSet<>();

  /** Shared by all levels, as in BuildKit: a word within braces ends the one outside. */
  private final StringBuilder word = new StringBuilder();

  private String error;

  /** Whether nothing follows the variable that failed: a brace that is missing is worse then. */
  private boolean endsWithFailure;

  private Expander(Scope scope, boolean rawQuotes, boolean keepUnset) {
    this.scope = scope;
    this.rawQuotes = rawQuotes;
    this.keepUnset = keepUnset;
  }

  static Expansion expand(Word word, Scope scope) {
    return new Expander(scope, false, false).run(word, false);
  }

  /**
   * The name of a here-document, where no variable has a value and those without stay as written.
   *
   * @param raw whether quotes and escapes stay too
   */
  static Expansion heredocName(Word word, boolean raw) {
    return new Expander(Scope.EMPTY, raw, true).run(word, raw);
  }

  private Expansion run(Word input, boolean rawEscapes) {
    Level top = new Level();
    Words.Parsed parsed = Words.parse(input.text(), input.escape());
    String value = parts(parsed.parts(), rawEscapes, top);
    if (error == null || endsWithFailure) {
      error = parsed.fault().orElse(error);
    }
    if (error == null) {
      return new Expansion(value, top.end(), matched, unmatched, Optional.empty());
    }
    String message = "failed to process " + GoQuote.quote(input.text().toString()) + ": " + error;
    return new Expansion("", List.of(), matched, unmatched, Optional.of(message));
  }

  private String parts(List<Part> parts, boolean rawEscapes, Level level) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.size() && error == null; i++) {
      Part part = parts.get(i);
      String value;
      if (part instanceof Part.Literal literal) {
        value = literal(literal, rawEscapes);
      } else {
        value = variable((Part.Variable) part);
        endsWithFailure = error != null && i == parts.size() - 1;
      }
      if (out.length() + value.length() > MAX_LENGTH) {
        error = "the value is too long";
        return "";
      }
      out.append(value);
      level.add(value, part.quote() == Part.Quote.NONE);
    }
    return out.toString();
  }

  private String literal(Part.Literal literal, boolean rawEscapes) {
    boolean raw =
        switch (literal.quote()) {
          case NONE -> false;
          case ESCAPE -> rawEscapes;
          case SINGLE, DOUBLE -> rawQuotes;
        };
    if (!raw && rawEscapes && literal.quote() == Part.Quote.DOUBLE) {
      return withoutQuotes(literal);
    }
    return (raw ? literal.raw() : literal.text()).toString();
  }

  /** The spelling of a part of a double-quoted string without the quotes around it. */
  private static String withoutQuotes(Part.Literal literal) {
    String raw = literal.raw().toString();
    int start = raw.startsWith("\"") ? 1 : 0;
    boolean closed =
        raw.length() > start && raw.endsWith("\"") && !literal.text().toString().endsWith("\"");
    return raw.substring(start, closed ? raw.length() - 1 : raw.length());
  }

  private String variable(Part.Variable variable) {
    String name = variable.name().toString();
    String operator = variable.operator();
    boolean pattern = !operator.isEmpty() && "#%/".indexOf(operator.charAt(0)) >= 0;
    String argument = nested(variable.argument(), pattern);
    String replacement = nested(variable.replacement(), true);
    if (error != null) {
      return "";
    }
    Optional<String> value = scope.value(name);
    (value.isPresent() ? matched : unmatched).add(name);
    if (value.isEmpty() && keepUnset) {
      return variable.raw().toString();
    }
    return pattern
        ? replaced(operator, argument, replacement, value.orElse(""))
        : chosen(name, operator, argument, value);
  }

  private String nested(Optional<Word> inner, boolean rawEscapes) {
    if (inner.isEmpty() || error != null) {
      return "";
    }
    Level level = new Level();
    String value = parts(inner.get().parts(), rawEscapes, level);
    level.end();
    return value;
  }

  private String chosen(String name, String operator, String argument, Optional<String> value) {
    boolean set = value.isPresent() && !(operator.startsWith(":") && value.get().isEmpty());
    switch (operator) {
      case "":
        return value.orElse("");
      case "-", ":-":
        return set ? value.orElse("") : argument;
      case "+", ":+":
        return set ? argument : "";
      case "?", ":?":
        if (!set) {
          String state = value.isPresent() ? "empty" : "unset";
          error = name + ": " + (argument.isEmpty() ? "is not allowed to be " + state : argument);
        }
        return value.orElse("");
      default:
        error = "unsupported modifier (" + operator + ") in substitution";
        return "";
    }
  }

  private String replaced(String operator, String pattern, String replacement, String value) {
    boolean suffix = operator.startsWith("%");
    boolean greedy = operator.length() == 2 || operator.startsWith("/");
    if (!greedy && pattern.startsWith(operator)) {
      greedy = true;
      pattern = pattern.substring(1);
    }
    // as trimSuffix: the shortest match from the right is the shortest from the left, reversed
    String source = suffix ? ShellPattern.reverse(pattern) : pattern;
    ShellPattern compiled = ShellPattern.compile(source, greedy);
    if (compiled.error() != null) {
      error = "invalid pattern (" + source + ") in substitution: " + compiled.error();
      return "";
    }
    if (compiled.isTooCostly(value)) {
      error = "the pattern is too costly";
      return "";
    }
    return switch (operator) {
      case "#", "##" -> compiled.trimPrefix(value);
      case "%", "%%" -> reversed(compiled.trimPrefix(reversed(value)));
      case "/" -> compiled.replaceFirst(value, replacement);
      default -> compiled.replaceAll(value, replacement);
    };
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  /** Words found at one depth of braces. */
  private final class Level {
    private final List<String> words = new ArrayList<>();
    private boolean inWord;

    /** Adds characters, which white space splits unless they are quoted. */
    void add(String value, boolean splits) {
      if (!splits) {
        word.append(value);
        inWord = true;
        return;
      }
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (!Space.is(c)) {
          word.append(c);
          inWord = true;
        } else if (inWord && word.length() > 0) {
          flush();
          inWord = false;
        }
      }
    }

    List<String> end() {
      if (word.length() > 0) {
        flush();
      }
      return List.copyOf(words);
    }

    private void flush() {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
