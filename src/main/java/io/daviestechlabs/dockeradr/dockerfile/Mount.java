package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code --mount} of RUN: {@code key=value} or {@code key}, separated by commas.
 *
 * @param flag the flag that it is written in
 * @param fields keys and values in order, unknown ones too
 */
public record Mount(Flag flag, List<Field> fields) implements Node {
  /**
   * One key of a mount.
   *
   * @param span key and value
   * @param key as written
   * @param value what follows {@code =}; absent without one
   */
  public record Field(Span span, Text key, Optional<Word> value) implements Node {
    /** Whether it stands alone or has a value that Go takes for true. */
    public boolean isTrue() {
      return value
          .map(v -> List.of("1", "t", "T", "TRUE", "true", "True").contains(v.toString()))
          .orElse(true);
    }

    @Override
    public List<Word> children() {
      return value.map(List::of).orElse(List.of());
    }
  }

  /** Reads the value of a flag; no fields if its quotes are not well closed. */
  static Mount of(Flag flag, Word value) {
    List<Field> fields = new ArrayList<>();
    for (Text text : Csv.read(value.text()).fields()) {
      fields.add(field(text, value.escape()));
    }
    return new Mount(flag, List.copyOf(fields));
  }

  private static Field field(Text text, char escape) {
    int equals = text.indexOf('=', 0);
    if (equals < 0) {
      return new Field(text.span(), text, Optional.empty());
    }
    return new Field(
        text.span(),
        text.subSequence(0, equals),
        Optional.of(new Word(text.from(equals + 1), escape)));
  }

  /** The last field of a name or one of its other names; names are compared without case. */
  public Optional<Field> field(String... names) {
    List<String> wanted = List.of(names);
    for (int i = fields.size() - 1; i >= 0; i--) {
      if (wanted.contains(Names.lower(fields.get(i).key()))) {
        return Optional.of(fields.get(i));
      }
    }
    return Optional.empty();
  }

  /** {@code bind} if it is not given. */
  public String type() {
    Optional<Word> type = value("type");
    return type.isPresent() ? Names.lower(type.get().text()) : "bind";
  }

  /** Where it appears. */
  public Optional<Word> target() {
    return value("target", "dst", "destination");
  }

  /** What appears there. */
  public Optional<Word> source() {
    return value("source", "src");
  }

  /** The stage or image that it comes from. */
  public Optional<Word> from() {
    return value("from");
  }

  /** Name of a cache or secret. */
  public Optional<Word> id() {
    return value("id");
  }

  /** {@code shared}, {@code private} or {@code locked}. */
  public Optional<Word> sharing() {
    return value("sharing");
  }

  /** Environment variable that a secret is put into. */
  public Optional<Word> env() {
    return value("env");
  }

  /** Owner of a cache or secret, as a number. */
  public Optional<Word> uid() {
    return value("uid");
  }

  /** Group of a cache or secret, as a number. */
  public Optional<Word> gid() {
    return value("gid");
  }

  /** Permissions of a cache or secret. */
  public Optional<Word> mode() {
    return value("mode");
  }

  /** Size limit of a {@code tmpfs}. */
  public Optional<Word> size() {
    return value("size");
  }

  /** Whether nothing can be written to it: so unless asked for, but for caches and tmpfs. */
  public boolean isReadOnly() {
    Optional<Field> last = field("readonly", "ro", "readwrite", "rw");
    if (last.isEmpty()) {
      return !type().equals("cache") && !type().equals("tmpfs");
    }
    boolean forbids = List.of("readonly", "ro").contains(Names.lower(last.get().key()));
    return last.get().isTrue() == forbids;
  }

  /** Whether a build without this secret or agent fails. */
  public boolean isRequired() {
    return field("required").filter(Field::isTrue).isPresent();
  }

  /** Value of a key or one of its other names. */
  public Optional<Word> value(String... names) {
    Optional<Field> field = field(names);
    return field.isPresent() ? field.get().value() : Optional.empty();
  }

  @Override
  public Span span() {
    return flag.span();
  }

  @Override
  public List<Field> children() {
    return fields;
  }
}
