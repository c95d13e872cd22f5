package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.CacheEntry;
import io.daviestechlabs.dockeradr.lint.CachedBuild;
import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.WorkflowSubject;

/** A cache that only GitHub has. */
public final class Adr0901GhaCache implements Rule {
  private static final Meta META =
      Meta.of(Severity.ERROR, "A build cache that works on GitHub Actions only")
          .on(FileKind.WORKFLOW, FileKind.BAKE, FileKind.MAKEFILE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    boolean isElsewhere = pass.subject() instanceof WorkflowSubject w && !w.isOnGitHub();
    for (CachedBuild build : pass.builds()) {
      for (CacheEntry entry : build.entries()) {
        if (entry.type().equals("gha") && isElsewhere) {
          pass.report(
              entry.typeSpan(),
              "'type=gha' does nothing outside of GitHub Actions",
              "cache in the registry: type=registry");
        } else if (entry.type().equals("gha")) {
          pass.asWarning()
              .report(
                  entry.typeSpan(),
                  "'type=gha' works on GitHub Actions only",
                  "cache in the registry: type=registry");
        }
      }
    }
  }
}
