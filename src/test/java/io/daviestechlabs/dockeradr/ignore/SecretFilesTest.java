package io.daviestechlabs.dockeradr.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFilesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        ".env",
        "svc/.env",
        ".env.production",
        "conf/tls.pem",
        "id_rsa",
        "home/.ssh/config",
        ".npmrc",
        ".pypirc",
        "settings.xml",
        ".mvn/settings.xml",
        ".docker/config.json",
        "kubeconfig",
        "ci/prod.kubeconfig",
        ".kube/config",
        "infra/terraform.tfstate",
        "./.netrc"
      })
  void names_that_tell_a_secret(String path) {
    assertThat(SecretFiles.of(path)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".env.example",
        ".ENV.SAMPLE",
        ".env.template",
        "id_rsa.pub",
        "src/main/resources/settings.xml",
        "environment",
        "config.json",
        "docker/config.json",
        "pem",
        "",
        "/"
      })
  void names_that_tell_none(String path) {
    assertThat(SecretFiles.of(path)).isEmpty();
  }

  @Test
  void each_kind_says_what_is_in_it() {
    assertThat(SecretFiles.kinds())
        .allSatisfy(kind -> assertThat(kind.what()).isNotBlank())
        .doesNotHaveDuplicates();
    assertThat(SecretFiles.of("a/.npmrc").orElseThrow().name()).isEqualTo(".npmrc");
  }
}
