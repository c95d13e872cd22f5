package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.tools.Download;
import io.daviestechlabs.dockeradr.tools.LeftCache;
import io.daviestechlabs.dockeradr.tools.MountPoints;
import io.daviestechlabs.dockeradr.tools.PackageTool;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a RUN leaves behind is shipped, and no later RUN takes it out. */
public final class Adr0807FinalStageUnpruned implements Rule {
  private static final Meta META =
      Meta.of(Severity.INFO, "archive or package cache left in a layer of the image");

  private static final int MOST_ARCHIVES = 50;

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (RunFacts run : pass.facts().runs()) {
      if (pass.facts().shipped().contains(run.stage())) {
        archives(pass, run);
        caches(pass, run);
      }
    }
  }

  private static void archives(Pass pass, RunFacts run) {
    Set<String> unpacked =
        run.calls().stream()
            .flatMap(call -> Download.unpackedBy(call).stream())
            .collect(Collectors.toSet());
    List<Download> left =
        run.calls().stream()
            .flatMap(call -> Download.of(call).stream())
            .filter(file -> unpacked.contains(file.path()))
            .limit(MOST_ARCHIVES)
            .filter(file -> !isGone(file, run))
            .toList();
    for (Download file : left) {
      pass.report(
          file.call().span(),
          "'" + file.path() + "' is unpacked, and left in the layer",
          "delete it in the same RUN");
    }
  }

  private static boolean isGone(Download file, RunFacts run) {
    Optional<String> path = run.path(file.call(), file.path());
    MountPoints mounts = MountPoints.of(run.run(), run.variables(file.call()), run.directory());
    return run.calls().stream().anyMatch(file::mayBeDeletedBy)
        || path.filter(mounts::mayHold).isPresent();
  }

  private static void caches(Pass pass, RunFacts run) {
    Set<PackageTool> reported = EnumSet.noneOf(PackageTool.class);
    for (Call call : run.calls()) {
      if (PackageTool.of(call).filter(kind -> !reported.contains(kind)).isEmpty()) {
        continue;
      }
      LeftCache.of(call, run.calls(), run.run(), run.variables(call), run.directory())
          .filter(left -> reported.add(left.kind()))
          .ifPresent(
              left ->
                  pass.report(
                      left.tool().head(),
                      "'" + left.tool().title() + "' leaves its cache in the layer",
                      "mount it, or empty it in the same RUN"));
    }
  }
}
