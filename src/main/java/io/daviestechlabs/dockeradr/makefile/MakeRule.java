package io.daviestechlabs.dockeradr.makefile;

import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;

/**
 * What makes some targets.
 *
 * @param targets words before the colon, as written
 * @param recipe its commands, each with its continuation lines and without {@code @} and its like
 */
public record MakeRule(List<Text> targets, List<Text> recipe) {
  /** Keeps copies. */
  public MakeRule {
    targets = List.copyOf(targets);
    recipe = List.copyOf(recipe);
  }
}
