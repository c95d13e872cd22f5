package io.daviestechlabs.dockeradr.rules;

import io.daviestechlabs.dockeradr.Golden;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.lint.DockerfileSubject;
import io.daviestechlabs.dockeradr.lint.ImageKind;
import io.daviestechlabs.dockeradr.lint.Linter;
import io.daviestechlabs.dockeradr.lint.Options;
import io.daviestechlabs.dockeradr.lint.Subject;
import io.daviestechlabs.dockeradr.lint.Surroundings;
import io.daviestechlabs.dockeradr.lint.Tree;
import io.daviestechlabs.dockeradr.lint.WorkflowSubject;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.workflow.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the linter says of the decision's own snippets; some of them break the decision.
 *
 * <p>A snippet of a Dockerfile is put below a FROM; what is said of any such fragment, that it
 * lacks the rest of a Dockerfile (its labels, say, or the program of its health check), is left
 * out.
 */
class AdrSnippetsTest {
  private static final Path FOLDER = Path.of("src/test/resources/adr-0014");
  private static final Set<String> SAID_OF_ANY_FRAGMENT =
      Set.of("ADR0101", "ADR0401", "ADR0501", "ADR0503", "ADR0601", "ADR1001");

  @TestFactory
  Stream<DynamicTest> snippets() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> !file.toString().endsWith(".findings")).sorted().toList().stream()
          .map(
              file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(),
                      () ->
                          Golden.check(
                              Path.of(file.toString().replaceAll("\\.\\w+$", ".findings")),
                              findings(file))));
    }
  }

  private static String findings(Path file) {
    return new Linter(Rules.ALL, Options.adr())
        .lint(subject(file)).stream()
            .filter(f -> !SAID_OF_ANY_FRAGMENT.contains(f.rule().id()))
            .map(f -> f.rule().id() + " " + f.source().name() + ": " + f.message() + "\n")
            .collect(Collectors.joining());
  }

  private static Subject subject(Path file) {
    String name = file.getFileName().toString();
    String text = read(file);
    if (name.endsWith(".yml")) {
      return WorkflowSubject.of(Workflow.parse(Source.of(name, text)));
    }
    boolean ignore = name.endsWith(".dockerignore");
    String from = "FROM debian:12\n";
    String dockerfile = ignore ? from : text.startsWith("# syntax=") ? text + from : from + text;
    Surroundings surroundings =
        new Surroundings(
            Optional.empty(),
            ImageKind.JOB,
            ignore ? Optional.of(IgnoreFile.parse(Source.of(name, text))) : Optional.empty(),
            !ignore,
            true,
            Tree.UNKNOWN,
            Map.of(),
            Map.of());
    return new DockerfileSubject(Dockerfile.parse(Source.of(name, dockerfile)), surroundings);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
