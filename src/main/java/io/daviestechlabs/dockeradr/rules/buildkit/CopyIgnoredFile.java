package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.GoQuote;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.lint.BuildStep;
import io.daviestechlabs.dockeradr.lint.ContextSource;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import java.util.Optional;

/** A source that is not sent. */
public final class CopyIgnoredFile implements Rule {
  private static final Meta META =
      Meta.buildkit("Attempting to Copy file that is excluded by .dockerignore").sameAs("ADR1003");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    if (!pass.surroundings().ignoreFileWritten()) {
      pass.surroundings()
          .ignoreFile()
          .filter(file -> !file.patterns().isEmpty() && !file.hasExceptions())
          .ifPresent(file -> pass.facts().steps().forEach(step -> check(pass, step, file)));
    }
  }

  private static void check(Pass pass, BuildStep step, IgnoreFile file) {
    if (!(step.instruction() instanceof Transfer transfer) || transfer.flag("from").isPresent()) {
      return;
    }
    for (Word source : transfer.sources()) {
      step.value(source)
          .filter(path -> !ContextSource.isRemote(source, transfer))
          .flatMap(file::excluded)
          .ifPresent(path -> report(pass, step, source, path));
    }
  }

  private static void report(Pass pass, BuildStep step, Word source, String path) {
    pass.report(
        step.instruction(),
        step.spanOf(source),
        "Attempting to "
            + (step.instruction() instanceof Copy ? "Copy" : "Add")
            + " file "
            + GoQuote.quote(path)
            + " that is excluded by .dockerignore",
        "not in the build context",
        Optional.empty());
  }
}
