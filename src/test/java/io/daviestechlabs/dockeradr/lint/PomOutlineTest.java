package io.daviestechlabs.dockeradr.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PomOutlineTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void findsElementsFarIntoALongFile(String lineEnd) {
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?>\n<project>\n");
    for (int i = 0; i < 3000; i++) {
      text.append("  <!-- <name> 𝔘 -->\n  <x").append(i).append(">é &amp; &#233;</x");
      text.append(i).append(">\n");
    }
    text.append(
        "  <description><![CDATA[ </description> ]]>\n</description>\n  <scm/>\n</project>\n");
    Source source = Source.of("pom.xml", text.toString().replace("\n", lineEnd));
    PomOutline outline = PomOutline.of(source);
    assertThat(outline.elements()).hasSize(3002);
    assertThat(outline.elements())
        .allSatisfy(e -> assertThat(source.slice(e.span())).startsWith("<" + e.name()));
    assertThat(source.slice(outline.find("x2999").get().place()))
        .isEqualTo("<x2999>é &amp; &#233;</x2999>");
    assertThat(source.slice(outline.find("description").get().place())).isEqualTo("</description>");
    assertThat(source.slice(outline.find("scm").get().span())).isEqualTo("<scm/>");
  }

  @Test
  void aMissingElementBelongsBehindThoseThatMavenHasBeforeIt() {
    Source source =
        Source.of(
            "pom.xml",
            "<project><name>n</name><artifactId>a</artifactId><scm><url>u</url></scm></project>");
    PomOutline outline = PomOutline.of(source);
    assertThat(source.slice(outline.placeOf("description"))).isEqualTo("<name>n</name>");
    assertThat(source.slice(outline.placeOf("version"))).isEqualTo("<artifactId>a</artifactId>");
    assertThat(source.slice(outline.placeOf("modelVersion"))).isEqualTo("<project>");
    assertThat(outline.find("url")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "<project",
        "<project a='>",
        "</project>",
        "<!--",
        "<a><b></a>",
        "<!DOCTYPE x [ <"
      })
  void brokenFilesAreReadAsFarAsTheyGo(String text) {
    Source source = Source.of("pom.xml", text);
    PomOutline outline = PomOutline.of(source);
    assertThat(outline.placeOf("name").end()).isLessThanOrEqualTo(text.length());
  }
}
