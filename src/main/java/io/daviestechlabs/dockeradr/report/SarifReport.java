package io.daviestechlabs.dockeradr.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonGenerator.Feature;
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
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.disable(Feature.AUTO_CLOSE_TARGET).useDefaultPrettyPrinter();
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    tool(json, rules);
    json.writeStringField("columnKind", "utf16CodeUnits");
    json.writeArrayFieldStart("results");
    for (Finding finding : findings) {
      result(json, finding, rules.indexOf(finding.rule()));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
  }

  private static void tool(JsonGenerator json, List<Rule> rules) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "docker-adr");
    json.writeArrayFieldStart("rules");
    for (Rule rule : rules) {
      json.writeStartObject();
      json.writeStringField("id", rule.id());
      json.writeStringField("name", rule.name());
      text(json, "shortDescription", rule.meta().summary());
      if (rule.documentation().isPresent()) {
        json.writeStringField("helpUri", rule.documentation().get().toString());
      }
      json.writeObjectFieldStart("help");
      json.writeStringField("text", rule.page());
      json.writeStringField("markdown", rule.page());
      json.writeEndObject();
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeStringField("level", level(rule.meta().severity()));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void result(JsonGenerator json, Finding finding, int index) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", finding.rule().id());
    json.writeNumberField("ruleIndex", index);
    json.writeStringField("level", level(finding.severity()));
    text(json, "message", finding.message());
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    artifact(json, finding.source());
    region(json, "region", finding.source(), finding.span());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    if (finding.fix().filter(fix -> isShown(finding, fix)).isPresent()) {
      json.writeArrayFieldStart("fixes");
      json.writeStartObject();
      text(json, "description", finding.fix().get().title());
      json.writeArrayFieldStart("artifactChanges");
      json.writeStartObject();
      artifact(json, finding.source());
      json.writeArrayFieldStart("replacements");
      for (Edit edit : finding.fix().get().edits()) {
        json.writeStartObject();
        region(json, "deletedRegion", finding.source(), edit.span());
        text(json, "insertedContent", edit.replacement());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
    }
    if (!finding.isActive()) {
      suppression(json, finding.suppression().get());
    }
    json.writeEndObject();
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

  private static void suppression(JsonGenerator json, Suppression suppression) throws IOException {
    json.writeArrayFieldStart("suppressions");
    json.writeStartObject();
    json.writeStringField("kind", "inSource");
    if (suppression.reason().isPresent()) {
      json.writeStringField("justification", suppression.reason().get().toString());
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void artifact(JsonGenerator json, Source source) throws IOException {
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(source.name()));
    json.writeEndObject();
  }

  private static void region(JsonGenerator json, String field, Source source, Span span)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeNumberField("startLine", source.position(span.start()).line());
    json.writeNumberField("startColumn", source.position(span.start()).column());
    json.writeNumberField("endLine", source.position(span.end()).line());
    json.writeNumberField("endColumn", source.position(span.end()).column());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
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
