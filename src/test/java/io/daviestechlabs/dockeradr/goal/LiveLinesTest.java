package io.daviestechlabs.dockeradr.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiveLinesTest {
  @Test
  void linesAreWrittenOverAndTakenAway() {
    assertThat(LiveLines.redraw(0, List.of("a", "b"))).isEqualTo("a\nb\n");
    assertThat(LiveLines.redraw(2, List.of("c"))).isEqualTo("\u001B[2A\r\u001B[Jc\n");
    assertThat(LiveLines.redraw(1, List.of())).isEqualTo("\u001B[1A\r\u001B[J");
    assertThat(LiveLines.redraw(0, List.of())).isEmpty();
  }
}
