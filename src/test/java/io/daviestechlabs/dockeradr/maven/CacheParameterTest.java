package io.daviestechlabs.dockeradr.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Cache;
import io.daviestechlabs.dockeradr.buildx.CacheStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheParameterTest {
  @Test
  void theTypeDecidesWhatElseIsNeeded() {
    assertThat(cache("").store()).isEqualTo(CacheStore.Registry.OWN);
    assertThat(cache("type=local directory=/var/cache/x").store())
        .isEqualTo(new CacheStore.Local(Path.of("/var/cache/x")));
    assertThat(cache("type=inline").store()).isEqualTo(new CacheStore.Inline());
    assertThat(cache("type=s3 bucket=abc region=eu pathStyle=true").store())
        .isEqualTo(new CacheStore.S3("abc", "eu", Optional.empty(), Optional.empty(), true));
    assertThat(cache("type=azblob account=https://a.example.com").store())
        .isEqualTo(new CacheStore.AzBlob("https://a.example.com"));
    assertThat(cache("type=gha mode=off").mode()).isEqualTo(Cache.Mode.OFF);
  }

  @ParameterizedTest
  @CsvSource({
    "type=disk, registry",
    "type=local, needs a <directory>",
    "type=s3 bucket=abc, needs a <region>",
    "type=azblob, needs a <account>",
    "directory=/x, belongs to <type>local</type>",
    "type=local directory=/x ref=r.example.com/a, belongs to <type>registry</type>",
    "type=inline bucket=abc, belongs to <type>s3</type>",
    "mode=sometimes, 'required, write, read'",
    "from=type=gha, no image name",
  })
  void whatDoesNotGoTogetherIsRefused(String elements, String said) {
    assertThatThrownBy(() -> cache(elements))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(said);
  }

  @Test
  void theCommandLineWinsAndCiNamesTheBranch() {
    Map<String, String> gitlab =
        Map.of("GITLAB_CI", "true", "CI_COMMIT_BRANCH", "dev", "CI_DEFAULT_BRANCH", "main");
    Cache cache = parameter("mode=off").toCache("write", "r.example.com/c:x", gitlab);
    assertThat(cache.mode()).isEqualTo(Cache.Mode.WRITE);
    assertThat(cache.store()).isEqualTo(new CacheStore.Registry(Optional.of("r.example.com/c:x")));
    assertThat(cache.branches().own()).contains("dev");
    assertThat(parameter("branch=b").toCache(null, null, gitlab).branches().own()).contains("b");
  }

  private static Cache cache(String elements) {
    return parameter(elements).toCache(null, null, Map.of());
  }

  /** As Maven makes it of XML. */
  private static CacheParameter parameter(String elements) {
    DefaultPlexusConfiguration xml = new DefaultPlexusConfiguration("cache");
    for (String element : elements.split(" ")) {
      String[] pair = element.split("=", 2);
      if (pair[0].equals("from")) {
        xml.getChild("from").addChild("from", pair[1]);
      } else if (pair.length == 2) {
        xml.addChild(pair[0], pair[1]);
      }
    }
    CacheParameter parameter = new CacheParameter();
    try {
      new BasicComponentConfigurator()
          .configureComponent(
              parameter,
              xml,
              new ClassWorld().newRealm("test", CacheParameterTest.class.getClassLoader()));
    } catch (ComponentConfigurationException
        | org.codehaus.plexus.classworlds.realm.DuplicateRealmException e) {
      throw new IllegalStateException(e);
    }
    return parameter;
  }
}
