package io.daviestechlabs.dockeradr.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.Table;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SharedDirectoryTest {
  static List<Arguments> files() {
    return Table.rows("lint/shared.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void aMountTakesItsPlaceWhereNobodyElseNeedsIt(String text, String expected) {
    Dockerfile file = Dockerfile.parse(Source.of("Dockerfile", text + "\n"));
    Facts facts = new Facts(file, Surroundings.unknown());
    SharedDirectory directory =
        new SharedDirectory(facts, file.stages().get(0), "/root/.m2/repository");

    String runs =
        directory
            .runs(call -> call.name().equals("mvn"))
            .map(all -> String.valueOf(all.size()))
            .orElse("-");

    assertThat(runs).isEqualTo(expected);
  }
}
