package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.python.Dependency;
import io.daviestechlabs.dockeradr.python.Requirement;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.tools.Pip;
import io.daviestechlabs.dockeradr.tools.PythonTool;
import io.daviestechlabs.dockeradr.tools.UnquotedRange;
import io.daviestechlabs.dockeradr.tools.Uv;
import java.util.Set;
import java.util.stream.Stream;

/** What is installed today and what is installed next year should not be two programs. */
public final class Adr0701DependencyWithoutRange implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "Python requirement without a lower and an upper bound");

  /** The installers themselves; other rules ask for uv, and for its version. */
  private static final Set<String> INSTALLERS = Set.of("pip", "uv");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (RunFacts run : pass.facts().runs()) {
      for (Call call : run.calls()) {
        Stream.concat(Pip.of(call).stream(), Uv.of(call).stream())
            .filter(PythonTool::takesRequirements)
            .filter(tool -> !tool.isConstrained() && !PythonTool.isConstrained(run.variables(call)))
            .forEach(tool -> tool.subjects().forEach(word -> check(pass, call, word)));
      }
    }
  }

  /** What a variable decides is not known; what the shell takes for a redirect is meant. */
  private static void check(Pass pass, Call call, ShellWord word) {
    UnquotedRange.behind(call, word)
        .map(UnquotedRange::text)
        .or(word::literal)
        .map(Requirement::parse)
        .flatMap(Dependency::of)
        .filter(dependency -> !INSTALLERS.contains(dependency.key()))
        .ifPresent(dependency -> report(pass, word, dependency));
  }

  private static void report(Pass pass, ShellWord target, Dependency dependency) {
    dependency
        .gap()
        .ifPresent(
            gap ->
                pass.report(
                    target.span(),
                    "requirement '" + dependency.name() + "' without " + gap.words(),
                    gap.consequence()));
  }
}
