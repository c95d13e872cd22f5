package io.daviestechlabs.dockeradr.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ImageParameterTest {
  @Test
  void whatIsEmptyInThePomIsEmptyAndNotNull() {
    Map<String, String> args = new HashMap<>();
    args.put("PROXY", null);

    assertThat(ImageParameter.both(args, Map.of("VERSION", "1")))
        .containsExactlyEntriesOf(new TreeMap<>(Map.of("PROXY", "", "VERSION", "1")));
  }
}
