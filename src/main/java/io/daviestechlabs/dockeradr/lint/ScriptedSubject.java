package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Call;
import java.util.List;

/** A file that says which images are built, and how. */
public sealed interface ScriptedSubject extends Subject
    permits WorkflowSubject, BakeSubject, MakefileSubject {
  /** Its builds with their caches, in order. */
  List<CachedBuild> builds();

  /** The programs that its scripts call, in order; none where it has no scripts. */
  List<Call> calls();

  /** The variables that it sets for programs, in order; none where it has no scripts. */
  List<SetVariable> variables();
}
