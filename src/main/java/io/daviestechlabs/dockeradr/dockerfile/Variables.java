package io.daviestechlabs.dockeradr.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The history of the variables of a stage: what was set where. A {@link Scope} is this and a place,
 * so that there may be one for each instruction without a copy of the variables for each.
 */
final class Variables {
  /** Stages that start from one another before their variables are put together. */
  private static final int DEEP = 16;

  /** What the stage starts with: the end of another stage; null for an image. */
  private final Variables base;

  private final int depth;
  private final Map<String, List<Entry>> entries = new HashMap<>();
  private final List<String> order = new ArrayList<>();
  private final List<Entry> history = new ArrayList<>();

  Variables(Variables base) {
    this.base = base == null || base.depth < DEEP ? base : base.settled();
    this.depth = this.base == null ? 0 : this.base.depth + 1;
  }

  /** The values at the end as one history, so that a long chain costs no walk for each name. */
  private Variables settled() {
    Variables flat = new Variables(null);
    for (String name : names(Integer.MAX_VALUE)) {
      Entry last = entry(name, Integer.MAX_VALUE);
      flat.set(name, last.value(), last.bare(), last.env(), 0);
    }
    return flat;
  }

  /**
   * A value, from some place on.
   *
   * @param offset where it begins to be in force
   * @param env whether ENV set it
   * @param value the value, if it is known
   * @param bare the value in a build without arguments, from an image that sets nothing; empty if
   *     it has none
   */
  private record Entry(int offset, boolean env, Optional<String> value, Optional<String> bare) {}

  static Variables of(Map<String, Optional<String>> values) {
    Variables variables = new Variables(null);
    for (Map.Entry<String, Optional<String>> each : values.entrySet()) {
      variables.set(each.getKey(), each.getValue(), each.getValue(), true, 0);
    }
    return variables;
  }

  /** Sets a variable from an offset on; an ARG does not overrule an ENV. */
  void set(String name, Optional<String> value, Optional<String> bare, boolean env, int offset) {
    if (!env) {
      Entry before = entry(name, Integer.MAX_VALUE);
      if (before != null && before.env()) {
        return;
      }
    }
    Entry entry = new Entry(offset, env, value, bare);
    List<Entry> named = entries.get(name);
    if (named == null) {
      named = new ArrayList<>(1);
      entries.put(name, named);
    }
    named.add(entry);
    order.add(name);
    history.add(entry);
  }

  /** The value in force at an offset; null if the variable is not set. */
  @SuppressWarnings("OptionalAssignedToNull")
  Optional<String> find(String name, int offset) {
    Entry entry = entry(name, offset);
    return entry == null ? null : entry.value();
  }

  /** The value in a build without arguments; empty if there is none. */
  Optional<String> bare(String name, int offset) {
    Entry entry = entry(name, offset);
    return entry == null ? Optional.empty() : entry.bare();
  }

  /** The names that are set at an offset, the last set last. */
  Set<String> names(int offset) {
    Deque<Variables> chain = new ArrayDeque<>();
    for (Variables v = this; v != null; v = v.base) {
      chain.push(v);
    }
    Map<String, Boolean> names = new LinkedHashMap<>();
    for (Variables v : chain) {
      for (int i = 0; i < v.order.size(); i++) {
        if (v != this || v.history.get(i).offset() <= offset) {
          names.remove(v.order.get(i));
          names.put(v.order.get(i), true);
        }
      }
    }
    return names.keySet();
  }

  private Entry entry(String name, int offset) {
    int at = offset;
    for (Variables v = this; v != null; v = v.base) {
      Entry entry = last(v.entries.get(name), at);
      if (entry != null) {
        return entry;
      }
      at = Integer.MAX_VALUE;
    }
    return null;
  }

  /** The last of some entries in order that begins at an offset or before it. */
  private static Entry last(List<Entry> entries, int offset) {
    if (entries == null) {
      return null;
    }
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).offset() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? null : entries.get(low - 1);
  }
}
