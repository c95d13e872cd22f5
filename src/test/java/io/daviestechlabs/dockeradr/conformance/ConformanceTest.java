package io.daviestechlabs.dockeradr.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.shell.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Holds our answers against recorded ones: {@code mvn -Pconformance test -Dconformance=folder}. */
@Tag("conformance")
class ConformanceTest {
  /** A suite is one class and one line here. */
  private static final List<Suite> SUITES =
      List.of(
          new BuildkitAstSuite(),
          new BuildkitLintSuite(),
          new BuildkitLintCasesSuite(),
          new BuildErrorsSuite(),
          new ParserCasesSuite(),
          new DockerfileFuzzSuite(),
          new ShellCasesSuite(),
          new IgnoreSuite(),
          new ReferenceCasesSuite(),
          new ParserTablesSuite(),
          new ShellSuite("dash", Dialect.POSIX),
          new ShellSuite("bash", Dialect.BASH),
          new ShellcheckSuite());

  @TestFactory
  Stream<DynamicTest> suites() {
    return SUITES.stream().map(s -> DynamicTest.dynamicTest(s.name(), () -> run(s)));
  }

  private static void run(Suite suite) throws IOException {
    Tally tally = new Tally(suite.name());
    suite.run(Recordings.chosen(), tally);
    System.out.println(tally.line());
    Path folder = Files.createDirectories(Path.of("target", "conformance"));
    Files.writeString(folder.resolve(suite.name() + ".txt"), tally.report());
    Assumptions.assumeFalse(tally.isMissing(), tally::line);
    assertThat(tally.agreed())
        .as("%s; floor of %s in floors.properties", tally.line(), suite.name())
        .isGreaterThanOrEqualTo(floor(suite));
  }

  private static int floor(Suite suite) throws IOException {
    Properties floors = new Properties();
    try (InputStream in =
        ConformanceTest.class.getResourceAsStream("/conformance/floors.properties")) {
      floors.load(in);
    }
    return Integer.parseInt(floors.getProperty(suite.name(), "0"));
  }
}
