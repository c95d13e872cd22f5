package io.daviestechlabs.dockeradr.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpdxTest {
  private static final Spdx SPDX = Spdx.list();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Apache Software License, Version 2.0 | Apache-2.0",
        "Apache License 2.0 | Apache-2.0",
        "apache-2.0 | Apache-2.0",
        "ALv2 | Apache-2.0",
        "The MIT License (MIT) | MIT",
        "MIT | MIT",
        "GPLv3+ | GPL-3.0-or-later",
        "GPL-2.0 | GPL-2.0-only",
        "LGPL-2.1+ | LGPL-2.1-or-later",
        "GPL2 w/ CPE | GPL-2.0-only WITH Classpath-exception-2.0",
        "EPL 2.0 | EPL-2.0",
        "Eclipse Public License - v 2.0 | EPL-2.0",
        "Unicode/ICU License | ICU",
        "Apache-2.0 OR MIT | Apache-2.0 OR MIT",
      })
  void aNameHasAnIdentifier(String name, String id) {
    assertThat(SPDX.ofName(name)).contains(id);
  }

  @Test
  void everySpellingIsWrittenAsItIsLookedUp() throws IOException {
    try (InputStream names = Spdx.class.getResourceAsStream("licence-names.txt")) {
      List<String> lines =
          new String(names.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
      assertThat(lines).hasSizeGreaterThan(100).doesNotHaveDuplicates();
      for (String line : lines) {
        String[] pair = line.split(": ");
        boolean page = pair[1].contains("/");
        assertThat(page ? SPDX.ofUrl("https://" + pair[1]) : SPDX.ofName(pair[1]))
            .as(line)
            .contains(pair[0]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "BSD", "BSD License", "Proprietary", "Public Domain", "GPL", "ACME 2.0"})
  void whatIsAmbiguousOrUnknownIsNotGuessed(String name) {
    assertThat(SPDX.ofName(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.apache.org/licenses/LICENSE-2.0, Apache-2.0",
    "http://www.apache.org/licenses/LICENSE-2.0.txt, Apache-2.0",
    "https://opensource.org/licenses/MIT, MIT",
    "https://opensource.org/license/mit/, MIT",
    "http://www.opensource.org/licenses/mit-license.php, MIT",
    "https://spdx.org/licenses/BSD-3-Clause.html, BSD-3-Clause",
    "https://spdx.org/licenses/Apache-2.0, Apache-2.0",
    "https://www.eclipse.org/legal/epl-2.0/, EPL-2.0",
    "https://www.gnu.org/licenses/gpl-3.0.html, GPL-3.0-only",
  })
  void anAddressHasAnIdentifier(String url, String id) {
    assertThat(SPDX.ofUrl(url)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://example.com/licence", "https://opensource.org/licenses/"})
  void anUnknownAddressHasNone(String url) {
    assertThat(SPDX.ofUrl(url)).isEmpty();
  }

  @Test
  void everyIdentifierIsItselfOrItsSuccessor() {
    assertThat(SPDX.ids()).hasSizeGreaterThan(600);
    Set<String> retired = Set.of("GPL-2.0-with-classpath-exception");
    for (String id : SPDX.ids()) {
      String found = SPDX.ofName(id).orElseThrow();
      if (!retired.contains(id)) {
        assertThat(found).isIn(id, id + "-only", id.replaceFirst("\\+$", "-or-later"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MIT",
        "Apache-2.0 OR MIT",
        "(Apache-2.0 AND (MIT OR ISC))",
        "GPL-2.0-only WITH Classpath-exception-2.0",
        "GPL-2.0+",
        "LicenseRef-Acme",
        "DocumentRef-x:LicenseRef-y AND MIT"
      })
  void expressions(String text) {
    assertThat(SPDX.isExpression(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "MIT OR",
        "OR MIT",
        "(MIT",
        "MIT)",
        "MIT ISC",
        "MIT, ISC",
        "Acme",
        "MIT WITH",
        "(MIT) WITH Classpath-exception-2.0",
        "MIT or ISC",
        "()",
        "MIT\u0000"
      })
  void notExpressions(String text) {
    assertThat(SPDX.isExpression(text)).isFalse();
  }

  @Test
  void deepNestingEnds() {
    assertThat(SPDX.isExpression("(".repeat(900) + "MIT" + ")".repeat(900))).isTrue();
    assertThat(SPDX.isExpression("(".repeat(1_000_000))).isFalse();
    assertThat(SPDX.ofName("(".repeat(1_000_000))).isEmpty();
  }
}
