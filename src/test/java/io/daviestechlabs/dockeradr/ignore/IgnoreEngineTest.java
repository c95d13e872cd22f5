package io.daviestechlabs.dockeradr.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random trees with random ignore files: what we list is what a real engine copies. */
@Tag("engine")
class IgnoreEngineTest {
  private static final int TREES = 320;

  /** Contexts of one build; each is a layer of the image. */
  private static final int AT_ONCE = 40;

  private static final List<String> NAMES =
      List.of("a", "b", "c", "ab", "a.md", "b.md", ".x", "a b", "é", "src", "target", "[a]", "a*b");

  private static final List<String> PIECES =
      List.of(
          "a", "b", "c", "*", "**", "?", "a*", "*b", "*.md", ".x", "a b", "é", "src", "target",
          "[ab]", "[^a]", ".", "..", "a?", "\\*", "**b", "a**");

  @TempDir Path directory;

  @Test
  void theEngineCopiesWhatWeSay() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path docker = Files.createDirectory(directory.resolve("empty"));
    for (int start = 0; start < TREES; start += AT_ONCE) {
      List<String> names = new ArrayList<>();
      for (int i = start; i < start + AT_ONCE; i++) {
        names.add("t" + i);
        write(directory.resolve("t" + i), random);
      }
      Map<String, Set<String>> copied = build(docker, names);
      for (String name : names) {
        Path tree = directory.resolve(name);
        String ignore = Files.readString(tree.resolve(".dockerignore"));
        Set<String> ours = new TreeSet<>();
        ContextWalk.walk(
            tree, IgnoreFile.parse(Source.of("", ignore)), (path, size) -> ours.add(path));
        assertThat(copied.get(name))
            .as("seed %d, tree %s with the ignore file\n%s", seed, files(tree), ignore)
            .isEqualTo(ours);
      }
    }
  }

  private static void write(Path tree, Random random) throws IOException {
    Files.createDirectories(tree);
    for (int i = 0; i < 25; i++) {
      Path path = tree;
      for (int depth = random.nextInt(4); depth >= 0; depth--) {
        path = path.resolve(NAMES.get(random.nextInt(NAMES.size())));
      }
      try {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "x");
      } catch (IOException e) {
        // A directory, or below a file: the tree has one path less.
      }
    }
    String ignore;
    do {
      ignore = ignoreFile(random);
    } while (!IgnoreFile.parse(Source.of("", ignore)).problems().isEmpty());
    Files.writeString(tree.resolve(".dockerignore"), ignore);
  }

  private static String ignoreFile(Random random) {
    StringBuilder lines = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      lines.append(random.nextInt(3) == 0 ? "!" : "").append(random.nextInt(6) == 0 ? "/" : "");
      for (int parts = random.nextInt(3); parts >= 0; parts--) {
        lines.append(PIECES.get(random.nextInt(PIECES.size()))).append(parts > 0 ? "/" : "");
      }
      lines.append(random.nextInt(6) == 0 ? "/" : "");
      lines.append(random.nextInt(8) == 0 ? "  \r\n" : "\n");
    }
    return lines.toString();
  }

  /** The files that a build copies from each context. */
  private Map<String, Set<String>> build(Path empty, List<String> names) throws Exception {
    StringBuilder dockerfile = new StringBuilder("FROM scratch\n");
    List<String> command = new ArrayList<>(List.of("docker", "buildx", "build", "--no-cache"));
    for (String name : names) {
      dockerfile.append("COPY --link --from=%s / /%s/\n".formatted(name, name));
      command.add("--build-context=" + name + "=" + directory.resolve(name));
    }
    Path file = Files.writeString(directory.resolve("Dockerfile"), dockerfile);
    Path out = directory.resolve("out-" + names.get(0));
    command.addAll(List.of("--file=" + file, "--output=type=local,dest=" + out, empty.toString()));
    Path log = directory.resolve("log");
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    assertThat(status).as(Files.readString(log, StandardCharsets.UTF_8)).isZero();
    Map<String, Set<String>> copied = new TreeMap<>();
    for (String name : names) {
      copied.put(name, files(out.resolve(name)));
    }
    return copied;
  }

  private static Set<String> files(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return Set.of();
    }
    Set<String> files = new TreeSet<>();
    try (Stream<Path> paths = Files.walk(tree)) {
      paths
          .filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .forEach(path -> files.add(tree.relativize(path).toString()));
    }
    return files;
  }
}
