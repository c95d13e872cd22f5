package io.daviestechlabs.dockeradr.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SyntaxVersionTest {
  @TestFactory
  Stream<DynamicTest> ordersVersions() throws IOException {
    List<String> rows;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                SyntaxVersionTest.class.getResourceAsStream("syntax-versions.txt"),
                StandardCharsets.UTF_8))) {
      rows = reader.lines().filter(row -> !row.startsWith("#")).toList();
    }
    return rows.stream().map(row -> DynamicTest.dynamicTest(row, () -> check(row.split(" +"))));
  }

  private static void check(String[] row) {
    Optional<SyntaxVersion> version = SyntaxVersion.ofImage(row[0]);
    SyntaxVersion minimum = SyntaxVersion.of(row[1]).orElseThrow();
    String answer = version.map(v -> v.atLeast(minimum) ? "yes" : "no").orElse("untold");
    assertThat(answer).isEqualTo(row[2]);
    if (answer.equals("no")) {
      String raised = version.get().replacedIn(row[0], row[1]);
      assertThat(raised).isEqualTo(row[3]);
      assertThat(SyntaxVersion.ofImage(raised).get().atLeast(minimum)).isTrue();
    }
  }
}
