package io.daviestechlabs.dockeradr.shell;

/** What some shells can and POSIX sh cannot. */
public enum Feature {
  /** {@code [[ … ]]}. */
  DOUBLE_BRACKET,
  /** {@code name=(…)} and {@code name[index]=…}. */
  ARRAY,
  /** {@code <(…)} and {@code >(…)}. */
  PROCESS_SUBSTITUTION,
  /** {@code <<< word}. */
  HERE_STRING,
  /** {@code function name}. */
  FUNCTION_KEYWORD,
  /** {@code $'…'}. */
  ANSI_QUOTE,
  /** {@code $"…"}. */
  LOCALE_QUOTE,
  /** {@code &> file}. */
  REDIRECT_BOTH,
  /** {@code {name}> file}. */
  NAMED_DESCRIPTOR,
  /** {@code |&}. */
  PIPE_BOTH,
  /** {@code ((…))}. */
  ARITHMETIC_COMMAND,
  /** {@code for ((…))}. */
  ARITHMETIC_FOR,
  /** {@code select name}. */
  SELECT,
  /** {@code coproc}, a word of the language and no program. */
  COPROC,
  /** {@code time}, a word of the language and no program. */
  TIME_KEYWORD,
  /** {@code ;&} and {@code ;;&}. */
  CASE_FALL_THROUGH,
  /** {@code name+=value}. */
  APPEND,
  /** {@code ${name:offset:length}}. */
  SUBSTRING,
  /** {@code ${name/pattern/text}}. */
  REPLACEMENT,
  /** {@code ${name^}} and {@code ${name,}}. */
  CASE_CHANGE,
  /** {@code ${name@Q}}. */
  TRANSFORMATION,
  /** {@code ${!name}}. */
  INDIRECTION,
  /** {@code @(…|…)} and its like. */
  EXTENDED_GLOB
}
