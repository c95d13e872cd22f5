package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  private static final String AGENT = "SSH_AUTH_SOCK";

  /** Nothing but the context. */
  public static final Inputs NONE = new Inputs(Map.of(), Map.of(), List.of(), List.of());

  public Inputs {
    Set<String> ids = new HashSet<>();
    for (Secret secret : secrets) {
      if (!ids.add(secret.id())) {
        throw new UserError(
            "two secrets have the id '" + secret.id() + "'", "Give each secret its own <id>.");
      }
    }
    buildArgs = Collections.unmodifiableMap(new LinkedHashMap<>(buildArgs));
    contexts = Collections.unmodifiableMap(new LinkedHashMap<>(contexts));
    secrets = List.copyOf(secrets);
    ssh = List.copyOf(ssh);
  }

  /**
   * Refuses secrets and keys that are not there: buildx would build without them, or fail with
   * words that do not say so.
   *
   * @param environment the variables that buildx will see
   */
  public void check(Map<String, String> environment) {
    for (Secret secret : secrets) {
      secret.check(environment);
    }
    for (String key : ssh) {
      int equals = key.indexOf('=');
      if (equals < 0
          && File.separatorChar == '/'
          && environment.getOrDefault(AGENT, "").isEmpty()) {
        throw new UserError(
            "<ssh> has '" + key + "', and no SSH agent is known: " + AGENT + " is not set",
            "Start ssh-agent, or name a key: " + key + "=/path/to/key.");
      }
      for (String path : equals < 0 ? new String[0] : key.substring(equals + 1).split(",")) {
        if (!Files.isReadable(Path.of(path.strip()))) {
          throw new UserError(
              "<ssh> has '" + key + "', and " + path + " cannot be read",
              "Name a key or the socket of an agent.");
        }
      }
    }
  }

  /** The same inputs and one more context, unless there is one of this name already. */
  public Inputs withContext(String name, String source) {
    Map<String, String> more = new LinkedHashMap<>(contexts);
    more.putIfAbsent(name, source);
    return new Inputs(buildArgs, more, secrets, ssh);
  }

  /** The context that stands in for an image, if one does. */
  public Optional<String> context(ImageName image) {
    for (Map.Entry<String, String> each : contexts.entrySet()) {
      Optional<ImageName> name = ImageName.find(each.getKey());
      if (name.isPresent() && name.get().isSame(image)) {
        return Optional.of(each.getValue());
      }
    }
    return Optional.empty();
  }
}
