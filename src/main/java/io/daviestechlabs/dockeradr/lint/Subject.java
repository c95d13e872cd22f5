package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Source;

/** A file that is linted, read once and shared by all rules of its kind. */
public sealed interface Subject permits DockerfileSubject, ScriptedSubject, PomSubject {
  /** The file. */
  Source source();

  /** Which rules read it. */
  FileKind kind();
}
