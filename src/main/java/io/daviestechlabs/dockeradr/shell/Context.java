package io.daviestechlabs.dockeradr.shell;

/** Where the pieces of a word stand: decides what ends them and what is special among them. */
enum Context {
  /** A word of a command. */
  WORD,
  /** The right side of {@code =~}: brackets and bars belong to it. */
  REGEX,
  /** Between double quotes. */
  DOUBLE_QUOTES,
  /** The lines of a here-document. */
  DOCUMENT,
  /** Behind the operator of {@code ${name-…}}. */
  BRACES,
  /** The same up to a slash: the pattern of a replacement. */
  BRACES_TO_SLASH,
  /** The same up to a colon: the offset of a substring. */
  BRACES_TO_COLON,
  /** Behind the operator of {@code "${name-…}"}. */
  QUOTED_BRACES,
  /** Between {@code ((} and {@code ))}. */
  ARITHMETIC;

  /** Whether single quotes quote. */
  boolean hasSingleQuotes() {
    return this == WORD
        || this == REGEX
        || this == BRACES
        || this == BRACES_TO_SLASH
        || this == BRACES_TO_COLON;
  }

  /** Whether double quotes quote. */
  boolean hasDoubleQuotes() {
    return this != DOUBLE_QUOTES && this != DOCUMENT;
  }

  /** Whether a backslash takes the meaning of every character. */
  boolean escapesAll() {
    return hasSingleQuotes() || this == ARITHMETIC;
  }

  /** Whether it is between double quotes or the like. */
  boolean isQuoted() {
    return this == DOUBLE_QUOTES || this == DOCUMENT || this == QUOTED_BRACES;
  }

  /** Whether a closing brace ends it. */
  boolean endsAtBrace() {
    return this == BRACES
        || this == BRACES_TO_SLASH
        || this == BRACES_TO_COLON
        || this == QUOTED_BRACES;
  }

  /** Whether {@code *} and {@code ?} are globs. */
  boolean hasGlobs() {
    return this == WORD;
  }
}
