package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One word of a command.
 *
 * @param source what it was read from
 * @param start index of its first character there
 * @param end index behind its last one
 * @param parts quoted and unquoted pieces in order; none for an empty word
 */
public record ShellWord(Text source, int start, int end, List<WordPart> parts) implements Node {
  /** A word whose characters stand for themselves, as exec form has them. */
  public static ShellWord of(Text text) {
    return new ShellWord(
        text,
        0,
        text.length(),
        text.length() == 0 ? List.of() : List.of(new WordPart.Literal(text)));
  }

  /** As written, quotes included. */
  public Text text() {
    return source.subSequence(start, end);
  }

  /** Without quotes and escapes, globs as they stand; empty if there is an expansion in it. */
  public Optional<Text> literal() {
    if (parts.size() == 1 && parts.get(0) instanceof WordPart.Literal only) {
      return Optional.of(only.text());
    }
    Text.Builder out = new Text.Builder(anchor());
    return Quoting.appendLiterals(parts, out) ? Optional.of(out.build()) : Optional.empty();
  }

  /** The characters that the program gets, or those written where an expansion decides. */
  public String value() {
    return literal().orElseGet(this::text).toString();
  }

  /**
   * The longest beginning without an expansion: {@code --target=} of {@code --target="$x"}. For
   * words without one it is the whole.
   */
  public String literalPrefix() {
    if (parts.size() == 1 && parts.get(0) instanceof WordPart.Literal only) {
      return only.text().toString();
    }
    Text.Builder out = new Text.Builder(anchor());
    Quoting.appendLiterals(parts, out);
    return out.build().toString();
  }

  /** Where it starts; its first part tells that at once. */
  private int anchor() {
    return (parts.isEmpty() ? span() : parts.get(0).span()).start();
  }

  /** Whether it is a literal of these characters. */
  public boolean is(String value) {
    if (parts.size() == 1 && parts.get(0) instanceof WordPart.Literal only) {
      return only.text().is(value);
    }
    return literal().filter(t -> t.is(value)).isPresent();
  }

  /** Without quotes and escapes; expansions as they are written. */
  public Text unquoted() {
    return literal()
        .orElseGet(
            () -> {
              Text.Builder out = new Text.Builder(span().start());
              Quoting.appendUnquoted(parts, source, start, out);
              return out.build();
            });
  }

  /** What is left of it without its first characters, none of which may come from an expansion. */
  public ShellWord from(int count) {
    List<WordPart> rest = new ArrayList<>();
    int left = count;
    for (WordPart part : parts) {
      Optional<Text> text =
          left == 0 ? Optional.empty() : new ShellWord(source, start, end, List.of(part)).literal();
      if (left == 0) {
        rest.add(part);
      } else if (text.isEmpty() && part instanceof WordPart.DoubleQuoted quoted) {
        rest.addAll(new ShellWord(source, start, end, quoted.parts()).from(left).parts());
        left = 0;
      } else {
        int taken = Math.min(left, text.map(Text::length).orElse(0));
        left -= taken;
        if (left == 0 && taken < text.map(Text::length).orElse(0)) {
          rest.add(cut(part, text.get().from(taken)));
        }
      }
    }
    int from = rest.isEmpty() ? end : indexOf(rest.get(0).span().start());
    return new ShellWord(source, from, end, List.copyOf(rest));
  }

  private static WordPart cut(WordPart part, Text rest) {
    return part.isQuoted()
        ? new WordPart.SingleQuoted(rest.span(), rest)
        : new WordPart.Literal(rest);
  }

  private int indexOf(int offset) {
    return Quoting.indexOf(source, start, offset);
  }

  /** Whether an unquoted {@code *}, {@code ?} or {@code [} is in it. */
  public boolean hasGlob() {
    return parts.stream().anyMatch(WordPart.Glob.class::isInstance);
  }

  /** Whether any of it is quoted or escaped. */
  public boolean isQuoted() {
    return parts.stream().anyMatch(WordPart::isQuoted);
  }

  @Override
  public Span span() {
    return source.span(start, end);
  }

  @Override
  public List<WordPart> children() {
    return parts;
  }

  /** As written. */
  @Override
  public String toString() {
    return text().toString();
  }
}
