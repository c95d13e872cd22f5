package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.ignore.Baseline;
import io.daviestechlabs.dockeradr.ignore.CopySources;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.ignore.TreeFacts;
import io.daviestechlabs.dockeradr.lint.ContextSource;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.Surroundings;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.List;
import java.util.stream.Collectors;

/** What no image needs reaches the build. */
public final class Adr1002DockerignoreIncomplete implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "The .dockerignore lets through what no image needs");

  /** More sources than anybody writes. */
  private static final int MOST = 1000;

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    Surroundings surroundings = pass.surroundings();
    if (!surroundings.ignoreFileWritten()) {
      surroundings
          .ignoreFile()
          .filter(file -> surroundings.firstOfContext() || isOwn(file))
          .ifPresent(file -> check(pass, file));
    }
  }

  /** Whether it belongs to one Dockerfile, as {@code Dockerfile.dockerignore} does. */
  private static boolean isOwn(IgnoreFile file) {
    return !file.source().name().matches("(?:.*[/\\\\])?\\.dockerignore");
  }

  private static void check(Pass pass, IgnoreFile file) {
    List<String> sources =
        pass.facts().sources().stream().map(ContextSource::path).distinct().limit(MOST).toList();
    TreeFacts tree = TreeFacts.look(pass.surroundings().tree()::names);
    List<Baseline.Missing> missing =
        Baseline.missing(file, tree, sources).stream()
            .filter(entry -> !isNeeded(entry.pattern(), sources))
            .toList();
    if (!missing.isEmpty()) {
      String entries =
          missing.stream().map(m -> "'" + m.entry() + "'").collect(Collectors.joining(", "));
      pass.reportIn(
          file.source(),
          end(file.source()),
          "not excluded from the build context: " + entries,
          "'" + missing.get(0).sample() + "' would be sent");
    }
  }

  /** Whether a COPY would fail with one more pattern. */
  private static boolean isNeeded(String pattern, List<String> sources) {
    IgnoreFile alone = IgnoreFile.of(List.of(pattern));
    return sources.stream().anyMatch(path -> CopySources.unreachable(path, alone).isPresent());
  }

  private static Span end(Source source) {
    return source.lineCount() == 0 ? Span.at(0) : Span.at(source.line(source.lineCount()).end());
  }
}
