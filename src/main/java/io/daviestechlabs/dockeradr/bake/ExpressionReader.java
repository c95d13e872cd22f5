package io.daviestechlabs.dockeradr.bake;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands behind the {@code =} of an attribute. */
final class ExpressionReader {
  /** Nobody nests deeper; what does is passed over. */
  private static final int DEEPEST = 50;

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
    cursor.skipSpace(false);
    if (read.isPresent() && atEnd()) {
      return read.get();
    }
    skip();
    return new Value.Computed(new Span(start, cursor.offset()));
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
    skipBrackets(1);
    return new Value.Computed(span(start));
  }

  private Span span(int start) {
    return new Span(start, cursor.offset());
  }

  /** Goes to the end of an expression. */
  private void skip() {
    skipBrackets(0);
  }

  /** Goes behind so many closing brackets, or to the end of an expression. */
  private void skipBrackets(int open) {
    int level = open;
    while (!cursor.atEnd()) {
      char c = cursor.peek();
      if (c == '"') {
        cursor.string();
      } else if (c == '#' || cursor.sees("//") || cursor.sees("/*")) {
        cursor.skipSpace(false);
      } else if ("([{".indexOf(c) >= 0) {
        level++;
        cursor.skip(1);
      } else if (")]}".indexOf(c) >= 0) {
        if (level == 0) {
          return;
        }
        level--;
        cursor.skip(1);
        if (level == 0 && open > 0) {
          return;
        }
      } else if (level == 0 && (c == ',' || c == '\n')) {
        return;
      } else {
        cursor.skip(1);
      }
    }
  }
}
