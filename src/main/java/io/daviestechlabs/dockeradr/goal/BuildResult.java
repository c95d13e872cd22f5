package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.text.Amount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came out of a build.
 *
 * @param key what the build calls the image; empty where it is alone
 * @param names of the image
 * @param digest of its manifest or index, empty where nothing was delivered
 * @param id of its configuration, as the classic engine counts
 * @param size in bytes, 0 where it is not known
 * @param steps of the Dockerfile that were needed
 * @param cache what the cache reference holds now
 * @param missed the first steps that were not cached, each with the reason
 * @param checked what was compared, empty where nothing was read back
 * @param time from start to end
 */
public record BuildResult(
    String key,
    List<ImageName> names,
    Optional<String> digest,
    Optional<String> id,
    long size,
    List<Step> steps,
    Optional<String> cache,
    List<String> missed,
    Optional<String> checked,
    Duration time) {
  private static final int SLOWEST = 3;
  private static final int MISSED = 3;
  private static final Duration SLOW = Duration.ofMillis(500);

  public BuildResult {
    names = List.copyOf(names);
    steps = List.copyOf(steps);
    missed = List.copyOf(missed);
  }

  /** How many steps were taken from the cache. */
  public long cached() {
    return steps.stream().filter(Step::cached).count();
  }

  /** What later plugins may want to know, as properties of the project. */
  public Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    String prefix = "docker-adr.image." + (key.isEmpty() ? "" : key + ".");
    properties.put(prefix + "name", names.get(0).toString());
    digest.ifPresent(
        text -> {
          properties.put(prefix + "digest", text);
          properties.put(prefix + "reference", names.get(0).repository() + "@" + text);
        });
    id.ifPresent(text -> properties.put(prefix + "id", text));
    return properties;
  }

  /** The summary that ends a build. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "built "
            + names.get(0)
            + " in "
            + Amount.time(time)
            + ": "
            + steps.size()
            + (steps.size() == 1 ? " step, " : " steps, ")
            + cached()
            + " cached");
    names.subList(1, names.size()).forEach(name -> lines.add("  also     " + name));
    String bytes = size > 0 ? "  (" + Amount.bytes(size) + ")" : "";
    digest.ifPresent(text -> lines.add("  digest   " + text + bytes));
    cache.ifPresent(text -> lines.add("  cache    " + text));
    missed.stream().limit(MISSED).forEach(text -> lines.add("  missed   " + text));
    if (missed.size() > MISSED) {
      lines.add("  missed   and " + (missed.size() - MISSED) + " more");
    }
    checked.ifPresent(text -> lines.add("  checked  " + text));
    steps.stream()
        .filter(step -> !step.cached() && step.duration().compareTo(SLOW) >= 0)
        .sorted(Comparator.comparing((Step step) -> step.duration()).reversed())
        .limit(SLOWEST)
        .forEach(
            step -> lines.add("  slowest  " + Amount.time(step.duration()) + "  " + step.name()));
    return List.copyOf(lines);
  }
}
