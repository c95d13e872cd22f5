package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A word of a command.
 *
 * @param text as written
 * @param parts literals, expansions and quotes, in order
 */
public record ShellWord(Text text, List<WordPart> parts) implements Node {
  /** A word that no shell reads: an element of an exec form. */
  public static ShellWord literal(Text text) {
    return new ShellWord(text, List.of(new WordPart.Literal(text.span(), text, true)));
  }

  /** The characters that the program gets; empty if an expansion has a say in them. */
  public Optional<Text> literal() {
    if (parts.size() == 1 && parts.get(0) instanceof WordPart.Literal only) {
      return Optional.of(only.text());
    }
    Text.Builder out = new Text.Builder(text.span().start());
    return collect(parts, out) ? Optional.of(out.build()) : Optional.empty();
  }

  /** The characters that the program gets, or those written where that is not known. */
  public String value() {
    return literal().map(Text::toString).orElseGet(text::toString);
  }

  /** Whether the program gets exactly these characters. */
  public boolean is(String characters) {
    return literal().filter(t -> t.is(characters)).isPresent();
  }

  /** Whether any character is quoted. */
  public boolean isQuoted() {
    return parts.stream()
        .anyMatch(
            p ->
                p instanceof WordPart.DoubleQuoted
                    || (p instanceof WordPart.Literal l && l.quoted()));
  }

  @Override
  public Span span() {
    return text.span();
  }

  @Override
  public List<WordPart> children() {
    return parts;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static boolean collect(List<WordPart> parts, Text.Builder out) {
    for (WordPart part : parts) {
      if (part instanceof WordPart.Literal literal) {
        out.append(literal.text());
      } else if (!(part instanceof WordPart.DoubleQuoted quoted) || !collect(quoted.parts(), out)) {
        return false;
      }
    }
    return true;
  }
}
