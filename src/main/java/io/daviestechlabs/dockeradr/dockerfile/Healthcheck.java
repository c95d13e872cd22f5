package io.daviestechlabs.dockeradr.dockerfile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * {@code HEALTHCHECK [--flag...] CMD command} or {@code HEALTHCHECK NONE}.
 *
 * @param raw as parsed
 * @param command what is run; absent for {@code NONE}
 */
public record Healthcheck(Raw raw, Optional<CommandLine> command) implements Instruction {
  /** Whether it switches off the check of the base image. */
  public boolean isNone() {
    return command.isEmpty();
  }

  /** Time between two checks; absent if it is not given or no time. */
  public Optional<Duration> interval() {
    return time("interval");
  }

  /** Time after which a check has failed. */
  public Optional<Duration> timeout() {
    return time("timeout");
  }

  /** Time during which failures do not count. */
  public Optional<Duration> startPeriod() {
    return time("start-period");
  }

  /** Time between two checks during the start period. */
  public Optional<Duration> startInterval() {
    return time("start-interval");
  }

  /** Failures in a row that make a container unhealthy. */
  public Optional<Integer> retries() {
    return flagValue("retries").flatMap(v -> number(v.text().toString()));
  }

  private Optional<Duration> time(String flag) {
    return flagValue(flag).flatMap(v -> GoDuration.parse(v.text().toString()).value());
  }

  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public List<CommandLine> operands() {
    return command.map(List::of).orElse(List.of());
  }
}
