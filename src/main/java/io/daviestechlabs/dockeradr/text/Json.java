package io.daviestechlabs.dockeradr.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
 * <p>Jackson reads and writes the characters. A tree of its own takes six times as long to start.
 */
public final class Json {
  /** Null, and whatever is not there. */
  public static final Json NULL = new Json(null);

  private static final Json TRUE = new Json(true);
  private static final Json FALSE = new Json(false);

  /** Without the table of names that its parsers share: a hostile file breaks it for all others. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

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
    try (JsonParser parser = FACTORY.createParser(text)) {
      return read(parser);
    } catch (IOException e) {
      // Its message quotes what was read, and that may be a login.
      return Optional.empty();
    }
  }

  /**
   * Reads a value from the bytes of a file in UTF-8, as one from characters. Bytes that are none
   * become U+FFFD, as they do for programs in Go.
   */
  public static Optional<Json> parse(byte[] bytes) {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      return read(parser);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Json> read(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    return first == null ? Optional.empty() : Optional.of(value(first, parser));
  }

  /** The parser ends a file that is too deep for this. */
  private static Json value(JsonToken token, JsonParser parser) throws IOException {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new Json(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json(new Digits(parser.getText()));
      case VALUE_TRUE -> TRUE;
      case VALUE_FALSE -> FALSE;
      default -> NULL;
    };
  }

  private static Json object(JsonParser parser) throws IOException {
    Map<String, Json> members = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      members.put(name, value(parser.nextToken(), parser));
    }
    return new Json(Collections.unmodifiableMap(members));
  }

  private static Json array(JsonParser parser) throws IOException {
    List<Json> elements = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      elements.add(value(token, parser));
    }
    return new Json(Collections.unmodifiableList(elements));
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
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      if (pretty) {
        generator.setPrettyPrinter(new DefaultPrettyPrinter());
      }
      write(generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(JsonGenerator generator) throws IOException {
    if (value instanceof Map) {
      generator.writeStartObject();
      for (Map.Entry<String, Json> member : members().entrySet()) {
        generator.writeFieldName(member.getKey());
        member.getValue().write(generator);
      }
      generator.writeEndObject();
    } else if (value instanceof List) {
      generator.writeStartArray();
      for (Json element : elements()) {
        element.write(generator);
      }
      generator.writeEndArray();
    } else if (value instanceof Digits digits) {
      generator.writeNumber(digits.text());
    } else if (value instanceof Boolean flag) {
      generator.writeBoolean(flag);
    } else if (value instanceof String string) {
      generator.writeString(string);
    } else {
      generator.writeNull();
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
