package io.daviestechlabs.dockeradr.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Scripts as files of a folder, {@code 0.sh} and so on, for programs that read many at once. */
final class ScriptFolder implements AutoCloseable {
  private final Path folder;
  private final int count;

  ScriptFolder(List<String> scripts) throws IOException {
    folder = Files.createTempDirectory("scripts");
    count = scripts.size();
    for (int i = 0; i < count; i++) {
      Files.writeString(folder.resolve(i + ".sh"), scripts.get(i));
    }
  }

  /** Which script a file is. */
  static int number(String file) {
    return Integer.parseInt(file.substring(0, file.indexOf('.')));
  }

  /** Names of the files from an index on, so many at most. */
  List<String> files(int from, int most) {
    return Stream.iterate(from, i -> i < Math.min(count, from + most), i -> i + 1)
        .map(i -> i + ".sh")
        .toList();
  }

  /** What a program says that runs in the folder. */
  String run(List<String> program, List<String> files) throws IOException {
    List<String> command = new ArrayList<>(program);
    command.addAll(files);
    Process process = start(command);
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Process start(List<String> command) throws MissingProgram {
    try {
      return new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new MissingProgram(command.get(0));
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(ScriptFolder::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
