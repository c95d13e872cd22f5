package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.buildx.Secret;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** A {@code <secret>}: what {@code RUN --mount=type=secret,id=…} reads. */
public final class SecretParameter {
  /** The name that the Dockerfile uses. */
  @Parameter private String id;

  /** The environment variable that holds the value. */
  @Parameter private String env;

  /** The file that holds the value. */
  @Parameter private File file;

  Secret toSecret() {
    return new Secret(
        id == null ? "" : id,
        Optional.ofNullable(env),
        Optional.ofNullable(file).map(File::toPath));
  }
}
