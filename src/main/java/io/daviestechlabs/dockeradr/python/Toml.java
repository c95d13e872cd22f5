package io.daviestechlabs.dockeradr.python;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A TOML file, read for the places of its strings.
 *
 * <p>TOML 1.0 without a check of what is neither key, string, array nor table: what is not well
 * formed is passed over up to the end of its line. Libraries either tell no places of strings or
 * overflow the stack where brackets nest.
 */
final class Toml {
  /** What a key can have. */
  sealed interface Value permits Str, Array, Table, Other {}

  /**
   * A string, without quotes and escapes.
   *
   * @param text its characters
   */
  record Str(Text text) implements Value {}

  /**
   * An array.
   *
   * @param values in order
   */
  record Array(List<Value> values) implements Value {
    /** The strings in it. */
    List<Text> strings() {
      return values.stream().filter(Str.class::isInstance).map(v -> ((Str) v).text()).toList();
    }
  }

  /** A number, a date, a truth value. */
  record Other() implements Value {}

  /**
   * A key with its value.
   *
   * @param key as its last part is written, without quotes
   * @param value what it has
   */
  record Entry(Text key, Value value) {}

  /** A table, whether it is written with a header, with dotted keys or within braces. */
  static final class Table implements Value {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Its keys, in the order in which they first occur. */
    Collection<Entry> entries() {
      return entries.values();
    }

    /** The value behind a path of keys. */
    Optional<Value> value(String... path) {
      Table table = this;
      for (int i = 0; i < path.length - 1; i++) {
        Entry entry = table.entries.get(path[i]);
        if (entry == null || !(entry.value() instanceof Table next)) {
          return Optional.empty();
        }
        table = next;
      }
      return Optional.ofNullable(table.entries.get(path[path.length - 1])).map(Entry::value);
    }

    /** The table behind a path; an empty one if there is none. */
    Table table(String... path) {
      return value(path).filter(Table.class::isInstance).map(v -> (Table) v).orElse(new Table());
    }

    /** The strings of the array behind a path; none if there is none. */
    List<Text> strings(String... path) {
      return value(path)
          .filter(Array.class::isInstance)
          .map(v -> ((Array) v).strings())
          .orElse(List.of());
    }

    /** The string behind a path. */
    Optional<Text> string(String... path) {
      return value(path).filter(Str.class::isInstance).map(v -> ((Str) v).text());
    }

    /** The table of a path, made where it is not there. */
    Table descend(List<Text> path) {
      Table table = this;
      for (Text key : path) {
        Entry entry = table.entries.get(key.toString());
        if (entry == null || !(entry.value() instanceof Table)) {
          entry = new Entry(key, new Table());
          table.entries.put(key.toString(), entry);
        }
        table = (Table) entry.value();
      }
      return table;
    }

    /** Puts a value where a dotted key says; a key that is there already stays as it is. */
    void put(List<Text> path, Value value) {
      Text last = path.get(path.size() - 1);
      descend(path.subList(0, path.size() - 1))
          .entries
          .putIfAbsent(last.toString(), new Entry(last, value));
    }
  }

  private Toml() {}

  /** Reads a file; never throws. */
  static Table parse(Source source) {
    return new TomlReader(source).read();
  }
}
