package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.RegistryLogin;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * The {@code <server>} entries of settings.xml whose id is a registry: with its port, else without,
 * and for Docker Hub any of its names.
 *
 * @param settings of the user
 * @param decrypter of Maven, which knows how the user keeps passwords
 */
record SettingsLogins(Settings settings, SettingsDecrypter decrypter) {
  private static final List<String> HUB =
      List.of("docker.io", "index.docker.io", "registry.hub.docker.com");

  /** The logins for some registries; those without an entry have none. */
  List<RegistryLogin> of(Set<String> registries) {
    return registries.stream().flatMap(registry -> login(registry).stream()).toList();
  }

  private Optional<RegistryLogin> login(String registry) {
    Stream<String> ids =
        HUB.contains(registry)
            ? HUB.stream()
            : Stream.of(registry, registry.replaceFirst(":\\d+$", ""));
    return ids.map(settings::getServer)
        .filter(Objects::nonNull)
        .filter(server -> server.getUsername() != null && server.getPassword() != null)
        .findFirst()
        .map(this::decrypted)
        .map(server -> new RegistryLogin(registry, server.getUsername(), server.getPassword()));
  }

  private Server decrypted(Server server) {
    SettingsDecryptionResult result =
        decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
    for (SettingsProblem problem : result.getProblems()) {
      if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
        throw new UserError(
            "The password of <server> '" + server.getId() + "' in settings.xml cannot be decrypted",
            "Check settings-security.xml, or encrypt the password again.",
            problem.getException());
      }
    }
    return result.getServer();
  }
}
