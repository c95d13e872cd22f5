package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.BuildImage;
import io.daviestechlabs.dockeradr.lint.ImageKind;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.tools.BuildPackages;
import io.daviestechlabs.dockeradr.tools.PackageRequest;
import java.util.List;
import java.util.stream.Collectors;

/** What builds the application need not be shipped with it. */
public final class Adr0803BuildToolsInFinalStage implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "compilers and build tools in the image that is built");

  private static final int MOST_NAMES = 3;

  /** An image with more of them is meant to build with. */
  private static final int MOST_PACKAGES = 15;

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    ImageKind kind = pass.surroundings().kind();
    boolean runs = kind == ImageKind.SERVICE || kind == ImageKind.JOB;
    if (!runs || !BuildImage.startsApplication(pass.facts())) {
      return;
    }
    BuildImage.of(pass.facts())
        .ifPresent(
            base ->
                pass.report(
                    base.word().span(),
                    "'" + base.word() + "' ships " + base.what(),
                    base.instead()));
    List<List<PackageRequest>> left =
        pass.facts().runs().stream()
            .filter(run -> pass.facts().shipped().contains(run.stage()))
            .map(Adr0803BuildToolsInFinalStage::left)
            .filter(found -> !found.isEmpty())
            .toList();
    if (!left.isEmpty() && !BuildImage.mayCompileLater(pass.facts())) {
      left.forEach(found -> report(pass, found));
    }
  }

  /** The build tools that a RUN leaves in its layer. */
  private static List<PackageRequest> left(RunFacts run) {
    List<PackageRequest> found = BuildPackages.in(run.calls());
    return found.size() > MOST_PACKAGES || run.calls().stream().anyMatch(BuildPackages::mayRemove)
        ? List.of()
        : found;
  }

  private static void report(Pass pass, List<PackageRequest> found) {
    String names =
        found.stream()
            .map(PackageRequest::name)
            .distinct()
            .limit(MOST_NAMES)
            .collect(Collectors.joining("', '", "'", "'"));
    long more = found.stream().map(PackageRequest::name).distinct().count() - MOST_NAMES;
    pass.report(
        found.get(0).span(),
        names + (more > 0 ? " and " + more + " more" : "") + " in the stage that is shipped",
        "build in a stage of its own, and copy the result");
  }
}
