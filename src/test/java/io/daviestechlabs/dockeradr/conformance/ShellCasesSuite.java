package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daviestechlabs.dockeradr.dockerfile.Expansion;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Expansion and splitting of words. */
final class ShellCasesSuite implements Suite {
  @Override
  public String name() {
    return "buildkit-words";
  }

  @Override
  public void run(Recordings recordings, Tally tally) throws IOException {
    JsonNode all = recordings.json("buildkit/shell_cases.json");
    Map<String, Optional<String>> values = env(all.get("env"));
    for (JsonNode row : all.get("envVarTest")) {
      compare(tally, row.get("word"), row.get("oracleUnix"), values);
    }
    for (String table : new String[] {"wordsTest", "mandatoryVars"}) {
      for (JsonNode row : all.get(table)) {
        compare(tally, row.get("word"), row.get("oracle"), env(row.get("env")));
      }
    }
    for (JsonNode row : all.get("processWithMatches")) {
      compare(tally, row.get("input"), row.get("oracle"), map(row.get("envs")));
    }
    for (JsonNode table : all.get("otherTables")) {
      tally.notApplicable(
          table.get("func").textValue() + " " + table.get("var").textValue(),
          "patterns are matched without regular expressions");
    }
  }

  private static void compare(
      Tally tally, JsonNode word, JsonNode theirs, Map<String, Optional<String>> values) {
    Text text = Text.of(Source.of("word", word.textValue()));
    Expansion expansion = new Word(text, '\\').expand(new Scope(values));
    ObjectNode ours = Recordings.JSON.createObjectNode();
    expansion.error().ifPresent(e -> ours.put("error", e).put("wordsError", e));
    add(ours, "matched", expansion.matched());
    add(ours, "unmatched", expansion.unmatched());
    if (expansion.error().isEmpty()) {
      ours.put("word", expansion.value());
      if (expansion.words().isEmpty()) {
        ours.putNull("words");
      } else {
        expansion.words().forEach(ours.putArray("words")::add);
      }
    }
    tally.compare(word.textValue() + " " + values, theirs, ours);
  }

  private static void add(ObjectNode node, String name, Collection<String> values) {
    var array = node.putArray(name);
    values.stream().sorted().forEach(array::add);
  }

  private static Map<String, Optional<String>> env(JsonNode pairs) {
    Map<String, Optional<String>> values = new HashMap<>();
    for (JsonNode pair : pairs) {
      String[] parts = pair.textValue().split("=", 2);
      values.put(parts[0], Optional.of(parts[1]));
    }
    return values;
  }

  private static Map<String, Optional<String>> map(JsonNode object) {
    Map<String, Optional<String>> values = new HashMap<>();
    object.properties().forEach(e -> values.put(e.getKey(), Optional.of(e.getValue().textValue())));
    return values;
  }
}
