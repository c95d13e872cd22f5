package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Heredoc;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Raw;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The tables of BuildKit's own tests, as far as they are about reading a Dockerfile. */
final class ParserTablesSuite implements Suite {
  @Override
  public String name() {
    return "buildkit-tables";
  }

  @Override
  public void run(Recordings recordings, Tally tally) throws IOException {
    for (JsonNode table : recordings.json("buildkit/parser_tables.json")) {
      String function = table.get("func").asText();
      String variable = table.get("var").asText();
      String id = table.get("file").asText() + " " + function + " " + variable;
      JsonNode rows = table.get("rows");
      switch ((function + " " + variable).strip()) {
        case "TestErrorCasesHeredoc cases", "TestErrorCases cases" ->
            rows.forEach(r -> error(tally, r));
        case "TestCopyHeredoc cases" -> rows.forEach(r -> copy(tally, r));
        case "TestRunHeredoc cases" -> rows.forEach(r -> run(tally, r));
        case "TestCommandsExactlyOneArgument commands" ->
            rows.forEach(r -> fault(tally, r.asText(), " requires exactly one argument"));
        case "TestCommandsAtLeastOneArgument commands" ->
            rows.forEach(r -> fault(tally, r.asText(), " requires at least one argument"));
        case "TestCommandsNoDestinationArgument commands" ->
            rows.forEach(
                r ->
                    fault(
                        tally,
                        r.asText() + " arg1",
                        " requires at least two arguments, but only one was provided."
                            + " Destination could not be determined"));
        case "TestCommandsBlankNames commands" ->
            rows.forEach(r -> fault(tally, r.asText() + " =x", " names can not be blank"));
        case "invalidJSONArraysOfStrings" -> rows.forEach(r -> badJson(tally, r.asText()));
        case "validJSONArraysOfStrings" ->
            rows.properties().forEach(e -> goodJson(tally, e.getKey(), e.getValue()));
        case "TestParseHeredocHelpers validHeredocs" ->
            rows.forEach(r -> opens(tally, r.asText(), List.of("EOF")));
        case "TestParseHeredocHelpers invalidHeredocs" ->
            rows.forEach(r -> opens(tally, r.asText(), List.of()));
        case "TestParseHeredocHelpers notHeredocs" ->
            tally.notApplicable(id, "a helper's answer for what is never a single word of a line");
        case "TestHeredocsFromLine srcs" -> rows.forEach(r -> line(tally, r));
        case "TestParseWords tests" -> rows.forEach(r -> words(tally, r));
        default -> tally.notApplicable(id, reason(id));
      }
    }
  }

  private static String reason(String id) {
    if (id.startsWith("dfgitutil")) {
      return "git references of ADD, which the parser leaves as words";
    }
    if (id.startsWith("dockerfile2llb")) {
      return "the build graph, not the Dockerfile";
    }
    if (id.contains("TestBuilderFlags") || id.contains("TestParseExtractsHeredoc")) {
      return "the recording has one side of the table only";
    }
    if (id.contains("TestParseDevice")) {
      return "a flag of the labs channel, kept as it is written";
    }
    if (id.contains("TestParseIncludesLineNumbers")) {
      return "the same as the parser case testfile-line";
    }
    return "no input that a Dockerfile can have";
  }

  private static void error(Tally tally, JsonNode row) {
    String text = row.get("dockerfile").asText();
    String first = firstProblem(text);
    String expected = row.get("expectedError").asText();
    tally.compare(text, expected, first.contains(expected) ? expected : first);
  }

  private static void fault(Tally tally, String instruction, String expected) {
    String keyword = instruction.split(" ")[0];
    String ours = firstProblem("FROM scratch\n" + instruction + "\n");
    tally.compare(instruction, "dockerfile parse error on line 2: " + keyword + expected, ours);
  }

  private static void copy(Tally tally, JsonNode row) {
    JsonNode theirs = row.get("sourcesAndDest");
    Copy copy = (Copy) single(row.get("dockerfile").asText());
    StringBuilder expected = new StringBuilder(theirs.get("DestPath").asText());
    theirs.path("SourcePaths").forEach(p -> expected.append(" ").append(p.asText()));
    for (JsonNode content : theirs.path("SourceContents")) {
      expected.append(" ").append(content.get("Path").asText());
      expected.append(content.get("Expand").asBoolean()).append(content.get("Data").asText());
    }
    StringBuilder ours = new StringBuilder(copy.target().toString());
    copy.sources().stream().map(Word::toString).forEach(s -> ours.append(" ").append(s));
    for (Heredoc heredoc : copy.heredocs()) {
      ours.append(" ").append(heredoc.name());
      ours.append(heredoc.expand()).append(heredoc.chomped());
    }
    tally.compare(row.get("dockerfile").asText(), expected.toString(), ours.toString());
  }

  private static void run(Tally tally, JsonNode row) {
    Run run = (Run) single(row.get("dockerfile").asText());
    StringBuilder expected = new StringBuilder();
    row.get("command").forEach(c -> expected.append(c.asText()).append("|"));
    expected.append(row.get("shell").asBoolean());
    for (JsonNode file : row.path("files")) {
      expected.append("|").append(file.get("Name").asText()).append(file.get("Data").asText());
      expected.append(file.path("Chomp").asBoolean(false));
    }
    StringBuilder ours = new StringBuilder();
    run.raw().arguments().forEach(a -> ours.append(a).append("|"));
    ours.append(run.command().isShellForm());
    for (Heredoc file : run.heredocs()) {
      ours.append("|").append(file.name()).append(file.content()).append(file.chomp());
    }
    tally.compare(row.get("dockerfile").asText(), expected.toString(), ours.toString());
  }

  private static void badJson(Tally tally, String json) {
    String expected = "when using JSON array syntax, arrays must be comprised of strings only";
    tally.compare(json, expected, firstProblem("FROM scratch\nCMD " + json + "\n"));
  }

  private static void goodJson(Tally tally, String json, JsonNode strings) {
    Raw raw = single("CMD " + json).raw();
    List<String> expected = strings(strings);
    List<String> ours = raw.arguments().stream().map(Object::toString).toList();
    tally.compare(json, "true" + expected, raw.json() + "" + ours);
  }

  private static void opens(Tally tally, String word, List<String> expected) {
    tally.compare(word, expected, names("RUN " + word));
  }

  private static void line(Tally tally, JsonNode row) {
    String line = row.get("line").asText();
    tally.compare(line, strings(row.get("heredocNames")), names(line));
  }

  /** Names of the here-documents that a line opens; terminators follow it for all of them. */
  private static List<String> names(String line) {
    Dockerfile file = parse(line + "\nEOF\nEOF2\n-EOF\nEOF2\n");
    return file.instructions().get(0).heredocs().stream().map(h -> h.name().toString()).toList();
  }

  private static void words(Tally tally, JsonNode row) {
    for (JsonNode input : row.get("input")) {
      List<String> ours =
          single("ARG " + input.asText()).raw().arguments().stream().map(Object::toString).toList();
      tally.compare(input.asText(), strings(row.get("expect")), ours);
    }
  }

  private static List<String> strings(JsonNode array) {
    return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
        .map(i -> array.get(i).asText())
        .toList();
  }

  private static Instruction single(String text) {
    return parse(text).instructions().get(0);
  }

  private static String firstProblem(String text) {
    return parse(text).problems().stream().map(p -> p.message()).findFirst().orElse("");
  }

  private static Dockerfile parse(String text) {
    return Dockerfile.parse(Source.of("Dockerfile", text));
  }
}
