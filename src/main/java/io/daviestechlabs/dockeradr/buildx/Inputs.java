package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** The same inputs and one more context, unless there is one of this name already. */
  public Inputs withContext(String name, String source) {
    Map<String, String> more = new LinkedHashMap<>(contexts);
    more.putIfAbsent(name, source);
    return new Inputs(buildArgs, more, secrets, ssh);
  }

  /** The context that stands in for an image, if one does. */
  public Optional<String> context(ImageName image) {
    return contexts.entrySet().stream()
        .filter(entry -> names(entry.getKey(), image))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean names(String context, ImageName image) {
    try {
      return ImageName.parse(context).normalised().equals(image.normalised());
    } catch (UserError e) {
      return false;
    }
  }
}
