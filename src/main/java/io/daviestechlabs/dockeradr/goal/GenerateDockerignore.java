package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.ignore.IgnoreGenerator;
import io.daviestechlabs.dockeradr.ignore.TreeFacts;
import io.daviestechlabs.dockeradr.lint.ContextSource;
import io.daviestechlabs.dockeradr.text.Diff;
import io.daviestechlabs.dockeradr.text.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes the ignore file of a context, or checks that it is as it would be written.
 *
 * @param search where the Dockerfiles are that the context is for
 * @param context the directory that is sent
 * @param check whether to fail with a diff instead of writing
 * @param console where the outcome is told
 */
public record GenerateDockerignore(
    DockerfileSearch search, Path context, boolean check, Console console) {
  private static final String NAME = ".dockerignore";

  /** Writes or checks. */
  public void run() {
    List<Path> dockerfiles = search.find();
    if (dockerfiles.isEmpty()) {
      console.info("no Dockerfile below " + search.base() + ", so no " + NAME);
      return;
    }
    Path file = context.resolve(NAME);
    String present = present(file);
    List<String> sources =
        dockerfiles.stream().flatMap(path -> sources(path).stream()).distinct().toList();
    IgnoreGenerator.Generated generated =
        IgnoreGenerator.generate(TreeFacts.read(context), present, sources);
    for (IgnoreGenerator.Unreachable lost : generated.unreachable()) {
      console.warn(
          "%s: line %d, '%s', keeps '%s' from the build, which copies it"
              .formatted(NAME, lost.by().line(), lost.by().text(), lost.source()));
    }
    String text = generated.text();
    if (text.equals(present)) {
      console.info(NAME + " is up to date");
    } else if (check) {
      Diff.unified(NAME, present, text).forEach(console::error);
      throw new UserError(
          file + " is not up to date", "Run mvn docker-adr:generate-dockerignore and commit it.");
    } else {
      AtomicFile.write(file, text);
      console.info((present.isEmpty() ? "wrote " : "renewed ") + file);
    }
  }

  private static String present(Path file) {
    if (!Files.exists(file)) {
      return "";
    }
    SourceFile read = SourceFile.read(file, NAME);
    return read.source()
        .map(Source::text)
        .orElseThrow(
            () ->
                new UserError(
                    file + " " + read.problem(),
                    "Remove it, or make it a text file that can be read."));
  }

  /** What a Dockerfile takes from the context; one that cannot be read is the linter's business. */
  private List<String> sources(Path dockerfile) {
    Optional<Source> source = SourceFile.read(dockerfile, dockerfile.toString()).source();
    return source.map(Dockerfile::parse).map(GenerateDockerignore::sources).orElse(List.of());
  }

  private static List<String> sources(Dockerfile file) {
    return ContextSource.of(file, StageGraph.of(file)).stream()
        .map(ContextSource::path)
        .distinct()
        .toList();
  }
}
