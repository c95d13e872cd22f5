package io.daviestechlabs.dockeradr.dockerfile;

import java.util.Map;
import java.util.Optional;

/**
 * The variables in force at one place of the file.
 *
 * @param values name to value; no value for an ARG that was declared without one
 */
public record Scope(Map<String, Optional<String>> values) {
  /** No variables. */
  public static final Scope EMPTY = new Scope(Map.of());

  /** What the file tells of a variable. */
  public enum Knowledge {
    /** It has a value, though a build argument may overrule that of an ARG. */
    KNOWN,
    /** It is an ARG without default: the value comes from outside. */
    DECLARED,
    /** Nothing in the file sets it; the base image may. */
    UNKNOWN
  }

  /** What the file tells of a variable. */
  public Knowledge knowledge(String name) {
    Optional<String> value = values.get(name);
    if (value == null) {
      return Knowledge.UNKNOWN;
    }
    return value.isPresent() ? Knowledge.KNOWN : Knowledge.DECLARED;
  }

  /** The value of a variable as far as the file tells. */
  public Optional<String> value(String name) {
    return values.getOrDefault(name, Optional.empty());
  }
}
