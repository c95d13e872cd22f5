package io.daviestechlabs.dockeradr.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonGenerator.Feature;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Rule;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code findings} and {@code summary}, stable names, places counted from 1. */
final class JsonReport implements Report {
  @Override
  public void write(List<Finding> findings, List<Rule> rules, int files, Writer out)
      throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.disable(Feature.AUTO_CLOSE_TARGET).useDefaultPrettyPrinter();
    json.writeStartObject();
    json.writeArrayFieldStart("findings");
    List<Finding> active = findings.stream().filter(Finding::isActive).toList();
    for (Finding finding : active) {
      finding(json, finding);
    }
    json.writeEndArray();
    summary(json, Summary.of(files, active), findings.size() - active.size());
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  private static void finding(JsonGenerator json, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", finding.source().name());
    json.writeNumberField("line", finding.start().line());
    json.writeNumberField("column", finding.start().column());
    json.writeNumberField("endLine", finding.end().line());
    json.writeNumberField("endColumn", finding.end().column());
    json.writeStringField("rule", finding.rule().id());
    json.writeStringField("name", finding.rule().name());
    json.writeStringField("severity", finding.severity().word());
    json.writeStringField("message", finding.message());
    json.writeStringField("section", finding.rule().section());
    json.writeBooleanField("fixable", Summary.fixable(finding));
    json.writeEndObject();
  }

  private static void summary(JsonGenerator json, Summary summary, int suppressed)
      throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("files", summary.files());
    json.writeNumberField("errors", summary.errors());
    json.writeNumberField("warnings", summary.warnings());
    json.writeNumberField("infos", summary.infos());
    json.writeNumberField("fixable", summary.fixable());
    json.writeNumberField("suppressed", suppressed);
    json.writeEndObject();
  }
}
