package io.daviestechlabs.dockeradr.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.rules.Rules;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which family speaks, and how loud. */
class BuildkitSwitchesTest {
  private static final Options ALL = Options.adr();
  private static final String SHELL_FORM = "FROM debian:12\nCMD server\n";

  @Test
  void whatTwoFamiliesSayOfOnePlaceIsSaidOnce() {
    String copy = "FROM debian:12\nCOPY target /app\n";
    assertThat(ids(copy, ALL)).contains("ADR1003").doesNotContain("CopyIgnoredFile");
    assertThat(ids(copy, ALL.withFamilies(Set.of(Family.BUILDKIT)))).contains("CopyIgnoredFile");
    assertThat(ids(copy, ALL.withSeverities(Map.of("ADR1003", Severity.OFF))))
        .contains("CopyIgnoredFile");
  }

  @Test
  void aFamilyThatIsNotWantedIsSilent() {
    Options adr = ALL.withFamilies(EnumSet.of(Family.ADR));
    assertThat(ids("# check=experimental=all\n# x\nARG a\n" + SHELL_FORM, adr))
        .isNotEmpty()
        .allMatch(id -> id.startsWith("ADR"));
  }

  @Test
  void theFileMakesErrorsOfBuildkitsWarningsOnly() {
    String file = "# check=error=true\n" + SHELL_FORM;
    assertThat(severity(file, "JSONArgsRecommended", ALL)).isEqualTo(Severity.ERROR);
    assertThat(severity(SHELL_FORM, "JSONArgsRecommended", ALL)).isEqualTo(Severity.WARNING);
    Options info = ALL.withSeverities(Map.of("JSONArgsRecommended", Severity.INFO));
    assertThat(severity(file, "JSONArgsRecommended", info)).isEqualTo(Severity.INFO);
    String unquoted = "# check=skip=all\nFROM debian:12\nRUN pip install a\n";
    assertThat(ids(unquoted, ALL)).contains("ADR0201");
  }

  @Test
  void anExperimentalCheckRunsWhereFileOrProjectAskForIt() {
    String file = "# Base\nARG a\nFROM debian:12\n";
    String id = "InvalidDefinitionDescription";
    assertThat(ids(file, ALL)).doesNotContain(id);
    assertThat(ids("# check=experimental=" + id + "\n" + file, ALL)).contains(id);
    assertThat(ids(file, ALL.withSeverities(Map.of(id, Severity.INFO)))).contains(id);
    Options off = ALL.withSeverities(Map.of(id, Severity.OFF));
    assertThat(ids("# check=experimental=all\n" + file, off)).doesNotContain(id);
  }

  private static Severity severity(String text, String id, Options options) {
    return lint(text, options).stream()
        .filter(f -> f.rule().id().equals(id))
        .findFirst()
        .orElseThrow()
        .severity();
  }

  private static List<String> ids(String text, Options options) {
    return lint(text, options).stream().map(f -> f.rule().id()).toList();
  }

  private static List<Finding> lint(String text, Options options) {
    Surroundings surroundings =
        new Surroundings(
            Optional.empty(),
            ImageKind.SERVICE,
            Optional.of(IgnoreFile.parse(Source.of(".dockerignore", "target\n"))),
            false,
            true,
            Tree.UNKNOWN,
            Map.of(),
            Map.of());
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", text));
    return new Linter(Rules.ALL, options).lint(new DockerfileSubject(file, surroundings));
  }
}
