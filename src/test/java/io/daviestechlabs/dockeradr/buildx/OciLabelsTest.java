package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Developer;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Licence;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Link;
import io.daviestechlabs.dockeradr.buildx.ProjectFacts.Scm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OciLabelsTest {
  private static final ProjectFacts FULL =
      new ProjectFacts(
          "g",
          "app",
          "1.2",
          Optional.of(" My\n  App "),
          Optional.of("Line one\n\t line two\u0000"),
          Optional.of("ACME"),
          Optional.of(Link.of("https://example.com/app")),
          Optional.of(Link.of("https://user:pw@docs.example.com/app/")),
          new Scm(
              Optional.of(
                  new Link(
                      "https://git.example.com/acme/app/child",
                      Optional.of("https://git.example.com/acme/app"))),
              Optional.empty()),
          List.of(
              new Licence(
                  Optional.of("The Apache Software License, Version 2.0"), Optional.empty()),
              new Licence(
                  Optional.of("see site"), Optional.of("https://opensource.org/licenses/MIT"))),
          List.of(
              new Developer(Optional.of("Ann"), Optional.of("ann@example.com")),
              new Developer(Optional.of("Bob"), Optional.empty()),
              new Developer(Optional.empty(), Optional.empty())),
          Optional.of("2026-01-02T03:04:05.678+01:00"));
  private static final GitFacts GIT =
      new GitFacts(
          Optional.of("0123abc"),
          true,
          OptionalLong.of(1_700_000_000L),
          Optional.of("git@git.example.com:acme/other.git"),
          Optional.of("main"),
          Optional.empty());

  @Test
  void allLabelsOfAFullPom() {
    OciLabels labels =
        OciLabels.of(FULL, GIT, Optional.of(ImageName.parse("debian:12")), Optional.empty())
            .withBaseDigest("sha256:1");
    assertThat(labels.warnings()).isEmpty();
    assertThat(labels.created()).hasValue(1767319445L);
    assertThat(labels.labels())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                label("title", "My App"),
                label("description", "Line one line two"),
                label("vendor", "ACME"),
                label("version", "1.2"),
                label("authors", "Ann <ann@example.com>, Bob"),
                label("licenses", "Apache-2.0 OR MIT"),
                label("url", "https://example.com/app"),
                label("documentation", "https://docs.example.com/app/"),
                label("source", "https://git.example.com/acme/app"),
                label("revision", "0123abc-dirty"),
                label("created", "2026-01-02T02:04:05Z"),
                label("base.name", "docker.io/library/debian:12"),
                label("base.digest", "sha256:1")));
  }

  @Test
  void aBarePomHasNoEmptyLabels() {
    OciLabels labels = of(ProjectFacts.of("g", "app", "1"), GitFacts.NONE);
    assertThat(labels.labels())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(label("title", "app"), label("version", "1")));
    assertThat(labels.created()).isEmpty();
  }

  @Test
  void anUnknownLicenceIsLeftOutWithAWarning() {
    OciLabels labels =
        of(
            with(
                List.of(
                    new Licence(Optional.of("MIT"), Optional.empty()),
                    new Licence(Optional.of("ACME internal"), Optional.empty()))),
            GitFacts.NONE);
    assertThat(labels.labels()).contains(label("licenses", "MIT"));
    assertThat(labels.warnings()).singleElement().asString().contains("'ACME internal'");
    assertThat(
            of(with(List.of(new Licence(Optional.empty(), Optional.empty()))), GitFacts.NONE)
                .labels())
        .doesNotContainKey(OciLabels.PREFIX + "licenses");
  }

  @Test
  void theSourceIsTheFirstThatIsAnAddress() {
    Scm scm =
        new Scm(
            Optional.of(Link.of("${project.scm}")),
            Optional.of(Link.of("scm:git:ssh://git@host.example:22/x.git")));
    assertThat(of(with(scm), GIT).labels()).contains(label("source", "https://host.example/x"));
    assertThat(of(with(Scm.NONE), GIT).labels())
        .contains(label("source", "https://git.example.com/acme/other"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "https://git.example.com/a/b.git, https://git.example.com/a/b",
        "https://token@git.example.com/a/b, https://git.example.com/a/b",
        "https://user:p@git.example.com:8443/a/b?x=y@z, https://git.example.com:8443/a/b?x=y@z",
        "http://git.example.com, http://git.example.com",
        "scm:git:https://git.example.com/a/b.git, https://git.example.com/a/b",
        "scm:git:ssh://git@host/x.git, https://host/x",
        "scm:git:git@host.example:a/b.git, https://host.example/a/b",
        "scm|git|https://host/x.git, https://host/x",
        "git://host/x.git/, https://host/x",
        "scm:svn:https://svn.example.com/trunk, https://svn.example.com/trunk",
        "scm:git:file:///srv/x.git, none",
        "/srv/git/x.git, none",
        "C:\\git\\x, none",
        "https://host/${project.artifactId}, none",
        "nonsense, none",
        "https://, none",
      })
  void addressesForBrowsers(String written, String address) {
    assertThat(WebAddress.of(written)).isEqualTo(Optional.ofNullable(address));
  }

  @Test
  void theTimeIsTheEnvironmentsThenThePomsThenTheCommits() {
    assertThat(OciLabels.of(FULL, GIT, Optional.empty(), Optional.of("12")).created()).hasValue(12);
    assertThat(of(timed("1600000000"), GIT).created()).hasValue(1_600_000_000L);
    assertThat(of(timed("2026-01-01T00:00:00Z"), GIT).created()).hasValue(1767225600L);
    assertThat(of(timed("x"), GIT).created()).hasValue(1_700_000_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1980-02-01T00:00:00Z", "0", "", "-"})
  void maven4sDefaultAndTheOffSwitchAreNoTime(String text) {
    OciLabels labels = of(timed(text), GIT);
    assertThat(labels.created()).hasValue(1_700_000_000L);
    assertThat(labels.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01",
        "1970-01-01T00:00:00Z",
        "2100-01-01T00:00:00Z",
        "${timestamp}",
        "9999999999999999999"
      })
  void aWrongTimeIsReported(String text) {
    OciLabels labels = of(timed(text), GIT);
    assertThat(labels.created()).hasValue(1_700_000_000L);
    assertThat(labels.warnings()).hasSize(1);
  }

  @Test
  void hostileTextIsBounded() {
    OciLabels labels =
        of(
            with(
                List.of(
                    new Licence(
                        Optional.of("(".repeat(1_000_000)),
                        Optional.of("https://" + "a/".repeat(500_000))))),
            GitFacts.NONE);
    assertThat(labels.warnings()).singleElement().asString().hasSizeLessThan(5000);
    assertThat(WebAddress.of("scm:git:" + "a@".repeat(900) + ":")).isEmpty();
  }

  private static OciLabels of(ProjectFacts project, GitFacts git) {
    return OciLabels.of(project, git, Optional.empty(), Optional.empty());
  }

  private static ProjectFacts with(List<Licence> licences) {
    return facts(Scm.NONE, licences, Optional.empty());
  }

  private static ProjectFacts with(Scm scm) {
    return facts(scm, List.of(), Optional.empty());
  }

  private static ProjectFacts timed(String outputTimestamp) {
    return facts(Scm.NONE, List.of(), Optional.of(outputTimestamp));
  }

  private static ProjectFacts facts(Scm scm, List<Licence> licences, Optional<String> timestamp) {
    return new ProjectFacts(
        "g",
        "app",
        "1",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        scm,
        licences,
        List.of(),
        timestamp);
  }

  private static Map.Entry<String, String> label(String key, String value) {
    return Map.entry(OciLabels.PREFIX + key, value);
  }
}
