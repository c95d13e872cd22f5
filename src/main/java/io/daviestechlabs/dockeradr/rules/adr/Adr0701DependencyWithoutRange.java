package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Scope;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.python.Requirement;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.tools.Pip;
import io.daviestechlabs.dockeradr.tools.PythonTool;
import io.daviestechlabs.dockeradr.tools.UnquotedRange;
import io.daviestechlabs.dockeradr.tools.Uv;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is installed today and what is installed next year should not be two programs. */
public final class Adr0701DependencyWithoutRange implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "Python requirement without a lower and an upper bound");

  /** The installers themselves; other rules ask for uv, and for its version. */
  private static final Set<String> INSTALLERS = Set.of("pip", "uv");

  private static final List<String> CONSTRAINTS =
      List.of("PIP_CONSTRAINT", "UV_CONSTRAINT", "UV_OVERRIDE", "UV_EXCLUDE_NEWER");

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
            .filter(tool -> !isConstrained(tool) && !isConstrained(run.variables(call)))
            .forEach(tool -> tool.subjects().forEach(word -> check(pass, call, word)));
      }
    }
  }

  /** Whether versions are ruled by a file, a date or hashes. */
  private static boolean isConstrained(PythonTool tool) {
    return !tool.constraintFiles().isEmpty()
        || tool.has("--override", "--overrides", "--require-hashes", "--exclude-newer");
  }

  private static boolean isConstrained(Scope variables) {
    return CONSTRAINTS.stream()
        .anyMatch(name -> variables.knowledge(name) != Scope.Knowledge.UNKNOWN);
  }

  /** What a variable decides is not known; what the shell takes for a redirect is meant. */
  private static void check(Pass pass, Call call, ShellWord word) {
    UnquotedRange.behind(call, word)
        .map(UnquotedRange::text)
        .or(word::literal)
        .map(Requirement::parse)
        .filter(r -> r.fault().isEmpty() && !r.isUnknown() && !r.isDirect())
        .filter(r -> !INSTALLERS.contains(r.normalizedName()))
        .ifPresent(requirement -> check(pass, word, requirement));
  }

  private static void check(Pass pass, ShellWord target, Requirement requirement) {
    if (!requirement.hasLowerBound() && !requirement.hasUpperBound()) {
      report(pass, target, requirement, "a version range", "any release may be installed");
    } else if (!requirement.hasUpperBound()) {
      report(pass, target, requirement, "an upper bound", "the next major release comes unasked");
    } else if (!requirement.hasLowerBound()) {
      report(pass, target, requirement, "a lower bound", "a release of years ago would do");
    }
  }

  private static void report(
      Pass pass, ShellWord target, Requirement requirement, String missing, String label) {
    pass.report(
        target.span(), "requirement '" + requirement.name() + "' without " + missing, label);
  }
}
