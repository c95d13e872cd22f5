package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;

/**
 * A stretch of the file; all pieces together are the file, without gap or overlap.
 *
 * @param kind what it is
 * @param span with the line ends that belong to it
 */
public record Piece(Kind kind, Span span) {
  /** What a stretch of the file can be. */
  public enum Kind {
    /** The byte order mark before the first line. */
    BYTE_ORDER_MARK,
    /** A parser directive. */
    DIRECTIVE,
    /** A comment line between instructions. */
    COMMENT,
    /** A line of white space between instructions. */
    BLANK,
    /** The lines of an instruction, with comments and empty lines among its continuations. */
    INSTRUCTION,
    /** Content and terminator of a here-document. */
    HEREDOC,
    /** What BuildKit never comes to read, because a line before it is too long. */
    UNREAD
  }
}
