package io.daviestechlabs.dockeradr.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.image.LayerContents.Weight;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private final Weights weights = new Weights();

  @Test
  void aDirectoryThatIsMostlyOneThingMakesWayForIt() {
    weights.add("opt/rocm/lib/big.so", 600);
    weights.add("opt/rocm/lib/small.so", 100);
    weights.add("usr/lib/a", 60);
    weights.add("usr/lib/b", 60);
    weights.add("usr/lib/c", 60);
    weights.add("etc/hosts", 1);
    weights.add("top", 90);
    assertThat(weights.heaviest())
        .containsExactly(
            new Weight("/opt/rocm/lib/big.so", 600),
            new Weight("/usr/lib/", 180),
            new Weight("/opt/rocm/lib/small.so", 100),
            new Weight("/top", 90));
  }

  @Test
  void nothingWeighsNothing() {
    weights.add("empty", 0);
    assertThat(weights.heaviest()).isEmpty();
  }

  @Test
  void manyDirectoriesAndDeepOnesAreBounded() {
    for (int i = 0; i < 100_000; i++) {
      weights.add("d" + i + "/" + "x/".repeat(i % 1000) + "file", 1);
    }
    weights.add("zoo/lions/big", 1_000_000);
    assertThat(weights.heaviest()).containsExactly(new Weight("/zoo/lions/big", 1_000_000));
  }
}
