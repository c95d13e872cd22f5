package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.text.Amount;
import io.daviestechlabs.dockeradr.text.Json;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about a running build, from the lines that {@code --progress=rawjson} writes.
 *
 * <p>Each line is one JSON object with vertexes, statuses, logs and warnings. What is no such line
 * is kept as text: buildx says its last words in plain. Everything kept has a limit.
 */
public final class Progress {
  private static final int MAX_STEPS = 20_000;
  private static final int MAX_WARNINGS = 200;
  private static final int MAX_TEXT = 500;
  private static final int MAX_LINE = 4000;
  private static final int MAX_TRANSFERS = 1000;
  private static final int MAX_SPREAD = 4 << 20;

  private final Map<String, Vertex> vertexes = new LinkedHashMap<>();
  private final Deque<String> text = new ArrayDeque<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final StringBuilder spread = new StringBuilder();
  private final Masked masked;

  /**
   * @param masked hides what a step may have printed by mistake
   */
  public Progress(Masked masked) {
    this.masked = masked;
  }

  /**
   * A remark of BuildKit about the Dockerfile.
   *
   * @param message in one line
   * @param line of the Dockerfile, 0 where it is not known
   */
  public record Warning(String message, int line) {}

  /**
   * What one line of progress changed.
   *
   * @param finished steps that ended with it
   * @param output lines that steps wrote
   */
  public record Update(List<Step> finished, List<Output> output) {}

  /**
   * A line that a step wrote.
   *
   * @param step its number
   * @param line without its end
   */
  public record Output(int step, String line) {}

  /** Takes in one line. */
  public Update accept(String line) {
    if (spread.length() > 0 || line.equals("{")) {
      return gather(line);
    }
    return take(line);
  }

  /** Releases before 0.14 spread an object over lines, its braces at their beginnings. */
  private Update gather(String line) {
    spread.append(line).append('\n');
    boolean complete = line.equals("}");
    if (!complete && spread.length() < MAX_SPREAD) {
      return new Update(List.of(), List.of());
    }
    String whole = spread.toString();
    spread.setLength(0);
    return take(whole);
  }

  private Update take(String line) {
    Update update = new Update(new ArrayList<>(), new ArrayList<>());
    Json json = line.startsWith("{") ? parse(line) : null;
    if (json == null) {
      keep(line);
      return update;
    }
    for (Json vertex : json.at("vertexes").elements()) {
      vertex(vertex, update);
    }
    for (Json status : json.at("statuses").elements()) {
      status(status);
    }
    for (Json log : json.at("logs").elements()) {
      log(log, update);
    }
    for (Json warning : json.at("warnings").elements()) {
      warning(warning);
    }
    return update;
  }

  /** All steps in order of appearance. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (Vertex vertex : vertexes.values()) {
      steps.add(step(vertex));
    }
    return Collections.unmodifiableList(steps);
  }

  /**
   * The steps of one target of bake, which has its name before that of the stage. What several
   * targets need is run once, and belongs to each of them.
   */
  public List<Step> steps(String target) {
    return vertexes.values().stream()
        .flatMap(vertex -> vertex.nameFor(target).map(name -> step(vertex, name)).stream())
        .toList();
  }

  /** The lines that were no progress, the last ones if there were many. */
  public List<String> text() {
    List<String> lines = new ArrayList<>(text);
    if (spread.length() > 0) {
      lines.add(shown(spread.toString()));
    }
    return List.copyOf(lines);
  }

  /** BuildKit's remarks about the Dockerfile. */
  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  /** Null for what is no progress. */
  private static Json parse(String line) {
    Json json = Json.parse(line).orElse(Json.NULL);
    boolean known =
        json.at("vertexes").exists()
            || json.at("statuses").exists()
            || json.at("logs").exists()
            || json.at("warnings").exists();
    return known ? json : null;
  }

  private void keep(String line) {
    if (text.size() == MAX_TEXT) {
      text.removeFirst();
    }
    text.addLast(shown(line));
  }

  private void vertex(Json node, Update update) {
    Vertex vertex = known(node.at("digest").text());
    if (vertex == null) {
      return;
    }
    boolean before = vertex.completed != null;
    vertex.called(shown(node.at("name").text(vertex.name)));
    Instant started = time(node.at("started"));
    if (vertex.started == null) {
      vertex.started = started;
    }
    vertex.completed = time(node.at("completed"));
    if (vertex.inputs.isEmpty()) {
      vertex.inputs.addAll(node.at("inputs").texts());
    }
    vertex.cached |= node.at("cached").isTrue();
    if (node.at("error").exists()) {
      vertex.error = shown(node.at("error").text());
    }
    if (vertex.completed != null) {
      vertex.doing = "";
      Optional<String> line = vertex.finishLine(masked);
      if (line.isPresent()) {
        update.output().add(new Output(vertex.number, line.get()));
      }
      if (vertex.error == null) {
        vertex.tail.clear();
      }
      if (!before && !vertex.told) {
        vertex.told = !vertex.repeats();
        update.finished().add(step(vertex));
      }
    }
  }

