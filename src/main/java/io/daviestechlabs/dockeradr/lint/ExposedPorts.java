package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Expose;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The TCP ports that a stage exposes, those of the stages that it starts from included.
 *
 * @param ranges first and last port of each
 * @param complete whether the file tells all, and its base image exposes no more
 */
public record ExposedPorts(List<int[]> ranges, boolean complete) {
  private static final Pattern PORT = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?(?:/([a-z]+))?");

  /** Those of a stage. */
  public static ExposedPorts of(Facts facts, Stage stage) {
    List<int[]> ranges = new ArrayList<>();
    KnownImage base = facts.base(stage);
    base.ports().forEach(port -> ranges.add(new int[] {port, port}));
    boolean complete = base.complete();
    for (Stage one : facts.stages().chain(stage)) {
      for (Expose expose : one.all(Expose.class).toList()) {
        for (Word word : expose.ports()) {
          Optional<Matcher> port =
              StageGraph.known(word, facts.stages().scope(one, expose))
                  .map(text -> PORT.matcher(text.toLowerCase(Locale.ROOT)))
                  .filter(Matcher::matches);
          complete &= port.isPresent();
          port.flatMap(ExposedPorts::range).ifPresent(ranges::add);
        }
      }
    }
    return new ExposedPorts(List.copyOf(ranges), complete);
  }

  private static Optional<int[]> range(Matcher port) {
    int first = Integer.parseInt(port.group(1));
    int last = port.group(2) == null ? first : Integer.parseInt(port.group(2));
    boolean isTcp = port.group(3) == null || port.group(3).equals("tcp");
    return isTcp ? Optional.of(new int[] {first, last}) : Optional.empty();
  }

  /** Whether a port is exposed, as far as is known. */
  public boolean contains(int port) {
    return ranges.stream().anyMatch(range -> range[0] <= port && port <= range[1]);
  }
}
