package io.daviestechlabs.dockeradr.trace;

import io.daviestechlabs.dockeradr.buildx.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What BuildKit's name of a step says: {@code [target platform stage 2/5] RUN make}, where target,
 * platform and stage are left out if there is but one.
 *
 * @param platform that it is built for, empty if it is the only one
 * @param stage its name as BuildKit has it, {@code stage-1} for one without; empty if it is the
 *     only one
 * @param number within the stage, from 1
 * @param total of steps in the stage
 * @param text of the instruction, with variables replaced
 */
record StepName(
    Optional<String> platform, Optional<String> stage, int number, int total, String text) {
  private static final Pattern NAME =
      Pattern.compile("\\[([^\\]]*?) *(\\d{1,6})/(\\d{1,6})\\] (.*)", Pattern.DOTALL);

  /**
   * Reads a step's name.
   *
   * @param id of the image among several, which stands before the rest; empty for one alone
   * @return empty for what is no instruction
   */
  static Optional<StepName> of(Step step, String id) {
    Matcher matcher = NAME.matcher(step.name());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (String word : matcher.group(1).split(" +")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    if (!id.isEmpty() && !words.isEmpty() && words.get(0).equals(id)) {
      words.remove(0);
    }
    String platform = platform(words);
    words.remove(platform);
    return Optional.of(
        new StepName(
            Optional.ofNullable(platform),
            words.isEmpty() ? Optional.empty() : Optional.of(words.get(words.size() - 1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)),
            matcher.group(4)));
  }

  /** The one of the words that is a platform; null if none is. */
  private static String platform(List<String> words) {
    for (String word : words) {
      if (word.indexOf('/') > 0) {
        return word;
      }
    }
    return null;
  }

  /** What a record calls it: the same in each build of the same file. */
  String key() {
    String before = platform.isPresent() ? platform.get() + " " : "";
    return before + stage.orElse("") + " " + number;
  }
}
