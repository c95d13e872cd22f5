package io.daviestechlabs.dockeradr.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.Golden;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Keeps the README's tables of parameters in step with the descriptor that Maven reads. */
class ParametersTest {
  private static final String HEAD =
      "| parameter | property | default | what it does |\n| --- | --- | --- | --- |\n";

  @Test
  void theReadmeHasARowForEachParameter() throws Exception {
    List<Element> goals = goals();
    assertThat(goals).extracting(goal -> text(goal, "goal")).contains("lint", "build", "help");
    String tables = goals.stream().map(ParametersTest::table).collect(Collectors.joining("\n"));
    Golden.checkRegion(Path.of("README.md"), "parameters", "\n" + tables + "\n");
  }

  private static List<Element> goals() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    // On the class path, another plugin may have a descriptor of the same name.
    try (InputStream in =
        Path.of("target/classes/META-INF/maven/plugin.xml").toUri().toURL().openStream()) {
      Element plugin = factory.newDocumentBuilder().parse(in).getDocumentElement();
      return children(child(plugin, "mojos")).toList();
    }
  }

  private static String table(Element goal) {
    Element settings = child(goal, "configuration");
    String rows =
        children(child(goal, "parameters"))
            .filter(parameter -> text(parameter, "editable").equals("true"))
            .map(parameter -> row(parameter, settings))
            .collect(Collectors.joining());
    return "**" + text(goal, "goal") + "**\n\n" + HEAD + rows;
  }

  private static String row(Element parameter, Element settings) {
    String name = text(parameter, "name");
    // The descriptor lists a parameter here only if it has a property or a default.
    Element setting = child(settings, name);
    String property = setting == null ? "" : setting.getTextContent().strip();
    String value = setting == null ? "" : setting.getAttribute("default-value");
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            name,
            code(property.replaceAll("^\\$\\{(.*)}$", "$1")),
            code(value),
            firstSentence(text(parameter, "description")));
  }

  private static String firstSentence(String description) {
    String line = description.replaceAll("\\s+", " ").strip();
    return line.replaceAll("(?<=[^.]\\.) (?=[A-Z]).*", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("|", "\\|")
        .replace("*", "\\*");
  }

  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }

  private static String text(Element parent, String name) {
    Element child = child(parent, name);
    return child == null ? "" : child.getTextContent();
  }

  private static Element child(Element parent, String name) {
    return children(parent).filter(e -> e.getTagName().equals(name)).findFirst().orElse(null);
  }

  private static Stream<Element> children(Element parent) {
    NodeList nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .<Node>mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }
}
