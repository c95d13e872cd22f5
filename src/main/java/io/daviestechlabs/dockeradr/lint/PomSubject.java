package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Source;
import java.util.Set;

/**
 * A POM from which a build of the project takes labels.
 *
 * @param source the file of the module
 * @param unset keys of labels for which the effective POM has no value
 */
public record PomSubject(Source source, Set<String> unset) implements Subject {
  @Override
  public FileKind kind() {
    return FileKind.POM;
  }
}
