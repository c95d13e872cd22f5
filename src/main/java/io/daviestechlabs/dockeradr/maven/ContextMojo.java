package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.goal.BuiltImage;
import io.daviestechlabs.dockeradr.goal.Console;
import io.daviestechlabs.dockeradr.goal.Context;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows what a build would be sent: how much, what is heaviest, what is ignored by which pattern,
 * and what looks like a secret.
 */
@Mojo(name = "context", requiresProject = false, threadSafe = true)
public final class ContextMojo extends AdrMojo {
  /** Skips this goal. */
  @Parameter(property = "docker-adr.context.skip", defaultValue = "false")
  private boolean contextSkip;

  /** The directory that is sent to the build; the module's where it is not given. */
  @Parameter(property = "docker-adr.context")
  private File context;

  /** The Dockerfile, whose own ignore file comes before that of the context. */
  @Parameter(property = "docker-adr.dockerfile")
  private File dockerfile;

  /** A path to explain: whether it is sent, and which patterns say so. */
  @Parameter(property = "docker-adr.path")
  private String path;

  /** Writes target/docker-adr/context.html too, a page with a map of what is sent. */
  @Parameter(property = "docker-adr.html", defaultValue = "false")
  private boolean html;

  @Override
  boolean isSkipped() {
    return contextSkip;
  }

  @Override
  void run(Console console) {
    Module module = module();
    Path page = module.output().resolve("context.html");
    new Context(
            module.path(context).orElse(module.base()),
            module.built(dockerfile, context, null).map(BuiltImage::dockerfile),
            module.standpoint(),
            Optional.ofNullable(path),
            html ? Optional.of(page) : Optional.empty(),
            console)
        .run();
  }
}
