package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.UserError;
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

  /** The {@code <server>} of settings.xml whose password is the value. */
  @Parameter private String server;

  Secret toSecret(ServerSecrets servers) {
    String name = id == null ? "" : id.strip();
    boolean other = env != null || file != null;
    if (server != null && other) {
      throw new UserError(
          "<secret> '" + name + "' has a <server> and another source", "Leave one of them.");
    }
    return new Secret(
        name,
        Optional.ofNullable(server == null ? env : servers.variable(name, server.strip())),
        Optional.ofNullable(file).map(File::toPath));
  }
}
