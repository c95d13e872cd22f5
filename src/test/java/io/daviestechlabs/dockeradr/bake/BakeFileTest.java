package io.daviestechlabs.dockeradr.bake;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class BakeFileTest {
  private static BakeFile hcl(String text) {
    return BakeFile.parse(Source.of("docker-bake.hcl", text));
  }

  private static BakeFile json(String text) {
    return BakeFile.parse(Source.of("docker-bake.json", text));
  }

  private static String tags(BakeFile file) {
    Value value = file.targets().get(0).get("tags").orElseThrow();
    return value instanceof Value.Sequence list
        ? String.join("|", list.elements().stream().map(BakeFileTest::text).toArray(String[]::new))
        : text(value);
  }

  private static String text(Value value) {
    return value instanceof Value.Scalar scalar ? scalar.text().toString() : "?";
  }

  @Test
  void stringsKeepTemplatesAndResolveEscapes() {
    assertThat(tags(hcl("target \"a\" {\n  tags = [\"a:${x[\"}\"]}\", \"b\\tc\\u0041\"]\n}")))
        .isEqualTo("a:${x[\"}\"]}|b\tcA");
  }

  @Test
  void whatIsComputedIsNotRead() {
    assertThat(tags(hcl("target \"a\" {\n  tags = [CI ? \"a\" : \"b\", f(\"]\"), X, \"d\"]\n}")))
        .isEqualTo("?|?|?|d");
    assertThat(tags(hcl("target \"a\" {\n  tags = [for t in T : \"x:${t}\"]\n}"))).isEqualTo("?");
    assertThat(tags(hcl("target \"a\" {\n  tags = concat([\"a\"],\n  [\"b\"])\n  b = 1\n}")))
        .isEqualTo("?");
  }

  @Test
  void whatIsChosenOrJoinedIsAmongTheParts() {
    assertThat(parts("CI == \"a\" ? [\"b\", f(\"c\")] : (\"d\")")).containsExactly("a", "b", "d");
    assertThat(parts("concat(flatten([\"a\", X]), lower(\"b\"), [\"c\"])"))
        .containsExactly("a", "c");
    assertThat(parts("f(\n  <<-E\n  \"a\" ]\n  E\n) ? \"b\" : { c = \"d\" }")).containsExactly("b");
    assertThat(parts("X # \"a\"")).isEmpty();
  }

  private static List<String> parts(String expression) {
    BakeFile file = hcl("target \"a\" {\n  tags = " + expression + "\n  after = 1\n}");
    assertThat(file.targets().get(0).get("after")).isPresent();
    Value tags = file.targets().get(0).get("tags").orElseThrow();
    return ((Value.Computed) tags).parts().stream().map(part -> part.text().toString()).toList();
  }

  @Test
  void commentsAndOtherBlocksAreNoTargets() {
    BakeFile file =
        hcl(
            "// target \"no\" {}\n/* target \"no\" {}\n*/ variable \"V\" {\n  default = <<-E\n"
                + "    }\n  E\n}\nfunction \"f\" {\n  params = [a]\n  result = \"${a}\"\n}\n"
                + "target \"yes\" { # {\n  contexts = { a = \"b\" }\n  tags = [\"t\"]\n}");
    assertThat(file.targets()).hasSize(1);
    assertThat(tags(file)).isEqualTo("t");
  }

  @Test
  void jsonHasTheSameValues() {
    BakeFile file = json("{\n \"target\":\n {\"a\": {\"tags\":\n [\"x\\\"y\", 1,\n true]}}}");
    assertThat(tags(file)).isEqualTo("x\"y|1|true");
  }

  @Test
  void charactersKnowWhereTheyStand() {
    String text = "target \"app\" {\r\n  tags = [\"a/b\"]\r\n}\r\n";
    Value.Sequence tags = (Value.Sequence) hcl(text).targets().get(0).get("tags").orElseThrow();
    Value.Scalar tag = (Value.Scalar) tags.elements().get(0);
    assertThat(text.substring(tag.span().start(), tag.span().end())).isEqualTo("\"a/b\"");
    assertThat(tag.text().span().start()).isEqualTo(tag.span().start() + 1);
  }

  @Test
  void deepNestingIsPassedOver() {
    for (String open : List.of("[", "{a=", "(", "${", "\"${", "{")) {
      String text = "target \"a\" {\n  tags = " + open.repeat(200_000);
      assertThat(hcl(text).targets().size()).isLessThan(2);
    }
    assertThat(json("{\"target\":" + "[".repeat(200_000)).targets()).isEmpty();
  }

  @Property
  void nothingThrows(@ForAll @Size(max = 40) List<@StringLength(max = 3) String> noise) {
    List<String> words =
        List.of(
            "target ", "\"a\" ", "{", "}", "[", "]", "= ", "\"", "${", "\n", "<<E\n", ",", "\\");
    StringBuilder text = new StringBuilder("target \"a\" {");
    for (String word : noise) {
      text.append(words.get(word.length() * 4 % words.size()));
      text.append(words.get(Math.floorMod(word.hashCode(), words.size()))).append(word);
    }
    hcl(text.toString());
    json(text.toString());
  }
}
