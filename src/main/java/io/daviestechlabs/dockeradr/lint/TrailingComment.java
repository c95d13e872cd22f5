package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Pair;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What its author meant as a comment, at the end of a line where BuildKit reads arguments.
 *
 * <p>A shell has comments of its own, so what a shell reads is left alone; but a JSON array with a
 * comment behind it is no JSON array any more.
 *
 * @param instruction whose argument it has become
 * @param span from the number sign to the end of the line, without what continues the line
 */
public record TrailingComment(Instruction instruction, Span span) {
  /** All of a file, in order. */
  public static Stream<TrailingComment> in(Dockerfile file) {
    return file.all(Instruction.class).flatMap(i -> in(i, file.source()).stream());
  }

  private static List<TrailingComment> in(Instruction instruction, Source source) {
    Text rest = instruction.raw().rest();
    return switch (instruction.name()) {
      case "MAINTAINER", "ONBUILD" -> List.of();
      case "CMD", "ENTRYPOINT", "RUN", "SHELL" -> behindArray(instruction, rest, source);
      case "HEALTHCHECK" ->
          rest.toString().startsWith("NONE")
              ? all(instruction, rest, source)
              : behindArray(instruction, rest.from(Math.max(0, rest.indexOf('[', 0))), source);
      default -> all(instruction, rest, source);
    };
  }

  private static List<TrailingComment> behindArray(Instruction owner, Text text, Source source) {
    int sign = next(text, 0, owner.raw().escape());
    boolean found = sign >= 0 && isArray(text.subSequence(0, sign).strip());
    return found ? all(owner, text, source) : List.of();
  }

  private static List<TrailingComment> all(Instruction owner, Text text, Source source) {
    List<TrailingComment> found = new ArrayList<>();
    char escape = owner.raw().escape();
    for (int at = next(text, 0, escape); at >= 0; at = next(text, at, escape)) {
      int lineEnd = source.lineWithEnd(source.lineAt(text.offset(at))).end();
      int end = at;
      while (end < text.length() && text.offset(end) < lineEnd) {
        end++;
      }
      found.add(new TrailingComment(owner, text.subSequence(at, end).strip().span()));
      at = end;
    }
    found.removeIf(TrailingComment::isValue);
    return found;
  }

  /** The next number sign that is outside quotes and has white space before it, or -1. */
  private static int next(Text text, int from, char escape) {
    char quote = 0;
    boolean gap = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '#' && gap && quote == 0) {
        return i;
      }
      gap = Character.isWhitespace(c);
      if (c == escape && quote != '\'') {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      }
    }
    return -1;
  }

  private static boolean isArray(Text text) {
    boolean inString = false;
    boolean anyString = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString) {
        i += c == '\\' ? 1 : 0;
        inString = c != '"';
      } else if (c == '"') {
        inString = true;
        anyString = true;
      } else if (c != ',' && !Character.isWhitespace(c) && !isBracket(c, i, text)) {
        return false;
      }
    }
    return anyString && text.charAt(0) == '[' && text.charAt(text.length() - 1) == ']';
  }

  private static boolean isBracket(char c, int index, Text text) {
    return (c == '[' && index == 0) || (c == ']' && index == text.length() - 1);
  }

  /** {@code ENV COLOUR #fff} has a value, not a comment. */
  private boolean isValue() {
    return instruction.operands().stream()
        .filter(Pair.class::isInstance)
        .map(Pair.class::cast)
        .anyMatch(pair -> pair.legacy() && pair.value().get().span().start() == span.start());
  }
}
