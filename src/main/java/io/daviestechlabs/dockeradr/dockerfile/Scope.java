package io.daviestechlabs.dockeradr.dockerfile;

import java.util.ArrayList;
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

  private static final String PATH = "PATH";
  private static final String DEFAULT_PATH =
      "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private final Variables variables;
  private final int offset;

  /** Where those are found that these do not hide; null without. */
  private final Scope farther;

  private final boolean bare;

  /**
   * @param values name to value; no value for an ARG that was declared without one
   */
  public Scope(Map<String, Optional<String>> values) {
    this(Variables.of(values), Integer.MAX_VALUE);
  }

  Scope(Variables variables, int offset) {
    this(variables, offset, null, false);
  }

  private Scope(Variables variables, int offset, Scope farther, boolean bare) {
    this.variables = variables;
    this.offset = offset;
    this.farther = farther;
    this.bare = bare;
  }

  /** These variables, and those of another scope where these do not hide them. */
  public Scope before(Scope other) {
    return new Scope(variables, offset, farther == null ? other : farther.before(other), bare);
  }

  /**
   * The same place as BuildKit's checks see it: in a build without arguments, for Linux on AMD64,
   * from an image that sets nothing but {@code PATH}. There every variable has a value or is not
   * set at all; an ARG without a default is not.
   */
  public Scope bare() {
    return new Scope(variables, offset, farther == null ? null : farther.bare(), true);
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
      return farther == null ? Knowledge.UNKNOWN : farther.knowledge(name);
    }
    return value.isPresent() ? Knowledge.KNOWN : Knowledge.DECLARED;
  }

  /** The value of a variable as far as the file tells. */
  public Optional<String> value(String name) {
    if (!bare) {
      Optional<String> value = variables.find(name, offset);
      return value == null ? farther(name) : value;
    }
    Optional<String> own = variables.bare(name, offset);
    Optional<String> value = own.isPresent() ? own : farther(name);
    return value.isEmpty() && name.equals(PATH) ? Optional.of(DEFAULT_PATH) : value;
  }

  private Optional<String> farther(String name) {
    return farther == null ? Optional.empty() : farther.value(name);
  }

  /** All names that are set, the last set last. */
  public Collection<String> names() {
    Collection<String> own = variables.names(offset);
    Set<String> all = new LinkedHashSet<>();
    if (farther != null) {
      all.addAll(farther.names());
    }
    all.removeAll(own);
    all.addAll(own);
    if (!bare) {
      return List.copyOf(all);
    }
    List<String> set = new ArrayList<>(all);
    set.removeIf(name -> value(name).isEmpty());
    if (!set.contains(PATH)) {
      set.add(0, PATH);
    }
    return set;
  }
}
