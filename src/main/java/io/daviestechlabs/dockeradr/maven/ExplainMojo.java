package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.goal.Console;
import io.daviestechlabs.dockeradr.goal.Explain;
import io.daviestechlabs.dockeradr.goal.LintSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Shows what a rule reports and why, with good and bad examples; or the table of all rules. */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AdrMojo {
  /** Skips this goal. */
  @Parameter(property = "docker-adr.explain.skip", defaultValue = "false")
  private boolean explainSkip;

  /** Code or name of the rule; all rules are listed where none is given. */
  @Parameter(property = "rule")
  private String rule;

  /** Families of rules that run, as for the {@code lint} goal. */
  @Parameter(property = "docker-adr.families", defaultValue = "adr,buildkit")
  private List<String> families;

  /** Weights of rules that differ from their own, as for the {@code lint} goal. */
  @Parameter private Map<String, String> severities;

  @Override
  boolean isSkipped() {
    return explainSkip;
  }

  @Override
  void run(Console console) {
    new Explain(
            Optional.ofNullable(rule).map(LintSettings::rule),
            LintSettings.options(severities == null ? Map.of() : severities)
                .withFamilies(LintSettings.families(listOf(families))),
            console)
        .run();
  }
}
