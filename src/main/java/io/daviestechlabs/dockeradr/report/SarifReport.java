package io.daviestechlabs.dockeradr.report;

import com.google.gson.stream.JsonWriter;
import io.daviestechlabs.dockeradr.lint.Finding;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.Suppression;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.SecretShape;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** SARIF 2.1.0 with each rule's page as its help and each fix as replacements. */
final class SarifReport implements Report {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  @Override
  public void write(List<Finding> findings, List<Rule> rules, int files, Writer out)
      throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setIndent("  ");
    json.beginObject();
    json.name("$schema").value(SCHEMA);
    json.name("version").value("2.1.0");
    json.name("runs").beginArray();
    json.beginObject();
    tool(json, rules);
    json.name("columnKind").value("utf16CodeUnits");
    json.name("results").beginArray();
    for (Finding finding : findings) {
      result(json, finding, rules.indexOf(finding.rule()));
    }
    json.endArray();
    json.endObject();
    json.endArray();
    json.endObject();
    json.flush();
    out.write('\n');
    out.flush();
  }

  private static void tool(JsonWriter json, List<Rule> rules) throws IOException {
    json.name("tool").beginObject();
    json.name("driver").beginObject();
    json.name("name").value("docker-adr");
    json.name("rules").beginArray();
    for (Rule rule : rules) {
      json.beginObject();
      json.name("id").value(rule.id());
      json.name("name").value(rule.name());
      text(json, "shortDescription", rule.meta().summary());
      if (rule.documentation().isPresent()) {
        json.name("helpUri").value(rule.documentation().get().toString());
      }
      json.name("help").beginObject();
      json.name("text").value(rule.page());
      json.name("markdown").value(rule.page());
      json.endObject();
      json.name("defaultConfiguration").beginObject();
      json.name("level").value(level(rule.meta().severity()));
      json.endObject();
      json.endObject();
    }
    json.endArray();
    json.endObject();
    json.endObject();
  }

  private static void result(JsonWriter json, Finding finding, int index) throws IOException {
    json.beginObject();
    json.name("ruleId").value(finding.rule().id());
    json.name("ruleIndex").value(index);
    json.name("level").value(level(finding.severity()));
    text(json, "message", finding.message());
    json.name("locations").beginArray();
    json.beginObject();
    json.name("physicalLocation").beginObject();
    artifact(json, finding.source());
    region(json, "region", finding.source(), finding.span());
    json.endObject();
    json.endObject();
    json.endArray();
    if (finding.fix().filter(fix -> isShown(finding, fix)).isPresent()) {
      json.name("fixes").beginArray();
      json.beginObject();
      text(json, "description", finding.fix().get().title());
      json.name("artifactChanges").beginArray();
      json.beginObject();
      artifact(json, finding.source());
      json.name("replacements").beginArray();
      for (Edit edit : finding.fix().get().edits()) {
        json.beginObject();
        region(json, "deletedRegion", finding.source(), edit.span());
        text(json, "insertedContent", edit.replacement());
        json.endObject();
      }
      json.endArray();
      json.endObject();
      json.endArray();
      json.endObject();
      json.endArray();
    }
    if (!finding.isActive()) {
      suppression(json, finding.suppression().get());
    }
    json.endObject();
  }

  /** A fix that would write out a secret is left out; with stars in it, it would be a wrong one. */
  private static boolean isShown(Finding finding, Fix fix) {
    return !fix.generatesIgnoreFile()
        && fix.edits().stream().map(Edit::replacement).noneMatch(text -> tells(finding, text));
  }

  private static boolean tells(Finding finding, String text) {
    return !SecretShape.tokens(text).isEmpty()
        || !SecretShape.passwords(text).isEmpty()
        || finding.hidden().stream()
            .map(finding.source()::slice)
            .anyMatch(secret -> !secret.isBlank() && text.contains(secret));
  }

  private static void suppression(JsonWriter json, Suppression suppression) throws IOException {
    json.name("suppressions").beginArray();
    json.beginObject();
    json.name("kind").value("inSource");
    if (suppression.reason().isPresent()) {
      json.name("justification").value(suppression.reason().get().toString());
    }
    json.endObject();
    json.endArray();
  }

  private static void artifact(JsonWriter json, Source source) throws IOException {
    json.name("artifactLocation").beginObject();
    json.name("uri").value(uri(source.name()));
    json.endObject();
  }

  private static void region(JsonWriter json, String field, Source source, Span span)
      throws IOException {
    json.name(field).beginObject();
    json.name("startLine").value(source.position(span.start()).line());
    json.name("startColumn").value(source.position(span.start()).column());
    json.name("endLine").value(source.position(span.end()).line());
    json.name("endColumn").value(source.position(span.end()).column());
    json.endObject();
  }

  private static void text(JsonWriter json, String field, String text) throws IOException {
    json.name(field).beginObject();
    json.name("text").value(text);
    json.endObject();
  }

  /** A relative reference with everything that a URI may not hold written as percent codes. */
  private static String uri(String path) {
    try {
      String encoded = new URI(null, null, "/" + path, null).toASCIIString();
      return encoded.substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
      case OFF -> "none";
    };
  }
}
