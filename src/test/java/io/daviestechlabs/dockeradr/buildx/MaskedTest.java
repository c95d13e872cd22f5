package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedTest {
  @Test
  void aSecretThatBeginsWithAnotherIsHiddenAsAWhole() {
    Masked masked = new Masked(List.of("middle-1", "middle", "middle-1-longest", "middle-2"));
    assertThat(masked.secrets())
        .containsExactly("middle-1-longest", "middle-1", "middle-2", "middle");
    assertThat(masked.line("is middle-1-longest, middle-1 or middle?"))
        .isEqualTo("is ***, *** or ***?");
  }

  @Test
  void aValueOfFourLettersIsNoSecret() {
    assertThat(new Masked(List.of("four", "fives")).line("four or fives")).isEqualTo("four or ***");
  }
}
