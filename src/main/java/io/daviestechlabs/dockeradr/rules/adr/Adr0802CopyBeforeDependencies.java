package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Mount;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.tools.DependencyInstall;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A layer is built again when anything above it changes, and source changes every day. */
public final class Adr0802CopyBeforeDependencies implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "whole source copied before its dependencies are installed");

  private static final Set<String> WHOLE = Set.of(".", "./", "*", "./*", "/");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    Set<Stage> reported = new HashSet<>();
    for (RunFacts run : pass.facts().runs()) {
      if (!reported.contains(run.stage()) && !bindsSource(run.run())) {
        List<Transfer> before = transfersBefore(run);
        Optional<Transfer> whole = before.stream().filter(t -> isWhole(t)).findFirst();
        Optional<DependencyInstall> install =
            run.calls().stream()
                .flatMap(call -> DependencyInstall.of(call).stream())
                .filter(i -> !isTaken(i, before))
                .findFirst();
        if (whole.isPresent() && install.isPresent() && isIn(install.get(), whole.get())) {
          reported.add(run.stage());
          report(pass, whole.get(), install.get());
        }
      }
    }
  }

  private static void report(Pass pass, Transfer whole, DependencyInstall install) {
    pass.report(
        whole.span(),
        "whole source copied before '" + install.tool().title() + "'",
        "any edit installs everything again: copy "
            + install.names().collect(Collectors.joining(" and "))
            + " first");
  }

  private static List<Transfer> transfersBefore(RunFacts run) {
    return run.stage().instructions().stream()
        .takeWhile(i -> i.span().start() < run.run().span().start())
        .filter(Transfer.class::isInstance)
        .map(Transfer.class::cast)
        .toList();
  }

  private static boolean isWhole(Transfer transfer) {
    boolean fromContext = !(transfer instanceof Copy copy) || copy.from().isEmpty();
    return fromContext && transfer.sources().stream().anyMatch(s -> WHOLE.contains(s.toString()));
  }

  /** Whether the manifests have a COPY of their own, or come from another stage. */
  private static boolean isTaken(DependencyInstall install, List<Transfer> transfers) {
    return transfers.stream()
        .flatMap(t -> t.sources().stream())
        .anyMatch(source -> install.isTakenBy(source.toString()));
  }

  /** Whether the manifest may be in the copy: not where its path says that it lies elsewhere. */
  private static boolean isIn(DependencyInstall install, Transfer whole) {
    String target = whole.target().toString();
    return install
        .absoluteManifest()
        .map(word -> !target.startsWith("/") || word.literalPrefix().startsWith(target))
        .orElse(true);
  }

  private static boolean bindsSource(Run run) {
    return run.mounts().stream().map(Mount::type).anyMatch("bind"::equals);
  }
}
