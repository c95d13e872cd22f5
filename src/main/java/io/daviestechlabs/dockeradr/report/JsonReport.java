package io.daviestechlabs.dockeradr.report;

import com.google.gson.stream.JsonWriter;
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
    JsonWriter json = new JsonWriter(out);
    json.setIndent("  ");
    json.beginObject();
    json.name("findings").beginArray();
    List<Finding> active = findings.stream().filter(Finding::isActive).toList();
    for (Finding finding : active) {
      finding(json, finding);
    }
    json.endArray();
    summary(json, Summary.of(files, active), findings.size() - active.size());
    json.endObject();
    json.flush();
    out.write('\n');
    out.flush();
  }

  private static void finding(JsonWriter json, Finding finding) throws IOException {
    json.beginObject();
    json.name("file").value(finding.source().name());
    json.name("line").value(finding.start().line());
    json.name("column").value(finding.start().column());
    json.name("endLine").value(finding.end().line());
    json.name("endColumn").value(finding.end().column());
    json.name("rule").value(finding.rule().id());
    json.name("name").value(finding.rule().name());
    json.name("severity").value(finding.severity().word());
    json.name("message").value(finding.message());
    json.name("section").value(finding.rule().section());
    json.name("fixable").value(Summary.fixable(finding));
    json.endObject();
  }

  private static void summary(JsonWriter json, Summary summary, int suppressed) throws IOException {
    json.name("summary").beginObject();
    json.name("files").value(summary.files());
    json.name("errors").value(summary.errors());
    json.name("warnings").value(summary.warnings());
    json.name("infos").value(summary.infos());
    json.name("fixable").value(summary.fixable());
    json.name("suppressed").value(suppressed);
    json.endObject();
  }
}
