package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daviestechlabs.dockeradr.dockerfile.CommandLine.ShellForm;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The folder of recorded answers.
 *
 * @param folder as its README describes it
 */
record Recordings(Path folder) {
  static final ObjectMapper JSON = new ObjectMapper();

  /** The folder that {@code -Dconformance} names. */
  static Recordings chosen() {
    return new Recordings(Path.of(System.getProperty("conformance", "../shared/conformance")));
  }

  boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  /** A JSON file, packed or not. */
  JsonNode json(String file) throws IOException {
    try (InputStream in = open(file)) {
      return JSON.readTree(in);
    }
  }

  /** A file with one JSON object a line. */
  Stream<JsonNode> lines(String file) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8));
    return reader.lines().map(Recordings::parse);
  }

  /** The Dockerfiles by id. */
  Map<String, String> dockerfiles() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (Stream<JsonNode> files = lines("dockerfiles.jsonl.gz")) {
      files.forEach(f -> texts.put(f.get("id").textValue(), f.get("text").textValue()));
    }
    return texts;
  }

  /** What the Dockerfiles give a shell to run, each once. */
  Set<String> scripts() throws IOException {
    Set<String> scripts = new LinkedHashSet<>();
    for (String text : dockerfiles().values()) {
      Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", text));
      file.all(Run.class)
          .filter(run -> run.command() instanceof ShellForm)
          .map(run -> ((ShellForm) run.command()).script().toString())
          .forEach(scripts::add);
    }
    return scripts;
  }

  private InputStream open(String file) throws IOException {
    InputStream in = Files.newInputStream(folder.resolve(file));
    return file.endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
