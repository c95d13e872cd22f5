package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Problem;
import java.util.List;

/**
 * Where a build that fails ends BuildKit's checks.
 *
 * @param phase the phase of {@code rules.json} in which it fails; the ones before it are complete
 * @param line the first line that it names; 0 if it names none
 */
record BuildkitEnd(int phase, int line) {
  private static final int PARSE = 0;
  private static final int READ = 1;
  private static final int STAGES = 3;
  private static final int DISPATCH = 4;
  private static final int NEVER = 9;

  static BuildkitEnd of(JsonNode error, Dockerfile file) {
    boolean isText = error.isTextual();
    String message = isText ? error.textValue() : error.get("message").textValue();
    JsonNode ranges = error.path("ranges");
    int line = ranges.isEmpty() ? line(message) : ranges.get(0).get(0).intValue();
    return new BuildkitEnd(phase(message, line, file), line);
  }

  /** The line that some messages name. */
  private static int line(String message) {
    String text = message.replaceFirst("^dockerfile parse error on line (\\d+):[\\s\\S]*", "$1");
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }

  private static int phase(String message, int line, Dockerfile file) {
    if (message.startsWith("lint violation found")) {
      return NEVER;
    }
    boolean isParsed = file.problems().stream().noneMatch(p -> p.phase() == Problem.Phase.PARSE);
    if (!isParsed
        || message.startsWith("failed to parse check options")
        || message.equals("the Dockerfile cannot be empty")) {
      return PARSE;
    }
    if (!file.problems().isEmpty()) {
      return READ;
    }
    boolean inFrom = file.stages().stream().anyMatch(s -> s.from().startLine() == line);
    boolean isGlobal = file.globalArgs().stream().anyMatch(a -> a.startLine() == line);
    boolean ofStages =
        List.of(
                "circular dependency",
                "cannot copy from stage",
                "invalid stage index",
                "variable expansion is not supported for --from",
                "dockerfile contains no stages")
            .stream()
            .anyMatch(message::startsWith);
    if (ofStages) {
      return DISPATCH;
    }
    return inFrom || isGlobal ? STAGES : DISPATCH;
  }

  /**
   * Whether a warning came before the end.
   *
   * @param when its phase
   * @param at its line
   * @param isTold whether BuildKit has it: what an instruction that fails says before it does so is
   *     known from BuildKit only
   */
  boolean isReached(int when, int at, boolean isTold) {
    if (phase == PARSE) {
      return false;
    }
    if (when != phase) {
      return when < phase;
    }
    return at == line || line == 0 ? isTold : at < line;
  }
}
