package io.daviestechlabs.dockeradr.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.daviestechlabs.dockeradr.ignore.ContextSurvey.Load;
import io.daviestechlabs.dockeradr.ignore.ContextTree;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TreemapTest {
  @Property(tries = 300)
  void tilesFillTheRectangleInProportion(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 1_000_000) Integer> weights) {
    List<ContextTree> nodes =
        weights.stream()
            .sorted(Comparator.reverseOrder())
            .map(w -> new ContextTree("f" + w, false, new Load(1, w), List.of()))
            .toList();
    double total = weights.stream().mapToDouble(w -> w).sum();

    List<Treemap.Tile> tiles = Treemap.cut(nodes, 1200, 700);

    assertThat(tiles).hasSize((int) weights.stream().filter(w -> w > 0).count());
    for (Treemap.Tile tile : tiles) {
      double area = tile.node().load().bytes() / total * 1200 * 700;
      assertThat(tile.width() * tile.height()).isCloseTo(area, within(1e-3));
      assertThat(tile.left()).isBetween(-1e-6, 1200.0);
      assertThat(tile.left() + tile.width()).isLessThan(1200 + 1e-3);
      assertThat(tile.top() + tile.height()).isLessThan(700 + 1e-3);
    }
  }
}
