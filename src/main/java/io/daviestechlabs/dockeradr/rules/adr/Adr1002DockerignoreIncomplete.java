package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.ignore.Baseline;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.ignore.TreeFacts;
import io.daviestechlabs.dockeradr.lint.ContextSource;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What no image needs reaches the build. */
public final class Adr1002DockerignoreIncomplete implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "The .dockerignore lets through what no image needs")
          .fixed(Fix.Safety.SAFE);

  /** More sources than anybody writes. */
  private static final int MOST = 1000;

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    if (pass.surroundings().reportsContext()) {
      pass.surroundings().ignoreFile().ifPresent(file -> check(pass, file));
    }
  }

  private static void check(Pass pass, IgnoreFile file) {
    List<String> sources =
        pass.facts().sources().stream().map(ContextSource::path).distinct().limit(MOST).toList();
    TreeFacts tree = TreeFacts.look(pass.surroundings().tree()::names);
    List<Baseline.Missing> missing = Baseline.slipping(file, tree, sources);
    if (!missing.isEmpty()) {
      String entries =
          missing.stream().map(m -> "'" + m.entry() + "'").collect(Collectors.joining(", "));
      pass.reportContext(
          "not excluded from the build context: " + entries,
          "'" + missing.get(0).sample() + "' would be sent",
          Optional.of(Fix.ignoreFile("complete the .dockerignore", pass.facts())));
    }
  }
}
