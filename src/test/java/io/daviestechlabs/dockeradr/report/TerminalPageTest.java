package io.daviestechlabs.dockeradr.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalPageTest {
  private static String shown(String markdown, int width) {
    return String.join("\n", TerminalPage.lines(markdown, width, Ink.NONE));
  }

  @Test
  void paragraphsAndItemsAreWrapped() {
    assertThat(shown("one two\nthree four\n\n- five six seven\n- eight\n", 12))
        .isEqualTo("one two\nthree four\n\n- five six\n  seven\n- eight");
  }

  @Test
  void tablesAreAligned() {
    assertThat(
            shown(
                "| a | b |\n| --- | --- |\n| `long` | x \\| y |\n| c | eleven chars here |\n", 24))
        .isEqualTo("a       b\n`long`  x | y\nc       eleven chars\n        here");
  }

  @Test
  void linksShowWhereTheyLead() {
    assertThat(shown("[here](https://example.com/a), [there](Other.md)\n", 80))
        .isEqualTo("here (https://example.com/a), there");
  }

  @Test
  void boldIsInk() {
    assertThat(TerminalPage.lines("a **b** c", 80, Ink.ANSI).get(0)).contains("\u001b[1mb\u001b[m");
    assertThat(shown("a **b** c", 80)).isEqualTo("a b c");
  }
}
