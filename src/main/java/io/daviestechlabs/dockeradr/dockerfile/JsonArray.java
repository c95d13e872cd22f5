package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON array as strict as Go's {@code encoding/json} reads it.
 *
 * @param kind what it turned out to be
 * @param strings its strings, if it has nothing else
 */
record JsonArray(Kind kind, List<Text> strings) {
  private static final JsonArray NONE = new JsonArray(Kind.NONE, List.of());
  private static final JsonArray OTHER = new JsonArray(Kind.OTHER, List.of());

  /** What a text can be. */
  enum Kind {
    /** An array of strings, possibly empty. */
    STRINGS,
    /** An array with something else in it. */
    OTHER,
    /** No JSON array. */
    NONE
  }

  /** Reads a text that is an array and nothing more. */
  static JsonArray read(Text text) {
    JsonCursor json = new JsonCursor(text);
    List<Text> strings = new ArrayList<>();
    boolean other = false;
    if (!json.pass('[')) {
      return NONE;
    }
    boolean closed = json.pass(']');
    while (!closed) {
      if (json.peek() == '"') {
        Text.Builder chars = new Text.Builder(json.offset() + 1);
        if (!json.string(chars)) {
          return NONE;
        }
        strings.add(chars.build());
      } else if (json.skip()) {
        other = true;
      } else {
        return NONE;
      }
      closed = json.pass(']');
      if (!closed && !json.pass(',')) {
        return NONE;
      }
    }
    // what Go cannot hold is an error of another kind, and the line is then taken for shell form
    if (!json.atEnd() || json.outOfRange()) {
      return NONE;
    }
    return other ? OTHER : new JsonArray(Kind.STRINGS, List.copyOf(strings));
  }
}
