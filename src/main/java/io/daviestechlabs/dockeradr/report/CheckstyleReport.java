package io.daviestechlabs.dockeradr.report;

import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Rule;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Checkstyle's own XML, which needs no plugin to be read by build servers. */
final class CheckstyleReport implements Report {
  @Override
  public void write(List<Finding> findings, List<Rule> rules, int files, Writer out)
      throws IOException {
    Map<String, List<Finding>> byFile =
        findings.stream()
            .filter(Finding::isActive)
            .collect(
                Collectors.groupingBy(
                    f -> f.source().name(), LinkedHashMap::new, Collectors.toList()));
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      line(xml, "\n");
      xml.writeStartElement("checkstyle");
      xml.writeAttribute("version", "4.3");
      for (Map.Entry<String, List<Finding>> file : byFile.entrySet()) {
        line(xml, "\n  ");
        xml.writeStartElement("file");
        xml.writeAttribute("name", legal(file.getKey()));
        for (Finding finding : file.getValue()) {
          line(xml, "\n    ");
          error(xml, finding);
        }
        line(xml, "\n  ");
        xml.writeEndElement();
      }
      line(xml, "\n");
      xml.writeEndElement();
      line(xml, "\n");
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void error(XMLStreamWriter xml, Finding finding) throws XMLStreamException {
    xml.writeEmptyElement("error");
    xml.writeAttribute("line", String.valueOf(finding.start().line()));
    xml.writeAttribute("column", String.valueOf(finding.start().column()));
    xml.writeAttribute("severity", finding.severity().word());
    xml.writeAttribute("message", legal(finding.message()));
    xml.writeAttribute("source", "docker-adr." + finding.rule().id());
  }

  private static void line(XMLStreamWriter xml, String space) throws XMLStreamException {
    xml.writeCharacters(space);
  }

  /** XML 1.0 has no form for most control characters; a message may quote a file that has them. */
  private static String legal(String text) {
    return text.codePoints()
        .map(c -> c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && isXml(c)) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isXml(int c) {
    return c <= 0xD7FF || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
  }
}
