package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;
import io.daviestechlabs.dockeradr.workflow.Step;
import io.daviestechlabs.dockeradr.workflow.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The caches in the inputs of Docker's own actions. */
final class ActionInputs {
  private static final Pattern SET = Pattern.compile("\\s*[^\\s=]+\\.cache-(to|from)\\+?=");

  private ActionInputs() {}

  /** The build of a step; empty if its action builds nothing. */
  static Optional<CachedBuild> build(Step step, Source source) {
    CachedBuild.Builder build = new CachedBuild.Builder();
    if (step.uses("docker/build-push-action")) {
      add(step, source, build);
      return Optional.of(build.build());
    }
    if (step.uses("docker/bake-action")) {
      build.incomplete();
      for (Text line : lines(step, "set", source, build)) {
        override(line, source).ifPresent(build::add);
      }
      return Optional.of(build.build());
    }
    return Optional.empty();
  }

  private static void add(Step step, Source source, CachedBuild.Builder build) {
    for (Text line : lines(step, "cache-from", source, build)) {
      build.add(CacheEntry.of(false, line, source));
    }
    for (Text line : lines(step, "cache-to", source, build)) {
      build.add(CacheEntry.of(true, line, source));
    }
    for (Text line : lines(step, "build-args", source, build)) {
      if (line.is(CachedBuild.INLINE)) {
        build.inline(line.span());
      }
    }
    if (step.with().containsKey("no-cache")) {
      build.incomplete();
    }
    if (isTrue(step, "push")) {
      build.pushes();
    }
  }

  private static boolean isTrue(Step step, String input) {
    return Optional.ofNullable(step.with().get(input))
        .filter(value -> value.toString().equals("true"))
        .isPresent();
  }

  /** The lines of an input; none where YAML folds several into one. */
  private static List<Text> lines(
      Step step, String input, Source source, CachedBuild.Builder build) {
    Value value = step.with().get(input);
    if (value == null) {
      return List.of();
    }
    List<Text> lines =
        value.lines().stream()
            .map(Text::strip)
            .filter(line -> line.length() > 0 && line.charAt(0) != '#')
            .toList();
    boolean isFolded =
        source.text().charAt(value.span().start()) == '>'
            && lines.stream().anyMatch(line -> source.slice(line.span()).contains("\n"));
    if (isFolded || lines.stream().anyMatch(WorkflowChoice::isWhole)) {
      build.incomplete();
    }
    return isFolded ? List.of() : lines.stream().flatMap(WorkflowChoice::of).toList();
  }

  /** The cache in <code>target.cache-to=…</code>, which replaces what the bake file says. */
  static Optional<CacheEntry> override(Text line, Source source) {
    Matcher matcher = SET.matcher(line);
    return matcher.lookingAt()
        ? Optional.of(
            CacheEntry.of(matcher.group(1).equals("to"), line.from(matcher.end()), source))
        : Optional.empty();
  }
}
