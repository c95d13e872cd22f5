package io.daviestechlabs.dockeradr.shell;

import java.util.Set;

/**
 * How a program reads its flags.
 *
 * @param valued flags that take a value
 * @param bundles whether {@code -ab} is {@code -a -b}; otherwise it is one flag, as {@code -nsu}
 */
public record FlagSyntax(Set<String> valued, boolean bundles) {
  /** Of programs whose flags take no values, or none that matter. */
  static final FlagSyntax PLAIN = bundling();

  /** Of programs where {@code -ab} is {@code -a -b}. */
  public static FlagSyntax bundling(String... valued) {
    return new FlagSyntax(Set.of(valued), true);
  }

  /** Of programs where a flag with one dash may have a long name. */
  public static FlagSyntax whole(String... valued) {
    return new FlagSyntax(Set.of(valued), false);
  }

  /** Whether a flag takes a value. */
  boolean takesValue(String flag) {
    return valued.contains(flag);
  }
}
