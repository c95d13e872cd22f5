package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.MakefileSubject;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.makefile.Makefile;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.stream.Stream;

/** The same two commands in every repository. */
public final class Adr1101MakefileTargetMissing implements Rule {
  private static final Meta META =
      Meta.of(Severity.INFO, "A Makefile beside a Dockerfile without lint or build target")
          .on(FileKind.MAKEFILE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    MakefileSubject subject = (MakefileSubject) pass.subject();
    if (!subject.besideDockerfile() || mayHaveMore(subject.makefile())) {
      return;
    }
    List<String> missing =
        Stream.of("lint", "build").filter(name -> !isMade(name, subject.makefile())).toList();
    if (!missing.isEmpty()) {
      String targets =
          (missing.size() > 1 ? "targets '" : "target '") + String.join("' and '", missing);
      pass.report(
          Span.at(0),
          "no " + targets + "' beside a Dockerfile",
          "make " + String.join(" and make ", missing) + " should work in every repository");
    }
  }

  /** Whether targets stand in other files, or are made up of variables and patterns. */
  private static boolean mayHaveMore(Makefile makefile) {
    return makefile.includes()
        || targets(makefile).anyMatch(t -> t.indexOf('$', 0) >= 0 || t.is("%"));
  }

  private static boolean isMade(String name, Makefile makefile) {
    return targets(makefile).anyMatch(target -> target.is(name));
  }

  private static Stream<Text> targets(Makefile makefile) {
    return makefile.rules().stream().flatMap(rule -> rule.targets().stream());
  }
}
