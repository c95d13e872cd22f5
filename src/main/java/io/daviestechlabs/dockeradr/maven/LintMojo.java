package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.goal.Console;
import io.daviestechlabs.dockeradr.goal.LintSettings;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks the module's Dockerfiles, their ignore files and the repository's workflows and actions
 * against ADR-0014, and fails the build on a finding of the weight {@code failOn} or above.
 */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.PROCESS_RESOURCES,
    requiresProject = false,
    threadSafe = true)
public final class LintMojo extends LintingMojo {
  /** Skips this goal. */
  @Parameter(property = "docker-adr.lint.skip", defaultValue = "false")
  private boolean lintSkip;

  /**
   * Reports to write to {@code target/docker-adr/}: any of {@code json} (lint.json), {@code sarif}
   * (lint.sarif) and {@code checkstyle} (checkstyle.xml). None are written unless asked for.
   */
  @Parameter(property = "docker-adr.reports")
  private List<String> reports;

  @Override
  boolean isSkipped() {
    return lintSkip;
  }

  @Override
  void run(Console console) {
    lint(LintSettings.reports(listOf(reports)), console).run();
  }
}
