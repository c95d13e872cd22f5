package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * An instruction as BuildKit's parser hands it on, before anybody asks what it means.
 *
 * @param line the logical line: continuations joined, comments and empty lines between them gone
 * @param keyword first word, as written
 * @param flags all flags, unknown and repeated ones too
 * @param rest what follows the flags, without white space around it
 * @param arguments the words BuildKit makes of the rest: what a word is depends on the keyword
 * @param json whether the rest is a JSON array of strings
 * @param heredocs here-documents that it opens, in order
 * @param inner the instruction within ONBUILD
 * @param comments comment lines above, back to the last instruction or empty comment; blank lines
 *     may stand between
 * @param startLine first line, from 1
 * @param endLine last line, that of the last here-document's terminator if there is one
 * @param span from keyword to the end of the logical line; here-documents are outside
 * @param escape the escape character in force
 */
public record Raw(
    Text line,
    Text keyword,
    List<Flag> flags,
    Text rest,
    List<Text> arguments,
    boolean json,
    List<Heredoc> heredocs,
    Optional<Raw> inner,
    List<Comment> comments,
    int startLine,
    int endLine,
    Span span,
    char escape) {
  /** The same with its here-documents, which the instruction within ONBUILD has too. */
  Raw with(List<Heredoc> documents, int lastLine) {
    return new Raw(
        line,
        keyword,
        flags,
        rest,
        arguments,
        json,
        documents,
        inner.isPresent() ? Optional.of(inner.get().with(documents, lastLine)) : inner,
        comments,
        startLine,
        lastLine,
        span,
        escape);
  }

  /** The value of the last flag of a name, empty without one. */
  String flagText(String name) {
    String text = "";
    for (Flag flag : flags) {
      if (flag.is(name) && flag.value().isPresent()) {
        text = flag.value().get().toString();
      }
    }
    return text;
  }

  /** Makes an argument, or a part of one, a word of this file. */
  Word word(Text text) {
    return new Word(text, escape);
  }
}
