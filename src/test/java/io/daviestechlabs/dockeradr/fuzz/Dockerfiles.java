package io.daviestechlabs.dockeradr.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Dockerfiles to work on: recorded ones, or those that the tree has. */
public final class Dockerfiles {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```dockerfile\n(.*?)^```$");

  private Dockerfiles() {}

  /** Those of a folder with a {@code dockerfiles.jsonl.gz}. */
  public static List<String> recorded(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    Path file = folder.resolve("dockerfiles.jsonl.gz");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      ObjectMapper json = new ObjectMapper();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode row = json.readTree(line);
        texts.add(row.get("text").textValue());
      }
    }
    return texts;
  }

  /** Those of this project: files, and the examples of the rules' pages. */
  public static List<String> own() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith("Dockerfile")) {
          texts.add(Files.readString(file));
        } else if (name.endsWith(".md")) {
          Matcher blocks = BLOCK.matcher(Files.readString(file));
          blocks.results().forEach(block -> texts.add(block.group(1)));
        }
      }
    }
    return texts;
  }
}
