package io.daviestechlabs.dockeradr.conformance;

import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.GoQuote;
import io.daviestechlabs.dockeradr.dockerfile.Raw;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.Locale;
import java.util.stream.Collectors;

/** Our tree as the s-expression that BuildKit prints for its tests. */
final class Dump {
  private Dump() {}

  static String of(Dockerfile file) {
    return file.instructions().stream().map(i -> node(i.raw())).collect(Collectors.joining("\n"));
  }

  private static String node(Raw raw) {
    StringBuilder out = new StringBuilder("(");
    out.append(raw.keyword().toString().toLowerCase(Locale.ROOT));
    if (!raw.flags().isEmpty()) {
      out.append(' ')
          .append(
              raw.flags().stream()
                  .map(f -> GoQuote.quote(BuildkitTree.flag(f)))
                  .collect(Collectors.joining(" ", "[", "]")));
    }
    raw.inner().ifPresent(i -> out.append(' ').append(node(i)));
    for (Text word : raw.arguments()) {
      out.append(out.length() > 1 ? " " : "").append(GoQuote.quote(word.toString()));
    }
    return out.append(')').toString();
  }
}
