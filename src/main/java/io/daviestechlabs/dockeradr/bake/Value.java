package io.daviestechlabs.dockeradr.bake;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/** What an attribute of a bake file is set to, as far as it can be read without running it. */
public sealed interface Value {
  /** All of it, with quotes or brackets. */
  Span span();

  /**
   * A string, a number or a truth value.
   *
   * @param span with its quotes
   * @param text the characters; <code>${…}</code> as it is written
   */
  record Scalar(Span span, Text text) implements Value {}

  /**
   * {@code [a, b]}.
   *
   * @param span from bracket to bracket
   * @param elements in order
   */
  record Sequence(Span span, List<Value> elements) implements Value {}

  /**
   * {@code {a = b}}, or {@code {"a": b}}.
   *
   * @param span from brace to brace
   * @param members in order
   */
  record Mapping(Span span, List<Member> members) implements Value {
    /** The value of the last member of a name. */
    public Optional<Value> get(String name) {
      return members.stream()
          .filter(member -> member.name().is(name))
          .reduce((first, second) -> second)
          .map(Member::value);
    }
  }

  /**
   * One pair of a mapping.
   *
   * @param name without quotes
   * @param value behind the sign
   */
  record Member(Text name, Value value) {}

  /**
   * Anything that has to be computed: a function, a condition, a reference.
   *
   * @param span all of it
   * @param parts strings that may be a value, or an element of it, just as they stand: those
   *     between which a condition chooses, and those of lists that are joined
   */
  record Computed(Span span, List<Scalar> parts) implements Value {
    /** Keeps a copy. */
    public Computed {
      parts = List.copyOf(parts);
    }
  }
}
