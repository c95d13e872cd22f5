package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daviestechlabs.dockeradr.dockerfile.Directive;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Problem;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** BuildKit's parse of real Dockerfiles, down to typed commands. */
final class BuildkitAstSuite implements Suite {
  @Override
  public String name() {
    return "buildkit-ast";
  }

  @Override
  public void run(Recordings recordings, Tally tally) throws IOException {
    Map<String, String> texts = recordings.dockerfiles();
    try (Stream<JsonNode> lines = recordings.lines("buildkit-ast.jsonl.gz")) {
      lines.forEach(
          theirs -> {
            String id = theirs.get("id").textValue();
            compare(tally, id, theirs, texts.get(id));
          });
    }
  }

  /** Compares a tree field by field, so that the report shows what differs and no more. */
  static void compare(Tally tally, String id, JsonNode theirs, String text) {
    Dockerfile file = Dockerfile.parse(Source.of(id, text));
    ObjectNode ours = tree(file);
    StringBuilder left = new StringBuilder();
    StringBuilder right = new StringBuilder();
    for (Iterator<String> names = theirs.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!List.of("id", "dump").contains(name)) {
        differ(name, theirs.get(name), ours.get(name), left, right);
        ours.remove(name);
      }
    }
    ours.fieldNames().forEachRemaining(n -> differ(n, null, ours.get(n), left, right));
    tally.compare(id, left.toString(), right.toString());
  }

  private static void differ(
      String path, JsonNode theirs, JsonNode ours, StringBuilder left, StringBuilder right) {
    if (same(theirs, ours)) {
      return;
    }
    if (theirs != null && ours != null && theirs.isObject() && ours.isObject()) {
      theirs
          .fieldNames()
          .forEachRemaining(n -> differ(path + "." + n, theirs.get(n), ours.get(n), left, right));
      ours.fieldNames()
          .forEachRemaining(
              n -> {
                if (!theirs.has(n)) {
                  differ(path + "." + n, null, ours.get(n), left, right);
                }
              });
    } else if (theirs != null
        && ours != null
        && theirs.isArray()
        && ours.isArray()
        && theirs.size() == ours.size()) {
      for (int i = 0; i < theirs.size(); i++) {
        differ(path + "[" + i + "]", theirs.get(i), ours.get(i), left, right);
      }
    } else {
      left.append("\n    ").append(path).append(" = ").append(theirs);
      right.append("\n    ").append(path).append(" = ").append(ours);
    }
  }

  private static boolean same(JsonNode theirs, JsonNode ours) {
    if (theirs == null || ours == null) {
      return theirs == ours;
    }
    return theirs.isNumber() && ours.isNumber()
        ? theirs.asLong() == ours.asLong()
        : theirs.equals(ours);
  }

  private static ObjectNode tree(Dockerfile file) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ObjectNode out = json.objectNode();
    file.syntax().ifPresent(d -> out.set("syntax", directive(d, "ref", "cmdline")));
    file.check().ifPresent(d -> out.set("check", directive(d, "value", "full")));
    List<Problem> parsing =
        file.problems().stream().filter(p -> p.phase() == Problem.Phase.PARSE).toList();
    List<Problem> reading =
        file.problems().stream().filter(p -> p.phase() == Problem.Phase.READ).toList();
    out.set("directives", json.arrayNode());
    out.set("nodes", json.arrayNode());
    out.put("rootStartLine", 0).put("rootEndLine", 0);
    out.set("warnings", json.arrayNode());
    out.set("directives", BuildkitTree.directives(file.directives()));
    if (!parsing.isEmpty()) {
      Problem first = parsing.get(0);
      out.put("error", first.message());
      out.set("errorLines", lines(first));
      return out;
    }
    out.put("escape", String.valueOf(file.escape()));
    out.set("nodes", BuildkitTree.nodes(file));
    List<Instruction> all = file.instructions();
    out.put("rootStartLine", all.get(0).startLine());
    out.put("rootEndLine", all.get(all.size() - 1).endLine());
    out.set("warnings", BuildkitTree.warnings(file));
    if (reading.isEmpty()) {
      out.set("stages", BuildkitStages.stages(file));
    } else {
      out.put("instrError", reading.get(0).message());
      out.set("instrErrorLines", lines(reading.get(0)));
    }
    return out;
  }

  private static JsonNode lines(Problem problem) {
    var out = JsonNodeFactory.instance.arrayNode();
    for (int line = problem.startLine(); line <= problem.endLine(); line++) {
      out.addArray().add(line).add(line);
    }
    return out;
  }

  private static JsonNode directive(Directive directive, String first, String all) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(first, directive.firstWord().toString())
        .put(all, directive.value().toString())
        .put("line", directive.line());
  }
}
