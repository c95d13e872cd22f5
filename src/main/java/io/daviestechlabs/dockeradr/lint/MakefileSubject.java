package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.makefile.Makefile;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;

/**
 * A Makefile.
 *
 * @param makefile as parsed
 * @param besideDockerfile whether a Dockerfile is in the same directory
 * @param calls the programs that its recipes call
 * @param variables those that it exports, and those that its recipes set
 * @param builds the command lines of buildx in its recipes
 */
public record MakefileSubject(
    Makefile makefile,
    boolean besideDockerfile,
    List<Call> calls,
    List<SetVariable> variables,
    List<CachedBuild> builds)
    implements ScriptedSubject {
  /** A Makefile that was read. */
  public static MakefileSubject of(Makefile makefile, boolean besideDockerfile) {
    List<Call> calls = MakefileScript.calls(makefile).toList();
    return new MakefileSubject(
        makefile,
        besideDockerfile,
        calls,
        SetVariable.in(makefile, calls),
        CachedBuild.in(calls, makefile.source()));
  }

  @Override
  public Source source() {
    return makefile.source();
  }

  @Override
  public FileKind kind() {
    return FileKind.MAKEFILE;
  }
}
