package io.daviestechlabs.dockeradr.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static Json read(String text) {
    return Json.parse(text).orElseThrow();
  }

  @Test
  void aMemberOfAMemberIsFoundWhateverThereIs() {
    Json json = read("{'a':{'b':['x',{'c':'y'}]},'n':null,'t':'text'}".replace('\'', '"'));

    assertThat(json.at("a").at("b").at(1).at("c").text()).isEqualTo("y");
    assertThat(json.at("a").at("b").texts()).containsExactly("x", "");
    for (Json none :
        List.of(
            json.at("z"),
            json.at("z").at("z").at(7),
            json.at("t").at("z"),
            json.at("t").at(0),
            json.at("n"),
            json.at("n").at("z"),
            json.at(0),
            json.at("a").at("b").at(2),
            json.at("a").at("b").at(-1))) {
      assertThat(none.exists()).isFalse();
      assertThat(none).isEqualTo(Json.NULL);
      assertThat(none.text()).isEmpty();
      assertThat(none.text("other")).isEqualTo("other");
      assertThat(none.text(null)).isNull();
      assertThat(none.whole(-1)).isEqualTo(-1);
      assertThat(none.members()).isEmpty();
      assertThat(none.elements()).isEmpty();
      assertThat(none.isTrue() || none.isFalse() || none.isText()).isFalse();
      assertThat(none.isArray() || none.isObject()).isFalse();
    }
  }

  @Test
  void membersKeepTheirOrderAndTheLastOfANameCounts() {
    Json json = read("{\"z\":1,\"a\":2,\"m\":null,\"z\":3}");

    assertThat(json.members().keySet()).containsExactly("z", "a", "m");
    assertThat(json.at("z").whole()).isEqualTo(3);
    assertThat(json).hasToString("{\"z\":3,\"a\":2,\"m\":null}");
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12",
    "-3, -3",
    "2.9, 2",
    "-2.9, -2",
    "1e3, 1000",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775808, 9223372036854775807",
    "-1e30, -9223372036854775808",
    "1e999999999, 9223372036854775807",
    "1e-999999999, 0",
    "'\"12\"', 12",
    "'\"-12\"', -12",
    "'\"\"', 77",
    "'\"2.9\"', 77",
    "'\"NaN\"', 77",
    "'\"0x1p3\"', 77",
    "true, 77",
    "null, 77",
    "'[1]', 77",
    "'{}', 77",
  })
  void aNumberIsWhole(String text, long whole) {
    assertThat(read(text).whole(77)).isEqualTo(whole);
    assertThat(read(text).whole()).isEqualTo(whole == 77 ? 0 : whole);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"a\\u00e9\\n\"', 'a\u00e9\n'",
    "1.50, 1.50",
    "1e999999999, 1e999999999",
    "true, true",
    "false, false",
    "'\"\"', ''",
    "null, other",
    "[], other",
    "{}, other",
  })
  void aTextIsWhatWasWritten(String json, String text) {
    assertThat(read(json).text("other")).isEqualTo(text);
  }

  @Test
  void onlyTrueIsTrue() {
    assertThat(read("true").isTrue()).isTrue();
    assertThat(read("false").isFalse()).isTrue();
    for (String other : List.of("\"true\"", "\"false\"", "1", "0", "null", "[]", "{}", "\"\"")) {
      assertThat(read(other).isTrue()).isFalse();
      assertThat(read(other).isFalse()).isFalse();
    }
  }

  @Test
  void anEmptyTextArrayOrObjectIsThere() {
    assertThat(read("\"\"").exists() && read("\"\"").isText()).isTrue();
    assertThat(read("[]").exists() && read("[]").isArray()).isTrue();
    assertThat(read("{}").exists() && read("{}").isObject()).isTrue();
    assertThat(read("0").exists() && read("false").exists()).isTrue();
    assertThat(read("0").isText()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "{",
        "[",
        "]",
        "}",
        "[1",
        "[1,",
        "[1,]",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "\"cut",
        "\"a\nb\"",
        "\"\\x\"",
        "\"\\u12",
        "tru",
        "truex",
        "01",
        "1.",
        "-",
        "+1",
        "NaN",
        "Infinity",
        "// no\n1",
        "\uFEFF{}",
        "no JSON at all",
      })
  void whatIsBrokenOrCutOffIsNoValue(String text) {
    assertThat(Json.parse(text)).isEmpty();
    if (!text.startsWith("\uFEFF")) {
      assertThat(Json.parse(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
  }

  @Test
  void whatFollowsIsNotLookedAt() {
    assertThat(Json.parse("{\"a\":1} and more")).contains(read("{\"a\":1}"));
    assertThat(Json.parse("[] ]")).contains(read("[]"));
  }

  @Test
  void bytesMayBeginWithAMarkAndNeedNotBeCharacters() {
    byte[] marked = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '[', '1', ']'};
    assertThat(Json.parse(marked)).contains(read("[1]"));
    assertThat(Json.parse(new byte[] {'"', (byte) 0xFF, '"'})).contains(Json.of("\uFFFD"));
    assertThat(Json.parse(new byte[] {'"', (byte) 0xC3, '"'})).contains(Json.of("\uFFFD"));
    assertThat(Json.parse(new byte[] {'"', (byte) 0xC3})).isEmpty();
    assertThat(Json.parse(new byte[] {(byte) 0xC3, (byte) 0xFF, 0, 0, 0x7F, 0})).isEmpty();
  }

  @Test
  void halfACharacterIsNone() {
    assertThat(Json.parse("\"\\ud83d\"")).isEmpty();
    assertThat(Json.parse("\"\ude00\"")).isEmpty();
    assertThat(read("\"\\ud83d\\ude00\"").text()).isEqualTo("\ud83d\ude00");
  }

  @Test
  void whatIsTooDeepIsRefusedAndTheDeepestCanBeWritten() {
    String deepest = "[".repeat(1000) + "]".repeat(1000);
    String objects = "{\"a\":".repeat(999) + "[]" + "}".repeat(999);

    assertThat(read(deepest)).hasToString(deepest);
    assertThat(read(objects)).hasToString(objects);
    assertThat(read(objects)).isEqualTo(read(objects)).hasSameHashCodeAs(read(objects));
    assertThat(Json.parse("[" + deepest + "]")).isEmpty();
    assertThat(Json.parse("[".repeat(10_000_000))).isEmpty();
    assertThat(Json.parse("{\"a\":".repeat(1_000_000).getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void whatIsTooLongIsRefused() {
    assertThat(Json.parse("9".repeat(1000))).isPresent();
    assertThat(Json.parse("9".repeat(1001))).isEmpty();
    assertThat(Json.parse("\"" + "x".repeat(50_000_000) + "\"")).isEmpty();
    assertThat(Json.parse("{\"" + "x".repeat(50_001) + "\":1}")).isEmpty();
  }

  @Test
  void aLongFileOfShortTextsIsRead() {
    String one = "\"" + "x".repeat(1000) + "\"";
    String text = "[" + (one + ",").repeat(49_999) + one + "]";

    Json json = read(text);

    assertThat(json.elements()).hasSize(50_000);
    assertThat(json.toString()).isEqualTo(text);
  }

  /** Names that all have one place in a table of names: in Java's, and in Jackson's. */
  @ParameterizedTest
  @CsvSource({"Aa, BB", "Ab, BA"})
  void manyNamesThatCollideDoNoHarm(String zero, String one) {
    int bits = 15;
    List<String> names = new ArrayList<>();
    for (int number = 0; number < 1 << bits; number++) {
      StringBuilder name = new StringBuilder();
      for (int bit = 0; bit < bits; bit++) {
        name.append((number >> bit & 1) == 0 ? zero : one);
      }
      names.add(name.toString());
    }
    String text = names.stream().collect(Collectors.joining("\":1,\"", "{\"", "\":1}"));

    assertThat(read(text).members().keySet()).containsExactlyElementsOf(names);
    assertThat(Json.parse(text.getBytes(StandardCharsets.UTF_8))).contains(read(text));
  }

  /** Each file gets names of its own, and a table that all share would be full. */
  @Test
  void manyFilesDoNotDisturbEachOther() {
    for (int file = 0; file < 2000; file++) {
      String name = file + "x".repeat(file % 7);
      assertThat(read("{\"" + name + "\":{\"a" + name + "\":1}}").at(name).at("a" + name).whole())
          .isEqualTo(1);
    }
  }

  @Test
  void isMadeOfOrdinaryValues() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("text", "a\"\u00e9\u2028\n\u0001");
    members.put("int", 1);
    members.put("long", Long.MIN_VALUE);
    members.put("true", true);
    members.put("false", false);
    members.put("null", null);
    members.put("list", Arrays.asList("a", null, List.of()));
    members.put("known", read("{\"n\":1.50}"));
    members.put("none", Json.NULL.at("x"));
    members.put("map", Map.of());

    assertThat(Json.of(members))
        .hasToString(
            "{\"text\":\"a\\\"\u00e9\\u2028\\n\\u0001\",\"int\":1,\"long\":-9223372036854775808,"
                + "\"true\":true,\"false\":false,\"null\":null,\"list\":[\"a\",null,[]],"
                + "\"known\":{\"n\":1.50},\"none\":null,\"map\":{}}");
  }

  @Test
  void isMadeOfNothingElse() {
    for (Object other : List.of(1.5, 'c', new StringBuilder("x"), List.of(1f))) {
      assertThatThrownBy(() -> Json.of(other)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void doesNotChange() {
    List<Object> list = new ArrayList<>(List.of(1));
    Map<String, Object> map = new LinkedHashMap<>(Map.of("list", list));
    Json json = Json.of(map);
    list.add(2);
    map.put("more", 3);

    assertThat(json).hasToString("{\"list\":[1]}");
    for (Json each : List.of(json, read("{\"list\":[1]}"))) {
      assertThatThrownBy(() -> each.members().put("x", Json.NULL))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> each.at("list").elements().clear())
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void isWrittenOverLines() {
    assertThat(read("{\"a\":[1,\"b\"],\"c\":{\"d\":null},\"e\":{},\"f\":[]}").pretty())
        .isEqualToNormalizingNewlines(
            """
            {
              "a": [
                1,
                "b"
              ],
              "c": {
                "d": null
              },
              "e": {},
              "f": []
            }""");
  }

  @Property(tries = 500)
  void whatIsWrittenIsReadAgain(@ForAll("values") Object value) {
    Json json = Json.of(value);

    assertThat(Json.parse(json.toString())).contains(json);
    assertThat(Json.parse(json.pretty())).contains(json);
  }

  @Property(tries = 500)
  void nothingThatIsCutOffOrDamagedThrows(@ForAll("values") Object value, @ForAll int place) {
    String text = Json.of(List.of(value)).toString();
    int at = Math.floorMod(place, text.length());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    bytes[Math.floorMod(place, bytes.length)] ^= (byte) (1 + Math.floorMod(place, 255));

    assertThat(Json.parse(text.substring(0, at))).isEmpty();
    assertThat(Json.parse(text.substring(0, at) + (char) place + text.substring(at))).isNotNull();
    assertThat(Json.parse(bytes)).isNotNull();
  }

  @Provide
  Arbitrary<Object> values() {
    return values(3);
  }

  private static Arbitrary<Object> values(int depth) {
    Arbitrary<Object> plain =
        Arbitraries.oneOf(
            texts(20).map(it -> (Object) it),
            Arbitraries.longs().map(it -> (Object) it),
            Arbitraries.of(true, false).map(it -> (Object) it));
    if (depth == 0) {
      return plain;
    }
    Arbitrary<Object> below = values(depth - 1);
    return Arbitraries.oneOf(
        plain,
        below.list().ofMaxSize(4).map(it -> (Object) it),
        Arbitraries.maps(texts(5), below).ofMaxSize(4).map(it -> (Object) it));
  }

  private static Arbitrary<String> texts(int longest) {
    return Arbitraries.strings()
        .ofMaxLength(longest)
        .map(text -> text.replaceAll("[\\ud800-\\udfff]", ""));
  }
}
