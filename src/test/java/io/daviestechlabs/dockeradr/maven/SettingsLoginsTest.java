package io.daviestechlabs.dockeradr.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.RegistryLogin;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class SettingsLoginsTest {
  /** Takes the braces away, as if they were a cipher; a question mark cannot be decrypted. */
  private static final SettingsDecrypter BRACES =
      request -> {
        Server server = request.getServers().get(0).clone();
        String password = server.getPassword();
        server.setPassword(password.replaceAll("[{}]", ""));
        return new Decrypted(server, password.equals("?"));
      };

  private final Settings settings = new Settings();

  @Test
  void anEntryIsFoundByRegistryThenWithoutPort() {
    add("r.example.com:5000", "ann", "{one}");
    add("r.example.com", "bob", "two");
    add("unrelated", "eve", "?");
    assertThat(of("r.example.com:5000", "r.example.com:6000", "other.example.com"))
        .containsExactlyInAnyOrder(
            new RegistryLogin("r.example.com:5000", "ann", "one"),
            new RegistryLogin("r.example.com:6000", "bob", "two"));
  }

  @Test
  void dockerHubHasSeveralNames() {
    add("registry.hub.docker.com", "ann", "one");
    assertThat(of("docker.io")).containsExactly(new RegistryLogin("docker.io", "ann", "one"));
  }

  @Test
  void aSecondAccountIsFoundByTheFirstWordOfThePath() {
    add("docker.io", "ann", "one");
    add("docker.io/team", "bob", "two");
    add("r.example.com/team", "eve", "three");
    assertThat(images("team/app", "r.example.com:5000/team/app:1"))
        .containsExactlyInAnyOrder(
            new RegistryLogin("docker.io", "bob", "two"),
            new RegistryLogin("r.example.com:5000", "eve", "three"));
    assertThat(images("debian:12", "r.example.com/other/app"))
        .containsExactly(new RegistryLogin("docker.io", "ann", "one"));
  }

  @Test
  void aSecretIsAVariableOfTheBuildAlone() {
    add("npm", null, "{hush}");
    ServerSecrets servers = new ServerSecrets(new SettingsLogins(settings, BRACES));
    String variable = servers.variable("token", "npm");
    assertThat(servers.with(Map.of("X", "y")))
        .containsOnly(Map.entry("X", "y"), Map.entry(variable, "hush"));
    assertThatThrownBy(() -> servers.variable("token", "none"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("<server> 'none'");
  }

  @Test
  void anEntryWithoutPasswordIsNone() {
    add("r.example.com", "ann", null);
    assertThat(of("r.example.com")).isEmpty();
  }

  @Test
  void whatCannotBeDecryptedIsNamed() {
    add("r.example.com", "ann", "?");
    assertThatThrownBy(() -> of("r.example.com"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("<server> 'r.example.com'");
  }

  private List<RegistryLogin> of(String... registries) {
    return new SettingsLogins(settings, BRACES).of(Set.of(registries));
  }

  private List<RegistryLogin> images(String... names) {
    return new SettingsLogins(settings, BRACES).of(Stream.of(names).map(ImageName::parse).toList());
  }

  private void add(String id, String user, String password) {
    Server server = new Server();
    server.setId(id);
    server.setUsername(user);
    server.setPassword(password);
    settings.addServer(server);
  }

  private record Decrypted(Server server, boolean broken) implements SettingsDecryptionResult {
    @Override
    public Server getServer() {
      return server;
    }

    @Override
    public List<Server> getServers() {
      return List.of(server);
    }

    @Override
    public Proxy getProxy() {
      return null;
    }

    @Override
    public List<Proxy> getProxies() {
      return List.of();
    }

    @Override
    public List<SettingsProblem> getProblems() {
      return broken
          ? List.of(
              new DefaultSettingsProblem("no", SettingsProblem.Severity.ERROR, "", 0, 0, null))
          : List.of();
    }
  }
}
