package io.daviestechlabs.dockeradr.buildx;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of a build as BuildKit reports it.
 *
 * @param number in order of appearance, from 1
 * @param name for example {@code [build 2/5] RUN make}
 * @param started when it began, empty while it waits
 * @param completed when it ended, empty while it runs
 * @param cached whether its result was there already
 * @param error why it failed
 * @param output its last lines of output, kept while it runs and when it failed
 * @param doing what is being transferred or unpacked, for people
 * @param bytes that it has moved over the network, as far as BuildKit tells
 * @param inputs the numbers of the steps whose results it works on
 */
public record Step(
    int number,
    String name,
    Optional<Instant> started,
    Optional<Instant> completed,
    boolean cached,
    Optional<String> error,
    List<String> output,
    String doing,
    long bytes,
    List<Integer> inputs) {
  private static final Pattern INSTRUCTION = Pattern.compile("\\[(?:[^\\]]* )?\\d+/\\d+\\] ");
  private static final String TARGET = "(?:\\[[^\\]]*\\] )?";
  private static final Pattern IMPORT = Pattern.compile(TARGET + "importing cache manifest from ");
  private static final Pattern EXPORT = Pattern.compile(TARGET + "exporting cache");
  private static final Pattern INTERNAL = Pattern.compile("\\[(?:[^\\]]* )?(?:internal|auth)\\]");

  public Step {
    output = List.copyOf(output);
    inputs = List.copyOf(inputs);
  }

  /** Whether it stands for a FROM, which is neither work nor ever cached. */
  public boolean isBase() {
    return name.contains("] FROM ");
  }

  /** Whether it stands for a line of the Dockerfile, and not for BuildKit's own work. */
  public boolean isInstruction() {
    return INSTRUCTION.matcher(name).lookingAt();
  }

  /** Whether it sends the build context to the engine. */
  public boolean isContextTransfer() {
    return isInternal() && name.endsWith("] load build context");
  }

  /** Whether it is BuildKit's own preparation. */
  public boolean isInternal() {
    return isInternal(name);
  }

  static boolean isInternal(String name) {
    return INTERNAL.matcher(name).lookingAt();
  }

  /** Whether it reads the cache of earlier builds. */
  public boolean isCacheImport() {
    return IMPORT.matcher(name).lookingAt();
  }

  /** Whether it writes the cache for later builds. */
  public boolean isCacheExport() {
    return EXPORT.matcher(name).lookingAt();
  }

  /** The reference that a cache is read from, empty for other steps. */
  public String cacheReference() {
    Matcher matcher = IMPORT.matcher(name);
    return matcher.lookingAt() ? name.substring(matcher.end()) : "";
  }

  /** Whether it is at work. */
  public boolean isRunning() {
    return started.isPresent() && completed.isEmpty();
  }

  /** How long it took, or has taken until a moment. */
  public Duration duration(Instant now) {
    if (started.isEmpty()) {
      return Duration.ZERO;
    }
    Duration taken = Duration.between(started.get(), completed.orElse(now));
    return taken.isNegative() ? Duration.ZERO : taken;
  }

  /** How long it took. */
  public Duration duration() {
    return completed.isPresent() ? duration(completed.get()) : Duration.ZERO;
  }
}
