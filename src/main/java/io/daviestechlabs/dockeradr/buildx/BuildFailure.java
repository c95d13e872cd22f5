package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a build failed, in words for the person who started it.
 *
 * @param kind what sort of fault it is
 * @param what one sentence that names the fault
 * @param remedy one sentence that says what to do
 * @param step the step that failed, empty where none had begun
 * @param place the line of the Dockerfile that it comes from
 * @param passing whether it may be gone when one tries again
 */
public record BuildFailure(
    Kind kind,
    String what,
    String remedy,
    Optional<Step> step,
    Optional<Place> place,
    boolean passing) {
  private static final Pattern PLACE = Pattern.compile("(.{1,300}):(\\d{1,9})");
  private static final Pattern MARKED = Pattern.compile("\\s*\\d+ \\| >>> ?(.*)");
  private static final Pattern PREAMBLE =
      Pattern.compile(
          "(?:(?:ERROR|error): |target [\\w-]{1,64}: |failed to build: |failed to solve: )+");

  /** What sort of fault it is. */
  public enum Kind {
    /** A command of a RUN said that it failed. */
    COMMAND,
    /** The image of the syntax line cannot be had. */
    SYNTAX_IMAGE,
    /** The image of a FROM or of a COPY cannot be had. */
    BASE_IMAGE,
    /** A registry cannot be reached. */
    REGISTRY,
    /** A registry does not accept the image. */
    PUSH,
    /** The engine or the registry does not take the cache. */
    CACHE,
    /** The engine's builder cannot do what is asked for. */
    BUILDER,
    /** The daemon, or the docker command, is not to be had. */
    ENGINE,
    /** The Dockerfile is not there or is none. */
    DOCKERFILE,
    /** The context, or a file that is copied from it, is not there. */
    CONTEXT,
    /** A secret that a RUN wants was not given. */
    SECRET,
    /** No room is left. */
    DISK,
    /** Somebody stopped the build. */
    CANCELLED,
    /** None of the above. */
    OTHER
  }

  /**
   * A line of the Dockerfile.
   *
   * @param file its name
   * @param line its number, from 1
   * @param text of the line
   */
  public record Place(String file, int line, String text) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /**
   * Explains what a build wrote before it failed.
   *
   * @param steps its steps
   * @param text its lines that were no progress
   */
  public static BuildFailure of(List<Step> steps, List<String> text) {
    Optional<Step> failed =
        steps.stream()
            .filter(step -> step.error().isPresent() && !step.isCacheImport())
            .filter(step -> !step.error().get().contains("context canceled"))
            .findFirst();
    Optional<Place> place = place(text);
    BuildFailure failure = FailureTable.explain(message(text, failed), failed, place);
    for (int i = text.size() - 1; i >= 0 && failure.kind() == Kind.OTHER; i--) {
      failure = FailureTable.explain(text.get(i), failed, place).or(failure);
    }
    return failure;
  }

  /**
   * Explains the same of a command that may have ended before it wrote anything, as one does that
   * somebody killed.
   *
   * @param exitCode of the command
   */
  public static BuildFailure of(List<Step> steps, List<String> text, int exitCode) {
    boolean silent =
        text.stream().allMatch(String::isBlank)
            && steps.stream().allMatch(s -> s.error().isEmpty());
    return silent ? FailureTable.silent(exitCode) : of(steps, text);
  }

  /** The exception that ends a goal. */
  public UserError error() {
    return new UserError(what, remedy);
  }

  /** What the failed step wrote last, for showing before the error. */
  public List<String> output() {
    return step.map(Step::output).orElse(List.of());
  }

  private BuildFailure or(BuildFailure other) {
    return kind == Kind.OTHER ? other : this;
  }

  private static String message(List<String> text, Optional<Step> failed) {
    for (int i = text.size() - 1; i >= 0; i--) {
      Matcher preamble = PREAMBLE.matcher(text.get(i));
      if (preamble.lookingAt()) {
        return text.get(i).substring(preamble.end());
      }
    }
    return failed
        .flatMap(Step::error)
        .or(() -> text.stream().filter(line -> !line.isBlank()).reduce((one, two) -> two))
        .orElse("buildx failed without a word");
  }

  /** BuildKit shows the lines around the fault, and marks those that it means. */
  private static Optional<Place> place(List<String> text) {
    for (int i = 0; i + 1 < text.size(); i++) {
      Matcher head = PLACE.matcher(text.get(i));
      if (head.matches() && text.get(i + 1).startsWith("-----")) {
        for (String line : text.subList(i + 2, text.size())) {
          Matcher marked = MARKED.matcher(line);
          if (marked.matches()) {
            String words = marked.group(1).strip().replaceFirst("\\s*\\\\$", " …");
            return Optional.of(new Place(head.group(1), Integer.parseInt(head.group(2)), words));
          }
        }
      }
    }
    return Optional.empty();
  }
}
