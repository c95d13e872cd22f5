package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.ignore.CopySources;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.ignore.IgnorePattern;
import io.daviestechlabs.dockeradr.lint.ContextSource;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The build fails: what is copied is not sent. */
public final class Adr1003CopyOfIgnoredFile implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "COPY or ADD names what the .dockerignore excludes");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    if (!pass.surroundings().ignoreFileWritten()) {
      pass.surroundings().ignoreFile().ifPresent(file -> check(pass, file));
    }
  }

  private static void check(Pass pass, IgnoreFile file) {
    Map<String, Optional<IgnorePattern>> excluding = new HashMap<>();
    for (ContextSource source : pass.facts().sources()) {
      boolean copied = source.instruction() instanceof Transfer && source.isKnown();
      if (copied && pass.facts().needed().contains(source.stage())) {
        excluding
            .computeIfAbsent(source.path(), path -> CopySources.unreachable(path, file))
            .ifPresent(pattern -> report(pass, source, file, pattern));
      }
    }
  }

  private static void report(
      Pass pass, ContextSource source, IgnoreFile file, IgnorePattern pattern) {
    pass.report(
        source.word().span(),
        "'"
            + source.path()
            + "' is excluded by '"
            + pattern.text()
            + "' in "
            + file.source().name()
            + ":"
            + pattern.line(),
        "not in the build context");
  }
}
