package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.buildx.ImageName;
import io.daviestechlabs.dockeradr.buildx.Step;
import io.daviestechlabs.dockeradr.text.Amount;
import java.time.Duration;
import java.util.ArrayList;
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
    long cached = 0;
    for (Step step : steps) {
      if (step.cached()) {
        cached++;
      }
    }
    return cached;
  }

  /** What later plugins may want to know, as properties of the project. */
  public Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>();
    String prefix = "docker-adr.image." + (key.isEmpty() ? "" : key + ".");
    properties.put(prefix + "name", names.get(0).toString());
    if (digest.isPresent()) {
      properties.put(prefix + "digest", digest.get());
      properties.put(prefix + "reference", names.get(0).repository() + "@" + digest.get());
    }
    if (id.isPresent()) {
      properties.put(prefix + "id", id.get());
    }
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
    for (ImageName name : names.subList(1, names.size())) {
      lines.add("  also     " + name);
    }
    if (digest.isPresent()) {
      String bytes = size > 0 ? "  (" + Amount.bytes(size) + ")" : "";
      lines.add("  digest   " + digest.get() + bytes);
    }
    if (cache.isPresent()) {
      lines.add("  cache    " + cache.get());
    }
    for (String text : missed.subList(0, Math.min(MISSED, missed.size()))) {
      lines.add("  missed   " + text);
    }
    if (missed.size() > MISSED) {
      lines.add("  missed   and " + (missed.size() - MISSED) + " more");
    }
    if (checked.isPresent()) {
      lines.add("  checked  " + checked.get());
    }
    for (Step step : slowest()) {
      lines.add("  slowest  " + Amount.time(step.duration()) + "  " + step.name());
    }
    return List.copyOf(lines);
  }

  /** The steps that are worth a line for their time, the slowest first. */
  private List<Step> slowest() {
    List<Step> slow = new ArrayList<>();
    for (Step step : steps) {
      if (!step.cached() && step.duration().compareTo(SLOW) >= 0) {
        int at = slow.size();
        while (at > 0 && slow.get(at - 1).duration().compareTo(step.duration()) < 0) {
          at--;
        }
        slow.add(at, step);
      }
    }
    return slow.subList(0, Math.min(SLOWEST, slow.size()));
  }
}
