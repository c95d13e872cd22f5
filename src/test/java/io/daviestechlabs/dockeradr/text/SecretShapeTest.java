package io.daviestechlabs.dockeradr.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretShapeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "PASSWORD",
        "db_password",
        "dbPassword",
        "DB_PASS",
        "NPM_TOKEN",
        "TOKEN2",
        "API_KEY",
        "apiKey",
        "AWS_SECRET_ACCESS_KEY",
        "ssh-key",
        "GIT_CREDENTIALS",
        "MYSQL_ROOT_PASSWORD",
        "BASIC_AUTH"
      })
  void namesOfSecrets(String name) {
    assertThat(SecretShape.named(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "KEY",
        "GPG_KEY",
        "PUBLIC_KEY",
        "TOKEN_URL",
        "PASSWORD_FILE",
        "AWS_ACCESS_KEY_ID",
        "TOKENIZERS_PARALLELISM",
        "PROXY_PASS",
        "AUTH_METHOD",
        "SECRET_NAME",
        "PASSENGER_VERSION"
      })
  void namesOfOtherThings(String name) {
    assertThat(SecretShape.named(name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "X, postgres://app:hunter2@db/app, true",
    "X, postgres://app@db/app, false",
    "X, http://localhost:8080/@x, false",
    "X, http://a:b, false",
    "X, ghp_0123456789abcdefghijklmnop, true",
    "X, xghp_0123456789abcdefghijklmnop, false",
    "X, ghp_short, false",
    "X, -----BEGIN OPENSSH PRIVATE KEY-----, true",
    "X, -----BEGIN PUBLIC KEY-----, false",
    "PASSWORD, hunter2, true",
    "PASSWORD, true, false",
    "PASSWORD, xxxx-xxxx, false",
    "PASSWORD, /run/secrets/db, false",
    "PASSWORD, reset.sh, false",
  })
  void pairs(String name, String value, boolean isSecret) {
    assertThat(SecretShape.isOf(name, value)).isEqualTo(isSecret);
  }

  @Test
  void whatIsFoundIsAllOfIt() {
    String text =
        "a http://u:p1@h b https://v:p2@i ghp_0123456789abcdefghijklmnop. AKIAABCDEFGHIJKLMNOP";

    assertThat(SecretShape.passwords(text))
        .extracting(span -> text.substring(span.start(), span.end()))
        .containsExactly("p1", "p2");
    assertThat(SecretShape.tokens(text))
        .extracting(span -> text.substring(span.start(), span.end()))
        .containsExactly("ghp_0123456789abcdefghijklmnop", "AKIAABCDEFGHIJKLMNOP");
  }

  @Test
  void valuesOfNamesAndFlags() {
    String text =
        "A=b db_password = 'p1' token: p2 --password p3 --api-key=p4 -e SECRET=$X path_token=/a/b"
            + " auth: true --secret id=x";
    assertThat(SecretShape.values(text))
        .extracting(span -> text.substring(span.start(), span.end()))
        .containsExactly("p1", "p2", "p3", "p4");
  }

  @Test
  void muchOfNothingIsReadOnce() {
    String text =
        "://".repeat(100_000)
            + "ghp_".repeat(100_000)
            + "-eyJ".repeat(10_000)
            + "a:b".repeat(100_000)
            + "/"
            + "-glpat-".repeat(100_000);

    assertThat(SecretShape.passwords(text)).isEmpty();
    assertThat(SecretShape.tokens(text)).hasSize(1);
    assertThat(SecretShape.values("token".repeat(100_000) + "--".repeat(100_000))).isEmpty();
    assertThat(SecretShape.values("token ".repeat(100_000) + " ".repeat(100_000))).isEmpty();
  }
}
