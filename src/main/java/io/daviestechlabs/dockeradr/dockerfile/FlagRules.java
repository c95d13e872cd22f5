package io.daviestechlabs.dockeradr.dockerfile;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The flags that an instruction may have.
 *
 * @param kinds flag to what may follow it
 */
record FlagRules(Map<String, Kind> kinds) {
  /** What a flag takes. */
  enum Kind {
    /** {@code true}, {@code false} or nothing at all. */
    BOOL,
    /** A value, once. */
    TEXT,
    /** A value, any number of times. */
    TEXTS
  }

  static FlagRules none() {
    return new FlagRules(Map.of());
  }

  FlagRules bool(String... names) {
    return with(Kind.BOOL, names);
  }

  FlagRules text(String... names) {
    return with(Kind.TEXT, names);
  }

  FlagRules texts(String... names) {
    return with(Kind.TEXTS, names);
  }

  private FlagRules with(Kind kind, String... names) {
    Map<String, Kind> all = new TreeMap<>(kinds);
    for (String name : names) {
      all.put(name, kind);
    }
    return new FlagRules(all);
  }

  /** What BuildKit has against the flags of an instruction. */
  Optional<String> fault(Raw raw) {
    Set<String> used = new HashSet<>();
    for (Flag flag : raw.flags()) {
      if (!flag.text().toString().startsWith("--")) {
        return Optional.of("arg should start with -- : " + flag.text());
      }
      String name = flag.name().toString();
      Kind kind = kinds.get(name);
      if (kind == null) {
        Optional<String> meant = Suggestion.nearest(name, kinds.keySet(), true);
        return Optional.of("unknown flag: --" + name + Suggestion.suffix(meant));
      }
      if (!used.add(name) && kind != Kind.TEXTS) {
        return Optional.of("duplicate flag specified: --" + name);
      }
      Optional<String> fault = value(name, kind, flag.value());
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> value(String name, Kind kind, Optional<Word> value) {
    if (value.isEmpty()) {
      return kind == Kind.BOOL ? Optional.empty() : Optional.of("missing a value on flag: " + name);
    }
    String text = value.get().toString();
    if (kind != Kind.BOOL || List.of("true", "false").contains(Names.lower(text))) {
      return Optional.empty();
    }
    return Optional.of(
        text.isEmpty()
            ? "missing a value on flag: " + name
            : "expecting boolean value for flag " + name + ", not: " + text);
  }
}
