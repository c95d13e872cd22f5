package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.CacheEntry;
import io.daviestechlabs.dockeradr.lint.CachedBuild;
import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Span;

/** A cache within the image, which has the layers of the last stage only. */
public final class Adr0905CacheModeMin implements Rule {
  private static final Meta META =
      Meta.of(Severity.INFO, "A cache within the image where the registry could hold a whole one")
          .on(FileKind.WORKFLOW, FileKind.BAKE, FileKind.MAKEFILE);

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (CachedBuild build : pass.builds()) {
      boolean hasOther = build.exports().stream().anyMatch(entry -> !isInline(entry));
      if (!hasOther) {
        build.exports().forEach(entry -> report(pass, entry.typeSpan(), "type=inline"));
        build.inlineArgument().ifPresent(span -> report(pass, span, "BUILDKIT_INLINE_CACHE=1"));
      }
    }
  }

  private static boolean isInline(CacheEntry entry) {
    return entry.type().equals("inline");
  }

  private static void report(Pass pass, Span span, String spelling) {
    pass.report(
        span,
        "'" + spelling + "' caches the layers of the last stage only",
        "type=registry with mode=max caches all");
  }
}
