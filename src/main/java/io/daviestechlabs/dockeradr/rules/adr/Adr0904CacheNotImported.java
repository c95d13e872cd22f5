package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.CacheEntry;
import io.daviestechlabs.dockeradr.lint.CachedBuild;
import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.List;

/** A cache that is written and not read, or read and not written. */
public final class Adr0904CacheNotImported implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "A cache is written and not read, or read and not written")
          .on(FileKind.WORKFLOW, FileKind.BAKE, FileKind.MAKEFILE);

  /** More caches than anybody gives to the builds of a file. */
  private static final int MOST = 200;

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    List<CachedBuild> builds = pass.builds();
    List<CacheEntry> entries = builds.stream().flatMap(b -> b.entries().stream()).toList();
    if (entries.size() > MOST || !builds.stream().allMatch(CachedBuild::isComplete)) {
      return;
    }
    boolean isInline =
        builds.stream().anyMatch(build -> build.inlineArgument().isPresent())
            || entries.stream().anyMatch(entry -> entry.type().equals("inline"));
    for (CachedBuild build : builds) {
      build.exports().stream()
          .filter(entry -> !entry.type().equals("inline") && isAlone(entry, entries))
          .forEach(entry -> report(pass, entry, "written and not read", "cache-from"));
      // Only a build that pushes is sure to be the one that should write it.
      if (build.pushes() && !isInline) {
        build.imports().stream()
            .filter(entry -> entry.type().equals("registry") && isAlone(entry, entries))
            .forEach(entry -> report(pass, entry, "read and not written", "cache-to"));
      }
    }
  }

  private static boolean isAlone(CacheEntry entry, List<CacheEntry> entries) {
    return entries.stream()
        .noneMatch(other -> other.isExport() != entry.isExport() && other.mayBeSameStore(entry));
  }

  private static void report(Pass pass, CacheEntry entry, String what, String missing) {
    pass.report(
        entry.storeSpan(),
        "cache '" + entry.store() + "' is " + what,
        "no " + missing + " for it in this file");
  }
}