  private void status(Json node) {
    Vertex vertex = vertexes.get(node.at("vertex").text());
    if (vertex == null) {
      return;
    }
    String what = node.at("id").text();
    long current = node.at("current").whole();
    if (current > 0 && isTransfer(what) && vertex.moved.size() < MAX_TRANSFERS) {
      vertex.moved.put(what, Math.max(current, vertex.moved.getOrDefault(what, 0L)));
    }
    if (node.at("completed").exists()) {
      return;
    }
    long total = node.at("total").whole();
    String amount =
        total > 0
            ? Amount.bytes(current) + " of " + Amount.bytes(total)
            : current > 0 ? Amount.bytes(current) : "";
    vertex.doing = plain(what + " " + amount).strip();
  }

  /** Layers have their digest for a name while they are fetched; unpacking them moves nothing. */
  private static boolean isTransfer(String what) {
    return what.startsWith("sha256:") || what.startsWith("transferring ");
  }

  private Step step(Vertex vertex) {
    return step(vertex, vertex.name);
  }

  private Step step(Vertex vertex, String name) {
    List<Integer> inputs = new ArrayList<>();
    for (String digest : vertex.inputs) {
      Vertex input = vertexes.get(digest);
      if (input != null) {
        inputs.add(input.number);
      }
    }
    return vertex.step(name, inputs);
  }

  private void log(Json node, Update update) {
    Vertex vertex = vertexes.get(node.at("vertex").text());
    if (vertex == null) {
      return;
    }
    for (String line : vertex.lines(decoded(node.at("data")), masked)) {
      update.output().add(new Output(vertex.number, line));
    }
  }

  private void warning(Json node) {
    if (warnings.size() < MAX_WARNINGS) {
      int line = (int) node.at("range").at(0).at("start").at("line").whole();
      String message = plain(decoded(node.at("short")));
      String place = " (line " + line + ")";
      warnings.add(
          new Warning(
              message.endsWith(place)
                  ? message.substring(0, message.length() - place.length())
                  : message,
              line));
    }
  }

  private Vertex known(String digest) {
    Vertex vertex = vertexes.get(digest);
    if (vertex == null && vertexes.size() < MAX_STEPS) {
      vertex = new Vertex(vertexes.size() + 1);
      vertexes.put(digest, vertex);
    }
    return vertex;
  }

  private static String decoded(Json node) {
    try {
      return new String(Base64.getDecoder().decode(node.text()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return node.text();
    }
  }

  private static Instant time(Json node) {
    try {
      return node.isText() ? Instant.parse(node.text()) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private String shown(String line) {
    return masked.line(plain(line));
  }

  /** One line without colours and control characters, of bounded length. */
  static String plain(String text) {
    String cut = text.length() > MAX_LINE ? text.substring(0, MAX_LINE) + "…" : text;
    return cut.replaceAll("\u001B\\[[0-9;?]{0,20}[A-Za-z]", "")
        .replace("\t", "    ")
        .replaceAll("\\s*[\r\n]+\\s*", " ")
        .replaceAll("\\p{Cntrl}", "");
  }

  /** A step in the making. */
  private static final class Vertex {
    private static final int MAX_TAIL = 40;
    private static final int MAX_NAMES = 100;

    private final int number;
    private final Deque<String> tail = new ArrayDeque<>();
    private final StringBuilder partial = new StringBuilder();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> inputs = new ArrayList<>();
    private final Map<String, Long> moved = new HashMap<>();
    private String name = "";
    private String doing = "";
    private Instant started;
    private Instant completed;
    private boolean cached;
    private boolean told;
    private String error;

    Vertex(int number) {
      this.number = number;
    }

    /** BuildKit ends the loading of a file twice: when it is asked for, and when it is done. */
    boolean repeats() {
      return error == null && Step.isInternal(name);
    }

    List<String> lines(String data, Masked masked) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < data.length(); i++) {
        char c = data.charAt(i);
        if (c == '\n' || c == '\r') {
          Optional<String> line = finishLine(masked);
          if (line.isPresent()) {
            lines.add(line.get());
          }
        } else if (partial.length() < MAX_LINE) {
          partial.append(c);
        }
      }
      return lines;
    }

    Optional<String> finishLine(Masked masked) {
      if (partial.length() == 0) {
        return Optional.empty();
      }
      String line = masked.line(plain(partial.toString()));
      partial.setLength(0);
      if (tail.size() == MAX_TAIL) {
        tail.removeFirst();
      }
      tail.addLast(line);
      return Optional.of(line);
    }

    void called(String text) {
      name = text;
      if (names.size() < MAX_NAMES) {
        names.add(text);
      }
    }

    Optional<String> nameFor(String target) {
      return names.stream()
          .filter(it -> it.startsWith("[" + target + " ") || it.startsWith("[" + target + "]"))
          .findFirst();
    }

    Step step(String called, List<Integer> from) {
      long bytes = 0;
      for (long each : moved.values()) {
        bytes += each;
      }
      return new Step(
          number,
          called,
          Optional.ofNullable(started),
          Optional.ofNullable(completed),
          cached,
          Optional.ofNullable(error),
          List.copyOf(tail),
          doing,
          bytes,
          from);
    }
  }
}
