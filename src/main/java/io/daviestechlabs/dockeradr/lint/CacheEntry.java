package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.bake.Value;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A cache that is given to buildx, as {@code type=registry,ref=…,mode=max} or as an object.
 *
 * @param isExport whether the build writes it
 * @param syntax how it is written
 * @param span all of it
 * @param fields what it says, in order
 */
public record CacheEntry(boolean isExport, Syntax syntax, Span span, List<CacheField> fields) {
  /** How a cache is written. */
  public enum Syntax {
    /** {@code key=value,key=value}. */
    CSV,
    /** {@code {key = "value"}}. */
    HCL,
    /** {@code {"key": "value"}}. */
    JSON
  }

  /** Keeps a copy. */
  public CacheEntry {
    fields = List.copyOf(fields);
  }

  /** Reads what stands between commas. */
  static CacheEntry of(boolean isExport, Text line, Source source) {
    List<CacheField> fields = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); ) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field(line.subSequence(start, i).strip(), source));
        start = i + 1;
      }
      i = Math.max(i + 1, Embedded.end(line, i));
    }
    fields.add(field(line.from(start).strip(), source));
    return new CacheEntry(isExport, Syntax.CSV, line.span(), fields);
  }

  private static CacheField field(Text whole, Source source) {
    int i = 0;
    while (i < whole.length() && isKeyPart(whole.charAt(i))) {
      i++;
    }
    boolean hasKey = i > 0 && i < whole.length() && whole.charAt(i) == '=';
    Text value = hasKey ? whole.from(i + 1) : whole;
    return new CacheField(
        hasKey ? whole.subSequence(0, i).toString() : "", whole, value, written(value, source));
  }

  private static boolean isKeyPart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private static String written(Text text, Source source) {
    return text.span().length() == text.length() ? source.slice(text.span()) : text.toString();
  }

  /** Reads an object of a bake file; empty if anything in it has to be computed. */
  static Optional<CacheEntry> of(boolean isExport, Value.Mapping object, Source source) {
    List<CacheField> fields = new ArrayList<>();
    for (Value.Member member : object.members()) {
      if (!(member.value() instanceof Value.Scalar scalar)) {
        return Optional.empty();
      }
      Text whole = Text.of(source, scalar.span());
      Text value = scalar.text();
      fields.add(new CacheField(member.name().toString(), whole, value, written(value, source)));
    }
    Syntax syntax = source.name().endsWith(".json") ? Syntax.JSON : Syntax.HCL;
    return Optional.of(new CacheEntry(isExport, syntax, object.span(), fields));
  }

  /** The field of a key. */
  public Optional<CacheField> field(String key) {
    return fields.stream().filter(field -> field.key().equals(key)).findFirst();
  }

  /** What a key is set to, as the program gets it. */
  public Optional<String> value(String key) {
    return field(key).map(field -> field.value().toString());
  }

  /** Whether nothing but an image is named, which means a cache in a registry. */
  public boolean isImage() {
    if (fields.size() != 1 || !fields.get(0).key().isEmpty()) {
      return false;
    }
    Text text = fields.get(0).value();
    int end = Embedded.end(text, 0);
    return text.indexOf('=', 0) < 0
        && text.length() > end
        && (end == 0 || "/:".indexOf(text.charAt(end)) >= 0);
  }

  /** Whether all that it says can be read; otherwise an expression may say more. */
  public boolean isKnown() {
    return isImage()
        || (!type().isEmpty() && fields.stream().noneMatch(field -> field.key().isEmpty()));
  }

  /** The kind of cache; {@code registry} where nothing but an image is named, empty if unknown. */
  public String type() {
    return isImage() ? "registry" : value("type").filter(t -> !Embedded.in(t)).orElse("");
  }

  /** Where it says of which type it is. */
  public Span typeSpan() {
    return field("type").map(field -> field.whole().span()).orElse(span);
  }

  /** Whether a key is set to a value, or to one that only the build knows. */
  public boolean has(String key, String value) {
    return field(key)
        .filter(field -> field.value().is(value) || Embedded.in(field.value()))
        .isPresent();
  }

  /** What tells a store from others of its type; empty where the type alone does. */
  private Optional<CacheField> storeField() {
    if (isImage()) {
      return Optional.of(fields.get(0));
    }
    return switch (type()) {
      case "registry" -> field("ref");
      case "gha" -> field("scope");
      default -> Optional.empty();
    };
  }

  /** How messages call the store: its reference, or its type. */
  public String store() {
    return storeField().map(CacheField::written).orElse("type=" + type());
  }

  /** Where the store is named. */
  public Span storeSpan() {
    return storeField().map(field -> field.whole().span()).orElse(typeSpan());
  }

  /** Whether a build that writes one of them may find it in the other. */
  public boolean mayBeSameStore(CacheEntry other) {
    return type().equals(other.type())
        && !Embedded.surelyDiffer(
            storeField().map(CacheField::written).orElse(""),
            other.storeField().map(CacheField::written).orElse(""));
  }

  /** Writes further fields behind the last; empty where escapes stand in the way. */
  public Optional<List<Edit>> adding(Map<String, String> more) {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    Text last = fields.get(fields.size() - 1).whole();
    if (last.span().length() != last.length()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    if (isImage()) {
      edits.add(Edit.insert(last.span().start(), "type=registry,ref="));
    }
    edits.add(
        Edit.insert(
            last.span().end(),
            more.entrySet().stream().map(this::joined).collect(Collectors.joining())));
    return Optional.of(edits);
  }

  private String joined(Map.Entry<String, String> field) {
    return switch (syntax) {
      case CSV -> "," + field.getKey() + "=" + field.getValue();
      case HCL -> ", " + field.getKey() + " = \"" + field.getValue() + "\"";
      case JSON -> ", \"" + field.getKey() + "\": \"" + field.getValue() + "\"";
    };
  }
}
