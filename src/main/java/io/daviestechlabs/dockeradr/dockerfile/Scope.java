package io.daviestechlabs.dockeradr.dockerfile;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables in force at one place of the file. */
public final class Scope {
  /** No variables. */
  public static final Scope EMPTY = new Scope(Map.of());

  private final Variables variables;
  private final int offset;
  private final Optional<Scope> farther;

  /**
   * @param values name to value; no value for an ARG that was declared without one
   */
  public Scope(Map<String, Optional<String>> values) {
    this(Variables.of(values), Integer.MAX_VALUE);
  }

  Scope(Variables variables, int offset) {
    this(variables, offset, Optional.empty());
  }

  private Scope(Variables variables, int offset, Optional<Scope> farther) {
    this.variables = variables;
    this.offset = offset;
    this.farther = farther;
  }

  /** These variables, and those of another scope where these do not hide them. */
  public Scope before(Scope other) {
    return new Scope(
        variables, offset, Optional.of(farther.map(f -> f.before(other)).orElse(other)));
  }

  /** What the file tells of a variable. */
  public enum Knowledge {
    /** It has a value, though a build argument may overrule that of an ARG. */
    KNOWN,
    /** It is set, but the value comes from outside: an ARG without default, a platform. */
    DECLARED,
    /** Nothing in the file sets it; the base image may. */
    UNKNOWN
  }

  /** What the file tells of a variable. */
  public Knowledge knowledge(String name) {
    Optional<String> value = variables.find(name, offset);
    if (value == null) {
      return farther.map(scope -> scope.knowledge(name)).orElse(Knowledge.UNKNOWN);
    }
    return value.isPresent() ? Knowledge.KNOWN : Knowledge.DECLARED;
  }

  /** The value of a variable as far as the file tells. */
  public Optional<String> value(String name) {
    Optional<String> value = variables.find(name, offset);
    return value == null ? farther.flatMap(scope -> scope.value(name)) : value;
  }

  /** All names that are set, the last set last. */
  public Collection<String> names() {
    Collection<String> own = variables.names(offset);
    Set<String> all = new LinkedHashSet<>();
    farther.ifPresent(scope -> all.addAll(scope.names()));
    all.removeAll(own);
    all.addAll(own);
    return List.copyOf(all);
  }
}
