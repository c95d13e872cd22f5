package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.daviestechlabs.dockeradr.ignore.ContextWalk;
import io.daviestechlabs.dockeradr.ignore.Descent;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.ignore.IgnoreProblem;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Ignore files: patterns and paths, and whole trees as they reach a build. */
final class IgnoreSuite implements Suite {
  @Override
  public String name() {
    return "buildkit-ignore";
  }

  @Override
  public void run(Recordings recordings, Tally tally) throws IOException {
    JsonNode cases = recordings.json("buildkit/patternmatcher_cases.json");
    for (JsonNode row : cases.get("matches")) {
      IgnoreFile file = IgnoreFile.of(strings(row.get("patterns")));
      String path = row.get("path").textValue();
      tally.compare(
          "match " + row,
          answer(row.get("oracleError"), row.get("oracleMatchesOrParent")),
          error(file, List.of(file.match(path).ignored())));
    }
    for (JsonNode row : cases.get("ignorefileReadAll")) {
      IgnoreFile file = IgnoreFile.parse(source(row.get("content")));
      tally.compare("read " + row, strings(row.get("expect")), file.entries());
    }
    for (JsonNode row : recordings.json("buildkit/ignore_match_fuzz.json.gz")) {
      IgnoreFile file = IgnoreFile.of(strings(row.get("patterns")));
      String path = row.get("path").textValue();
      tally.compare(
          "fuzz " + row,
          answer(row.get("error"), row.get("match"), row.get("usingParentResults")),
          error(file, List.of(file.match(path).ignored(), !file.sends(path))));
    }
    for (JsonNode row : recordings.json("buildkit/ignore_tree_fuzz.json.gz")) {
      compareTree(row, tally);
    }
  }

  private static void compareTree(JsonNode row, Tally tally) throws IOException {
    IgnoreFile file = IgnoreFile.parse(source(row.get("ignorefile")));
    if (row.has("error")) {
      String ours = file.transferError().orElse(null);
      tally.compare("tree " + row, row.get("error").textValue(), ours);
      return;
    }
    Path context = Files.createTempDirectory("context");
    try {
      for (String path : strings(row.get("files"))) {
        Files.createDirectories(context.resolve(path).getParent());
        Files.createFile(context.resolve(path));
      }
      if (row.get("emptydir").booleanValue()) {
        Files.createDirectory(context.resolve("emptydir"));
      }
      SortedSet<String> files = new TreeSet<>();
      ContextWalk.walk(context, file, (path, size) -> files.add(path));
      tally.compare(
          "tree " + row,
          List.of(sorted(row.get("survivingFiles")), sorted(row.get("survivingDirs"))),
          List.of(files, directories(context, file, files)));
    } finally {
      delete(context);
    }
  }

  /** Those that are sent themselves, and those above what is sent. */
  private static SortedSet<String> directories(
      Path context, IgnoreFile file, SortedSet<String> files) throws IOException {
    SortedSet<String> directories = new TreeSet<>();
    try (Stream<Path> below = Files.walk(context)) {
      for (Path path : below.filter(Files::isDirectory).skip(1).toList()) {
        if (isSent(context.relativize(path), file)) {
          directories.add(context.relativize(path).toString());
        }
      }
    }
    for (String path : Stream.concat(files.stream(), List.copyOf(directories).stream()).toList()) {
      for (Path up = Path.of(path).getParent(); up != null; up = up.getParent()) {
        directories.add(up.toString());
      }
    }
    return directories;
  }

  private static boolean isSent(Path directory, IgnoreFile file) {
    Descent descent = file.descend();
    for (Path name : directory) {
      descent = descent.directory(name.toString());
    }
    return !descent.verdict().ignored();
  }

  private static Object answer(JsonNode error, JsonNode... results) {
    return error.isNull()
        ? Stream.of(results).map(JsonNode::booleanValue).toList()
        : error.textValue();
  }

  private static Object error(IgnoreFile file, List<Boolean> results) {
    return file.problems().stream()
        .findFirst()
        .map(IgnoreProblem::message)
        .map(Object.class::cast)
        .orElse(results);
  }

  private static Source source(JsonNode text) {
    return Source.of(".dockerignore", text.textValue());
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(item -> strings.add(item.textValue()));
    return strings;
  }

  private static SortedSet<String> sorted(JsonNode array) {
    return new TreeSet<>(strings(array));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
