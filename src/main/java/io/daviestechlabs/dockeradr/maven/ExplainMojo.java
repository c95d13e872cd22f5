package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.goal.Console;
import io.daviestechlabs.dockeradr.goal.Explain;
import io.daviestechlabs.dockeradr.goal.LintSettings;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows what a rule reports and why, with good and bad examples; or the table of all rules. */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends RulesMojo {
  /** Skips this goal. */
  @Parameter(property = "docker-adr.explain.skip", defaultValue = "false")
  private boolean explainSkip;

  /** Code or name of the rule; all rules are listed where none is given. */
  @Parameter(property = "rule")
  private String rule;

  @Override
  boolean isSkipped() {
    return explainSkip;
  }

  @Override
  void run(Console console) {
    new Explain(Optional.ofNullable(rule).map(LintSettings::rule), options(), console).run();
  }
}
