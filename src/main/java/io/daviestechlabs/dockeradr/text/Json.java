package io.daviestechlabs.dockeradr.text;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A value of JSON: null, true or false, a number, a text, an array, or an object, whose members
 * keep their order. What is not there is null too, so that whoever looks for a member of a member
 * gets an answer whatever there is.
 *
 * <p>Gson reads and writes the characters: its streams are a few classes, and a build that has just
 * begun waits for every class. Jackson has eighty of them to load before its first value.
 */
public final class Json {
  /** Null, and whatever is not there. */
  public static final Json NULL = new Json(null);

  private static final Json TRUE = new Json(true);
  private static final Json FALSE = new Json(false);

  private static final int MAX_DEPTH = 1000;
  private static final int MAX_DIGITS = 1000;
  private static final int MAX_NAME = 50_000;
  private static final int MAX_TEXT = 20_000_000;

  private final Object value;

  private Json(Object value) {
    this.value = value;
  }

  /** A number as it was written, since many that JSON can write fit into no type. */
  private record Digits(String text) {}

  /**
   * Reads a value; empty where there is none, where it is broken, cut off or nested more than a
   * thousand levels deep, and where a number has more than a thousand digits or a text more than
   * twenty million characters. Of several members with one name the last one counts. What follows
   * the value is not looked at.
   */
  public static Optional<Json> parse(String text) {
    return text.startsWith("\uFEFF") ? Optional.empty() : parse(new StringReader(text));
  }

  /**
   * Reads a value from the bytes of a file in UTF-8, as one from characters. Bytes that are none
   * become U+FFFD, as they do for programs in Go; a mark of the order of bytes is passed over.
   */
  public static Optional<Json> parse(byte[] bytes) {
    return parse(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
  }

  private static Optional<Json> parse(Reader characters) {
    JsonReader reader = new JsonReader(characters);
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(MAX_DEPTH);
    try {
      return Optional.of(value(reader));
    } catch (IOException e) {
      // Its message tells where, and that is of no use without what was read, which may be a login.
      return Optional.empty();
    }
  }

  private static Json value(JsonReader reader) throws IOException {
    JsonToken token = reader.peek();
    if (token == JsonToken.BEGIN_OBJECT) {
      return object(reader);
    }
    if (token == JsonToken.BEGIN_ARRAY) {
      return array(reader);
    }
    if (token == JsonToken.STRING) {
      return new Json(limited(reader.nextString(), MAX_TEXT));
    }
    if (token == JsonToken.NUMBER) {
      return new Json(new Digits(limited(reader.nextString(), MAX_DIGITS)));
    }
    if (token == JsonToken.BOOLEAN) {
      return reader.nextBoolean() ? TRUE : FALSE;
    }
    reader.nextNull();
    return NULL;
  }

  private static Json object(JsonReader reader) throws IOException {
    Map<String, Json> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.peek() != JsonToken.END_OBJECT) {
      members.put(limited(reader.nextName(), MAX_NAME), value(reader));
    }
    reader.endObject();
    return new Json(Collections.unmodifiableMap(members));
  }

  private static Json array(JsonReader reader) throws IOException {
    List<Json> elements = new ArrayList<>();
    reader.beginArray();
    while (reader.peek() != JsonToken.END_ARRAY) {
      elements.add(value(reader));
    }
    reader.endArray();
    return new Json(Collections.unmodifiableList(elements));
  }

  private static String limited(String text, int most) throws IOException {
    if (text.length() > most) {
      throw new MalformedJsonException("too long");
    }
    return text;
  }

  /**
   * A value to write.
   *
   * @param value null, a Boolean, an Integer or a Long, a String, such a value made before, a list
   *     of these, or a map of them by their names, which is written in its order
   * @throws IllegalArgumentException if it is none of these
   */
  public static Json of(Object value) {
    if (value instanceof Json json) {
      return json;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Json> members = new LinkedHashMap<>();
      for (Map.Entry<?, ?> member : map.entrySet()) {
        members.put(member.getKey().toString(), of(member.getValue()));
      }
      return new Json(Collections.unmodifiableMap(members));
    }
    if (value instanceof List<?> list) {
      List<Json> elements = new ArrayList<>(list.size());
      for (Object element : list) {
        elements.add(of(element));
      }
      return new Json(Collections.unmodifiableList(elements));
    }
    if (value instanceof Integer || value instanceof Long) {
      return new Json(new Digits(value.toString()));
    }
    if (value instanceof Boolean flag) {
      return flag ? TRUE : FALSE;
    }
    if (value == null || value instanceof String) {
      return value == null ? NULL : new Json(value);
    }
    throw new IllegalArgumentException("JSON has no " + value.getClass());
  }

