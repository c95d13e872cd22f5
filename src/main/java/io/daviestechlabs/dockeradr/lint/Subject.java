package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.SecretShape;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.List;

/** A file that is linted, read once and shared by all rules of its kind. */
public sealed interface Subject
    permits DockerfileSubject, ScriptedSubject, PomSubject, ImageSubject {
  /** The file. */
  Source source();

  /** Which rules read it. */
  FileKind kind();

  /** What no report may show of some whole lines. */
  default List<Span> hidden(Span lines) {
    return SecretShape.in(source(), lines);
  }
}
