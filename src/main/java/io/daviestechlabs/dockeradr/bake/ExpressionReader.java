package io.daviestechlabs.dockeradr.bake;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what stands behind the {@code =} of an attribute. */
final class ExpressionReader {
  /** Nobody nests deeper; what does is passed over. */
  private static final int DEEPEST = 50;

  /** Functions that make one list of several; nothing stands before a bracket that only groups. */
  private static final Set<String> JOINING = Set.of("", "concat", "flatten", "compact", "distinct");

  private final Cursor cursor;
  private int depth;

  ExpressionReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads an expression to the line end, comma or bracket that ends it. */
  Value value() {
    cursor.skipSpace(false);
    if (BakeFile.isJson(cursor.source)) {
      cursor.skipSpace(true);
    }
    int start = cursor.offset();
    Optional<Value> read = depth < DEEPEST ? plain() : Optional.empty();
    String first = cursor.source.slice(span(start));
    cursor.skipSpace(false);
    if (read.isPresent() && atEnd()) {
      return read.get();
    }
    return new Value.Computed(span(start), skip(0, first));
  }

  private boolean atEnd() {
    return cursor.atEnd() || ",]}\n".indexOf(cursor.peek()) >= 0;
  }

  private Optional<Value> plain() {
    depth++;
    try {
      if (cursor.peek() == '"') {
        return Optional.of(cursor.string());
      }
      if (cursor.sees("<<")) {
        return Optional.of(cursor.heredoc());
      }
      if (cursor.peek() == '[') {
        return Optional.of(sequence());
      }
      if (cursor.peek() == '{') {
        return Optional.of(mapping());
      }
      Text word = cursor.name();
      boolean known = word.is("true") || word.is("false") || isNumber(word);
      return known ? Optional.of(new Value.Scalar(word.span(), word)) : Optional.empty();
    } finally {
      depth--;
    }
  }

  private static boolean isNumber(Text word) {
    return word.length() > 0 && word.chars().allMatch(Character::isDigit);
  }

  private Value sequence() {
    int start = cursor.offset();
    cursor.accept('[');
    List<Value> elements = new ArrayList<>();
    for (cursor.skipSpace(true); !cursor.atEnd(); cursor.skipSpace(true)) {
      if (cursor.accept(']')) {
        return new Value.Sequence(span(start), List.copyOf(elements));
      }
      int before = cursor.offset();
      if (!cursor.accept(',')) {
        elements.add(value());
        if (cursor.offset() == before) {
          return broken(start);
        }
      }
    }
    return broken(start);
  }

  private Value mapping() {
    int start = cursor.offset();
    cursor.accept('{');
    List<Value.Member> members = new ArrayList<>();
    for (cursor.skipSpace(true); !cursor.atEnd(); cursor.skipSpace(true)) {
      if (cursor.accept('}')) {
        return new Value.Mapping(span(start), List.copyOf(members));
      }
      if (!cursor.accept(',')) {
        Text name = cursor.peek() == '"' ? cursor.string().text() : cursor.name();
        cursor.skipSpace(false);
        if (name.length() == 0 || !(cursor.accept('=') || cursor.accept(':'))) {
          return broken(start);
        }
        members.add(new Value.Member(name, value()));
      }
    }
    return broken(start);
  }

  /** Something that is no list or object after all, such as a {@code for}: passed over. */
  private Value broken(int start) {
    skip(1, "");
    return new Value.Computed(span(start), List.of());
  }

  private Span span(int start) {
    return new Span(start, cursor.offset());
  }

  /**
   * Goes behind so many closing brackets, or to the end of an expression.
   *
   * @param open how many
   * @param before the name that was read already, if it was one
   * @return its strings that may be values just as they stand
   */
  private List<Value.Scalar> skip(int open, String before) {
    List<Value.Scalar> parts = new ArrayList<>();
    Deque<Boolean> brackets = new ArrayDeque<>(Collections.nCopies(open, false));
    boolean keeps = open == 0;
    String function = before;
    while (!cursor.atEnd()) {
      char c = cursor.peek();
      boolean isOuter = brackets.isEmpty();
      if (isOuter && (c == ',' || c == '\n' || ")]}".indexOf(c) >= 0)) {
        return parts;
      }
      if (cursor.atName()) {
        function = cursor.name().toString();
        continue;
      }
      if (c == '"') {
        Value.Scalar string = cursor.string();
        parts.addAll(keeps ? List.of(string) : List.of());
      } else if (cursor.sees("<<")) {
        cursor.heredoc();
      } else if (c == '#' || cursor.sees("//") || cursor.sees("/*")) {
        cursor.skipSpace(false);
      } else {
        if ("([{".indexOf(c) >= 0) {
          brackets.push(keeps);
          keeps &= c == '[' || (c == '(' && JOINING.contains(function));
        } else if (")]}".indexOf(c) >= 0) {
          keeps = brackets.pop();
        }
        cursor.skip(1);
        if (open > 0 && brackets.isEmpty()) {
          return parts;
        }
      }
      function = "";
    }
    return parts;
  }
}
