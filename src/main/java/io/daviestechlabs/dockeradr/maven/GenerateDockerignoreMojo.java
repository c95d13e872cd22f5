package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.goal.Console;
import io.daviestechlabs.dockeradr.goal.DockerfileSearch;
import io.daviestechlabs.dockeradr.goal.GenerateDockerignore;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the {@code .dockerignore} of the module: the decision's entries and those of the
 * ecosystems found, but nothing that a COPY, ADD or bind mount of its Dockerfiles needs. Lines
 * outside the marked block are left as they are.
 */
@Mojo(
    name = "generate-dockerignore",
    defaultPhase = LifecyclePhase.GENERATE_RESOURCES,
    requiresProject = false,
    threadSafe = true)
public final class GenerateDockerignoreMojo extends AdrMojo {
  /** Skips this goal. */
  @Parameter(property = "docker-adr.generate-dockerignore.skip", defaultValue = "false")
  private boolean ignoreSkip;

  /** Fails with a diff where the file is not up to date, and writes nothing. */
  @Parameter(property = "docker-adr.check", defaultValue = "false")
  private boolean check;

  /**
   * How the file is put: deny sends everything but what is named, allow nothing but what the
   * Dockerfiles copy.
   */
  @Parameter(property = "docker-adr.style", defaultValue = "deny")
  private String style;

  /** Keeps out what git ignores too, but for names that builds give to what they make. */
  @Parameter(property = "docker-adr.gitignore", defaultValue = "true")
  private boolean gitignore;

  /** Patterns of the Dockerfiles whose sources are kept; the usual names where none are given. */
  @Parameter(property = "docker-adr.includes")
  private List<String> includes;

  /** Patterns of Dockerfiles to leave out, relative to the module's directory. */
  @Parameter(property = "docker-adr.excludes")
  private List<String> excludes;

  /** The directory that is sent to the build; the module's where it is not given. */
  @Parameter(property = "docker-adr.context")
  private File context;

  @Override
  boolean isSkipped() {
    return ignoreSkip;
  }

  @Override
  void run(Console console) {
    Module module = module();
    Path directory = module.path(context).orElse(module.base());
    // Other modules may send the same directory: the file is for all of them.
    boolean shared = module.base().startsWith(directory) && !module.base().equals(directory);
    new GenerateDockerignore(
            new DockerfileSearch(
                shared ? directory : module.base(),
                listOf(includes),
                listOf(excludes),
                shared ? Set.of() : module.others()),
            directory,
            GenerateDockerignore.style(style),
            gitignore,
            check,
            console)
        .run();
  }
}
