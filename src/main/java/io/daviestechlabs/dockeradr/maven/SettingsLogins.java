package io.daviestechlabs.dockeradr.maven;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.RegistryLogin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * <p>There is no element in the POM for a user and a password: what is written there is committed,
 * deployed and printed by {@code help:effective-pom}.
 *
 * @param settings of the user
 * @param decrypter of Maven, which knows how the user keeps passwords
 */
record SettingsLogins(Settings settings, SettingsDecrypter decrypter) {
  private static final List<String> HUB =
      List.of("docker.io", "index.docker.io", "registry.hub.docker.com");

  /** Whether there are none for anything. */
  boolean isEmpty() {
    return settings.getServers().isEmpty();
  }

  /** The logins for some registries; those without an entry have none. */
  List<RegistryLogin> of(Set<String> registries) {
    List<RegistryLogin> logins = new ArrayList<>();
    for (String registry : registries) {
      addLogin(logins, registry, Set.of());
    }
    return logins;
  }

  /**
   * The logins for the registries of some images. An entry whose id is a registry and the first
   * word of a path, as in {@code docker.io/team}, comes before that of the registry: it is how
   * people keep a second account.
   */
  List<RegistryLogin> of(Collection<ImageName> images) {
    Map<String, Set<String>> owners = new LinkedHashMap<>();
    for (ImageName image : images) {
      String owner = image.hostedPath().replaceFirst("/.*", "");
      owners.putIfAbsent(image.host(), new LinkedHashSet<>());
      owners.get(image.host()).add(owner);
    }
    List<RegistryLogin> logins = new ArrayList<>();
    for (Map.Entry<String, Set<String>> each : owners.entrySet()) {
      addLogin(logins, each.getKey(), each.getValue());
    }
    return logins;
  }

  /** The password of an entry, decrypted. */
  Optional<String> password(String id) {
    return Optional.ofNullable(settings.getServer(id))
        .filter(server -> server.getPassword() != null)
        .map(server -> decrypted(server).getPassword());
  }

  private void addLogin(List<RegistryLogin> logins, String registry, Set<String> owners) {
    for (String id : ids(registry, owners)) {
      Server server = settings.getServer(id);
      if (server != null && server.getUsername() != null && server.getPassword() != null) {
        Server plain = decrypted(server);
        logins.add(new RegistryLogin(registry, plain.getUsername(), plain.getPassword()));
        return;
      }
    }
  }

  /** What an entry for a registry may be called, in the order in which they count. */
  private static List<String> ids(String registry, Set<String> owners) {
    List<String> hosts =
        HUB.contains(registry) ? HUB : List.of(registry, registry.replaceFirst(":\\d+$", ""));
    List<String> ids = new ArrayList<>();
    for (String owner : owners) {
      for (String host : hosts) {
        ids.add(host + "/" + owner);
      }
    }
    ids.addAll(hosts);
    return ids;
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
