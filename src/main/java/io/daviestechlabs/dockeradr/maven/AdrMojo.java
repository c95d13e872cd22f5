package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.goal.Console;
import io.daviestechlabs.dockeradr.report.Printable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
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

  @Parameter(defaultValue = "${mojoExecution}", readonly = true)
  private MojoExecution execution;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip || isSkipped()) {
      getLog().info("skipped");
      return;
    }
    Console console = new MavenConsole(getLog(), session);
    Map<String, UserError> errors = new LinkedHashMap<>();
    for (MavenProject each : projects()) {
      project = each;
      try {
        run(console);
      } catch (UserError e) {
        errors.put(each == null ? "" : each.getArtifactId(), e);
      }
    }
    if (!errors.isEmpty()) {
      throw failure(errors);
    }
  }

  /**
   * Maven runs a goal that needs no POM once for the whole reactor if it is called by itself, with
   * the topmost project; then the modules are ours to go through.
   */
  private List<MavenProject> projects() {
    boolean alone =
        execution.getSource() == MojoExecution.Source.CLI
            && !execution.getMojoDescriptor().isProjectRequired();
    return alone ? List.copyOf(session.getProjects()) : Collections.singletonList(project);
  }

  private static MojoFailureException failure(Map<String, UserError> errors) {
    UserError first = errors.values().iterator().next();
    String what =
        errors.size() == 1
            ? first.what()
            : errors.entrySet().stream()
                .map(error -> error.getKey() + ": " + error.getValue().what())
                .collect(Collectors.joining("; "));
    String text = Printable.coloured(what + "\n" + first.remedy());
    return new MojoFailureException(text, first.getCause());
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
  static <T> List<T> listOf(List<T> words) {
    return words == null ? List.of() : words;
  }
}
