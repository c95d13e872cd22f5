package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.goal.Console;
import io.daviestechlabs.dockeradr.goal.Fix;
import io.daviestechlabs.dockeradr.goal.GenerateDockerignore;
import io.daviestechlabs.dockeradr.goal.LintSettings;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Repairs what the {@code lint} goal finds and can be repaired, and says what is left. Files keep
 * their encoding, line ends, owner and permissions.
 */
@Mojo(name = "fix", requiresProject = false, threadSafe = true)
public final class FixMojo extends LintingMojo {
  /** Skips this goal. */
  @Parameter(property = "docker-adr.fix.skip", defaultValue = "false")
  private boolean fixSkip;

  /** Applies fixes too that can change behaviour; somebody has to look at what they did. */
  @Parameter(property = "docker-adr.unsafe", defaultValue = "false")
  private boolean unsafe;

  /**
   * Prints a unified diff and writes nothing. The build then fails as that of the {@code lint} goal
   * would after the fixes.
   */
  @Parameter(property = "docker-adr.dryRun", defaultValue = "false")
  private boolean dryRun;

  /** Codes or names of the rules whose fixes are applied; all where none are given. */
  @Parameter(property = "docker-adr.rules")
  private List<String> rules;

  /** How a {@code .dockerignore} is put, as for the {@code generate-dockerignore} goal. */
  @Parameter(property = "docker-adr.style", defaultValue = "deny")
  private String style;

  /** Keeps out of the context what git ignores too, as the {@code generate-dockerignore} goal. */
  @Parameter(property = "docker-adr.gitignore", defaultValue = "true")
  private boolean gitignore;

  @Override
  boolean isSkipped() {
    return fixSkip;
  }

  @Override
  void run(Console console) {
    new Fix(
            lint(Set.of(), console),
            unsafe,
            dryRun,
            LintSettings.rules(listOf(rules)),
            GenerateDockerignore.style(style),
            gitignore)
        .run();
  }
}
