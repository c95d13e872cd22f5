package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.bake.BakeFile;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Source;
import java.util.List;

/**
 * A bake file.
 *
 * @param file as parsed
 * @param builds its targets
 */
public record BakeSubject(BakeFile file, List<CachedBuild> builds) implements ScriptedSubject {
  /**
   * A bake file that was read.
   *
   * @param isAlone whether buildx reads no other one beside it, which may add to its targets
   */
  public static BakeSubject of(BakeFile file, boolean isAlone) {
    return new BakeSubject(file, CachedBuild.in(file, isAlone));
  }

  @Override
  public List<Call> calls() {
    return List.of();
  }

  @Override
  public List<SetVariable> variables() {
    return List.of();
  }

  @Override
  public Source source() {
    return file.source();
  }

  @Override
  public FileKind kind() {
    return FileKind.BAKE;
  }
}