  /** The member of that name; {@link #NULL} where there is none, or no object. */
  public Json at(String name) {
    return members().getOrDefault(name, NULL);
  }

  /** The element at an index from 0; {@link #NULL} where there is none, or no array. */
  public Json at(int index) {
    List<Json> elements = elements();
    return index >= 0 && index < elements.size() ? elements.get(index) : NULL;
  }

  /** The members of an object in their order; none where there is no object. Unmodifiable. */
  @SuppressWarnings("unchecked")
  public Map<String, Json> members() {
    return value instanceof Map<?, ?> members ? (Map<String, Json>) members : Map.of();
  }

  /** The elements of an array; none where there is no array. Unmodifiable. */
  @SuppressWarnings("unchecked")
  public List<Json> elements() {
    return value instanceof List<?> elements ? (List<Json>) elements : List.of();
  }

  /** The elements of an array, each as {@link #text()}; none where there is no array. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Json element : elements()) {
      texts.add(element.text());
    }
    return Collections.unmodifiableList(texts);
  }

  /** The characters of a text, those that a number or true and false are written with; else "". */
  public String text() {
    return text("");
  }

  /**
   * The characters of a text, those that a number or true and false are written with.
   *
   * @param otherwise the answer where it is none of these, may be null
   */
  public String text(String otherwise) {
    if (value instanceof Digits digits) {
      return digits.text();
    }
    return value instanceof String || value instanceof Boolean ? value.toString() : otherwise;
  }

  /** A number without what follows its point, also one that is written as a text; else 0. */
  public long whole() {
    return whole(0);
  }

  /**
   * A number without what follows its point, also one that is written as a text. One that is too
   * large becomes the largest of its sign.
   *
   * @param otherwise the answer where it is none
   */
  public long whole(long otherwise) {
    if (value instanceof Digits || value instanceof String) {
      try {
        return Long.parseLong(text());
      } catch (NumberFormatException e) {
        return value instanceof Digits ? (long) Double.parseDouble(text()) : otherwise;
      }
    }
    return otherwise;
  }

  /** Whether it is true, and not merely a text or a number that might mean so. */
  public boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }

  /** Whether it is false, and not merely absent. */
  public boolean isFalse() {
    return Boolean.FALSE.equals(value);
  }

  /** Whether it is a text. */
  public boolean isText() {
    return value instanceof String;
  }

  /** Whether it is an array. */
  public boolean isArray() {
    return value instanceof List;
  }

  /** Whether it is an object. */
  public boolean isObject() {
    return value instanceof Map;
  }

  /** Whether there is something other than null. */
  public boolean exists() {
    return value != null;
  }

  /** The value over lines, with two spaces for each level; no line ends it. */
  public String pretty() {
    return written(true);
  }

  /** The value in one line, as a file has it. */
  @Override
  public String toString() {
    return written(false);
  }

  private String written(boolean pretty) {
    StringWriter text = new StringWriter();
    JsonWriter writer = new JsonWriter(text);
    if (pretty) {
      writer.setIndent("  ");
    }
    try {
      write(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(JsonWriter writer) throws IOException {
    if (value instanceof Map) {
      writer.beginObject();
      for (Map.Entry<String, Json> member : members().entrySet()) {
        writer.name(member.getKey());
        member.getValue().write(writer);
      }
      writer.endObject();
    } else if (value instanceof List) {
      writer.beginArray();
      for (Json element : elements()) {
        element.write(writer);
      }
      writer.endArray();
    } else if (value instanceof Digits digits) {
      writer.jsonValue(digits.text());
    } else if (value instanceof Boolean flag) {
      writer.value(flag.booleanValue());
    } else if (value instanceof String string) {
      writer.value(string);
    } else {
      writer.nullValue();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Json json && Objects.equals(value, json.value);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(value);
  }
}
