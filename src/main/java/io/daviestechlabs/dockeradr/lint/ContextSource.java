package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Add;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Onbuild;
import io.daviestechlabs.dockeradr.dockerfile.Part;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that a Dockerfile takes from its context: a source of COPY, ADD or a bind mount.
 *
 * @param stage where it is taken
 * @param instruction what takes it; the ONBUILD that it stands in, if it does
 * @param word as written
 * @param path the same with its variables replaced; a star for each that is not known
 * @param isKnown whether the file tells all of it
 */
public record ContextSource(
    Stage stage, Instruction instruction, Word word, String path, boolean isKnown) {

  private static final Pattern AROUND = Pattern.compile("^(?:\\.?/)+|/+$");

  /** All of a file, in order. */
  public static List<ContextSource> of(Dockerfile file, StageGraph graph) {
    return file.stages().stream()
        .flatMap(stage -> stage.instructions().stream().flatMap(i -> of(i, stage, graph)))
        .toList();
  }

  /** The path without {@code ./}, and without slashes around it. */
  public String plainPath() {
    return AROUND.matcher(path).replaceAll("");
  }

  /** Whether some of what it names is left out by {@code --exclude}. */
  public boolean hasExclude() {
    return instruction instanceof Transfer transfer && transfer.flag("exclude").isPresent();
  }

  private static Stream<ContextSource> of(Instruction written, Stage stage, StageGraph graph) {
    List<Word> words = words(written instanceof Onbuild onbuild ? onbuild.trigger() : written);
    if (words.isEmpty()) {
      return Stream.empty();
    }
    Scope scope = graph.scope(stage, written);
    return words.stream()
        .map(
            word -> {
              Optional<String> known = StageGraph.known(word, scope);
              String path = known.orElseGet(() -> withStars(word));
              return new ContextSource(stage, written, word, path, known.isPresent());
            });
  }

  private static List<Word> words(Instruction instruction) {
    if (instruction instanceof Transfer transfer && transfer.flag("from").isEmpty()) {
      return transfer.sources().stream().filter(word -> !isRemote(word, transfer)).toList();
    }
    if (instruction instanceof Run run) {
      return run.mounts().stream()
          .filter(mount -> mount.type().equals("bind") && mount.from().isEmpty())
          .flatMap(mount -> mount.source().stream())
          .toList();
    }
    return List.of();
  }

  /** Whether a source of ADD is an address. */
  public static boolean isRemote(Word word, Transfer transfer) {
    String text = word.text().toString();
    return transfer instanceof Add && (text.contains("://") || text.startsWith("git@"));
  }

  private static String withStars(Word word) {
    StringBuilder out = new StringBuilder();
    for (Part part : word.parts()) {
      out.append(part instanceof Part.Literal literal ? literal.text().toString() : "*");
    }
    return out.toString();
  }
}
