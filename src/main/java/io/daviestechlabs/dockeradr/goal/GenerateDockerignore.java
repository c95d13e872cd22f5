package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.ignore.ContextSurvey;
import io.daviestechlabs.dockeradr.ignore.ContextWalk;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.ignore.IgnoreGenerator;
import io.daviestechlabs.dockeradr.ignore.TreeFacts;
import io.daviestechlabs.dockeradr.lint.ContextSource;
import io.daviestechlabs.dockeradr.report.ContextReport;
import io.daviestechlabs.dockeradr.text.Diff;
import io.daviestechlabs.dockeradr.text.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the ignore file of a context, or checks that it is as it would be written.
 *
 * @param search where the Dockerfiles are that the context is for
 * @param context the directory that is sent
 * @param style how the file is put
 * @param withGit whether what git ignores is kept out too
 * @param check whether to fail with a diff instead of writing
 * @param console where the outcome is told
 */
public record GenerateDockerignore(
    DockerfileSearch search,
    Path context,
    IgnoreGenerator.Style style,
    boolean withGit,
    boolean check,
    Console console) {
  private static final String NAME = ".dockerignore";
  private static final int MOST_GIT_IGNORES = 100;

  /** The style of a word. */
  public static IgnoreGenerator.Style style(String word) {
    return LintSettings.oneOf(IgnoreGenerator.Style.class, "style", word);
  }

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
        dockerfiles.stream().flatMap(path -> checked(path).stream()).distinct().toList();
    IgnoreGenerator.Generated generated =
        IgnoreGenerator.generate(order(context, present, sources, style, withGit));
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
      console.info("the context is " + sent(text) + "; before it was " + sent(present));
    }
  }

  private String sent(String ignore) {
    IgnoreFile file = IgnoreFile.parse(Source.of(NAME, ignore));
    ContextWalk.Summary sent = ContextWalk.walk(context, file, (path, size) -> {});
    return ContextReport.load(new ContextSurvey.Load(sent.files(), sent.bytes()));
  }

  /**
   * What the file of a context is made from.
   *
   * @param present its text
   * @param sources what the Dockerfiles take
   */
  static IgnoreGenerator.Order order(
      Path context,
      String present,
      List<String> sources,
      IgnoreGenerator.Style style,
      boolean withGit) {
    TreeFacts facts = TreeFacts.read(context);
    return new IgnoreGenerator.Order(
        facts, present, sources, withGit ? gitIgnores(context, facts) : Map.of(), style);
  }

  private static Map<String, Source> gitIgnores(Path context, TreeFacts facts) {
    Map<String, Source> found = new HashMap<>();
    facts.files().stream()
        .filter(path -> path.equals(".gitignore") || path.endsWith("/.gitignore"))
        .limit(MOST_GIT_IGNORES)
        .forEach(
            path ->
                SourceFile.read(context.resolve(path), path)
                    .source()
                    .ifPresent(
                        it ->
                            found.put(path.substring(0, Math.max(0, path.lastIndexOf('/'))), it)));
    return found;
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

  private List<String> checked(Path dockerfile) {
    List<String> sources = sources(dockerfile);
    if (style == IgnoreGenerator.Style.ALLOW
        && sources.stream().anyMatch(IgnoreGenerator::isWhole)) {
      throw new UserError(
          dockerfile + " copies all of its context, so there is nothing to allow by name",
          "Let it copy by name what it needs, or leave <style> at 'deny'.");
    }
    return sources;
  }

  /** What a Dockerfile takes from the context; one that cannot be read is the linter's business. */
  private List<String> sources(Path dockerfile) {
    Optional<Source> source = SourceFile.read(dockerfile, dockerfile.toString()).source();
    return source.map(Dockerfile::parse).map(GenerateDockerignore::sources).orElse(List.of());
  }

  /** What a Dockerfile takes from the context. */
  static List<String> sources(Dockerfile file) {
    return ContextSource.of(file, StageGraph.of(file)).stream()
        .map(ContextSource::path)
        .distinct()
        .toList();
  }
}
