package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.goal.Console;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What every goal has: a switch, the module, and one way to fail. */
abstract class AdrMojo extends AbstractMojo {
  /** Skips all goals of this plugin. */
  @Parameter(property = "docker-adr.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true)
  private MavenSession session;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip || isSkipped()) {
      getLog().info("skipped");
      return;
    }
    try {
      run(new MavenConsole(getLog(), session));
    } catch (UserError e) {
      throw new MojoFailureException(e.what() + "\n" + e.remedy(), e.getCause());
    }
  }

  /** Whether this goal alone is switched off. */
  abstract boolean isSkipped();

  /** Makes the goal's record from the parameters and runs it. */
  abstract void run(Console console);

  /** The module as this plugin reads it. */
  final Module module() {
    return new Module(project, session);
  }

  /** A parameter that may be absent. */
  static List<String> listOf(List<String> words) {
    return words == null ? List.of() : words;
  }
}
