package io.daviestechlabs.dockeradr.trace;

import io.daviestechlabs.dockeradr.buildx.Step;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is told about the build of one image.
 *
 * @param image its name
 * @param dockerfile the file's name
 * @param error why the build failed, empty if it did not
 * @param time from start to end
 * @param steps of the image, BuildKit's own among them
 * @param misses the first steps that were not cached, and why
 * @param facts about the image and its cache, each a word and what there is to say
 * @param labels of the image
 * @param layers from the base up, as they are stored
 * @param warnings about Dockerfile and build
 * @param command that was run, fit to be shown
 */
public record Account(
    String image,
    String dockerfile,
    Optional<String> error,
    Duration time,
    List<Step> steps,
    List<Miss> misses,
    Map<String, String> facts,
    Map<String, String> labels,
    List<Layer> layers,
    List<String> warnings,
    String command) {
  public Account {
    steps = List.copyOf(steps);
    misses = List.copyOf(misses);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    layers = List.copyOf(layers);
    warnings = List.copyOf(warnings);
  }

  /**
   * A layer of the image.
   *
   * @param size in bytes, as it is stored
   * @param kind how it is compressed, or {@code unpacked} as the engine counts
   * @param madeBy the instruction, as the image's history has it; empty where it has none
   * @param diffId digest of what is in it, by which the page is told later; empty if not known
   */
  public record Layer(long size, String kind, String madeBy, String diffId) {}
}
