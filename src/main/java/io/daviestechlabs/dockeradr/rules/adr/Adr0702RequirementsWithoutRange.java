package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.ListedDependencies;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.python.Dependency;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.tools.PythonInputs;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A build is as repeatable as the files by which it decides what to install. */
public final class Adr0702RequirementsWithoutRange implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "Listed Python requirement without a lower and an upper bound");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    Set<Map.Entry<Source, Dependency>> reported = new HashSet<>();
    for (RunFacts run : pass.facts().runs()) {
      for (Call call : run.calls()) {
        Optional<PythonInputs> inputs = PythonInputs.of(call, run::variables);
        if (inputs.isPresent()) {
          read(pass, run, call, inputs.get()).unbounded().stream()
              .filter(reported::add)
              .forEach(found -> report(pass, found.getKey(), found.getValue()));
        }
      }
    }
  }

  private static ListedDependencies read(Pass pass, RunFacts run, Call call, PythonInputs inputs) {
    ListedDependencies listed = new ListedDependencies(pass.surroundings().tree());
    for (String file : inputs.files()) {
      run.origin(call, file)
          .ifPresent(path -> listed.addFile(path, inputs.extras(), inputs.groups()));
    }
    for (String project : inputs.projects()) {
      run.origin(call, project)
          .ifPresent(path -> listed.addProject(path, inputs.extras(), inputs.groups()));
    }
    return listed;
  }

  private static void report(Pass pass, Source file, Dependency dependency) {
    Dependency.Gap gap = dependency.gap().orElseThrow();
    pass.reportIn(
        file,
        dependency.span(),
        "requirement '" + dependency.name() + "' without " + gap.words(),
        gap.consequence());
  }
}
