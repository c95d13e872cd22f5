package io.daviestechlabs.dockeradr.buildx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a build may read besides its context.
 *
 * @param buildArgs values for {@code ARG}; they end up in the image's history, so no secret is
 *     accepted
 * @param contexts further contexts by name: a directory, a URL, {@code docker-image://…} or {@code
 *     oci-layout://…}
 * @param secrets what {@code RUN --mount=type=secret} may read; never in a layer
 * @param ssh keys or sockets for {@code RUN --mount=type=ssh}: {@code default} or {@code id=path}
 */
public record Inputs(
    Map<String, String> buildArgs,
    Map<String, String> contexts,
    List<Secret> secrets,
    List<String> ssh) {
  /** Nothing but the context. */
  public static final Inputs NONE = new Inputs(Map.of(), Map.of(), List.of(), List.of());

  public Inputs {
    buildArgs = Collections.unmodifiableMap(new LinkedHashMap<>(buildArgs));
    contexts = Collections.unmodifiableMap(new LinkedHashMap<>(contexts));
    secrets = List.copyOf(secrets);
    ssh = List.copyOf(ssh);
  }
}
