package io.daviestechlabs.dockeradr.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {
  private static final ImageFacts FACTS =
      new ImageFacts(
          Optional.empty(),
          "sha256:1",
          Optional.empty(),
          "linux/amd64",
          "app",
          Map.of("a", "1", "b", "2"),
          List.of("CMD", "x"),
          List.of(),
          List.of(),
          List.of(),
          0);

  @Test
  void whatIsAsAskedForHasNoDifferences() {
    assertThat(
            new Expectation(Map.of("a", "1"), Optional.of("app"), Optional.of(true))
                .differences(FACTS))
        .isEmpty();
    assertThat(new Expectation(Map.of(), Optional.empty(), Optional.empty()).differences(FACTS))
        .isEmpty();
  }

  @Test
  void everyDifferenceIsSaid() {
    assertThat(
            new Expectation(Map.of("c", "3", "a", "2"), Optional.of("root"), Optional.of(false))
                .differences(FACTS))
        .containsExactly(
            "label a is '1', not '2'",
            "label c is missing",
            "user is 'app', not 'root'",
            "health check is there");
  }

  @Test
  void aContextTellsItsEndpoint() {
    String json =
        "[{\"Endpoints\":{\"docker\":{\"Host\":\"tcp://h:2376\"}},\"TLSMaterial\":{\"docker\":[\"ca.pem\"]},"
            + "\"Storage\":{\"TLSPath\":\"/tls\"}}]";
    assertThat(Endpoint.read(json))
        .isEqualTo(new Endpoint("tcp://h:2376", Optional.of("/tls/docker"), false));
    assertThat(Endpoint.read("nonsense").host()).isEqualTo("unix:///var/run/docker.sock");
    assertThat(Endpoint.read(json).isDirect()).isTrue();
    String trusting = json.replace("2376\"", "2376\",\"SkipTLSVerify\":true");
    assertThat(Endpoint.read(trusting).isDirect()).isFalse();
    assertThat(new Endpoint("ssh://h", Optional.empty(), false).isDirect()).isFalse();
  }

  @Test
  void variablesTellAnEndpoint() throws Exception {
    Map<String, String> variables = new HashMap<>(Map.of("DOCKER_HOST", "tcp://h:2376"));
    assertThat(Endpoint.find(null, "docker", variables))
        .isEqualTo(new Endpoint("tcp://h:2376", Optional.empty(), false));
    variables.put("DOCKER_TLS", "1");
    assertThat(Endpoint.find(null, "docker", variables).isDirect()).isFalse();
    variables.put("DOCKER_TLS_VERIFY", "1");
    variables.put("DOCKER_CERT_PATH", "/certificates");
    assertThat(Endpoint.find(null, "docker", variables))
        .isEqualTo(new Endpoint("tcp://h:2376", Optional.of("/certificates"), false));
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "localhost:5000, true",
    "127.1.2.3:80, true",
    "[::1]:5000, true",
    "10.1.2.3:5000, true",
    "11.1.2.3, false",
    "r.example.com:5000, true",
    "r.example.com, false",
    "plain.example.com:1, true",
    "127.0.0.1.example.com, false",
  })
  void plainHosts(String host, boolean allowed) {
    PlainHosts hosts =
        new PlainHosts(
            List.of("10.0.0.0/8", "r.example.com:5000", "plain.example.com", "::1/128", "x/99"));
    assertThat(hosts.allows(host)).isEqualTo(allowed);
  }

  @Test
  void challengesAreRead() {
    assertThat(
            Challenge.of(List.of("Negotiate", "Bearer realm=\"https://r/t\",service=s,x=\"a b\"")))
        .contains(
            new Challenge("bearer", Map.of("realm", "https://r/t", "service", "s", "x", "a b")));
    assertThat(Challenge.of(List.of("", "=", "x".repeat(100_000), "Digest a=b"))).isEmpty();
    Challenge plain = new Challenge("bearer", Map.of("realm", "http://r/t"));
    assertThat(plain.tokenAddress("a", false)).isEmpty();
    assertThat(plain.tokenAddress("a", true))
        .hasToString("Optional[http://r/t?scope=repository%3Aa%3Apull]");
  }
}
