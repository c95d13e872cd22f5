package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.lint.CopyPlace;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.RunFacts;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.lint.StageNotes;
import io.daviestechlabs.dockeradr.tools.DependencyInstall;
import io.daviestechlabs.dockeradr.tools.Paths;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A layer is built again when anything above it changes, and source changes every day. */
public final class Adr0802CopyBeforeDependencies implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "whole source copied before its dependencies are installed");

  /** More than anybody has. */
  private static final int MOST_MANIFESTS = 100;

  private static final Set<String> WHOLE = Set.of(".", "./", "*", "./*", "/");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    StageNotes<Set<String>> installed = new StageNotes<>(pass.facts().stages());
    Set<Stage> reported = new HashSet<>();
    for (RunFacts run : pass.facts().runs()) {
      List<DependencyInstall> installs =
          run.calls().stream().flatMap(call -> DependencyInstall.of(call).stream()).toList();
      if (!installs.isEmpty() && !reported.contains(run.stage())) {
        Set<String> earlier = installed.of(run.stage()).orElse(Set.of());
        if (check(pass, run, installs, earlier)) {
          reported.add(run.stage());
        }
        if (earlier.size() < MOST_MANIFESTS) {
          Set<String> names = new HashSet<>(earlier);
          installs.forEach(install -> names.add(install.manifest()));
          installed.put(run.stage(), names);
        }
      }
    }
  }

  /** Looks at the first RUN that installs from a manifest; what a second one adds is little. */
  private static boolean check(
      Pass pass, RunFacts run, List<DependencyInstall> installs, Set<String> earlier) {
    List<Transfer> wholes = wholesBefore(run);
    for (DependencyInstall install : installs) {
      Optional<Transfer> whole =
          wholes.stream().filter(t -> mayHold(pass, run, t, install)).findFirst();
      if (whole.isPresent() && !earlier.contains(install.manifest())) {
        report(pass, run, whole.get(), install);
        return true;
      }
    }
    return false;
  }

  private static void report(Pass pass, RunFacts run, Transfer whole, DependencyInstall install) {
    String remedy =
        isMounted(install, run.run())
            ? "copy it behind"
            : "copy " + install.names().collect(Collectors.joining(" and ")) + " first";
    pass.report(
        whole.span(),
        "whole source copied before '" + install.tool().title() + "'",
        "any edit installs everything again: " + remedy);
  }

  private static List<Transfer> wholesBefore(RunFacts run) {
    return run.stage().instructions().stream()
        .takeWhile(i -> i.span().start() < run.run().span().start())
        .filter(Transfer.class::isInstance)
        .map(Transfer.class::cast)
        .filter(Adr0802CopyBeforeDependencies::isWhole)
        .toList();
  }

  private static boolean isWhole(Transfer transfer) {
    boolean fromContext = !(transfer instanceof Copy copy) || copy.from().isEmpty();
    return fromContext && transfer.sources().stream().anyMatch(s -> WHOLE.contains(s.toString()));
  }

  /** Whether the manifest may be in the copy: not where it lies elsewhere, or is cloned. */
  private static boolean mayHold(
      Pass pass, RunFacts run, Transfer whole, DependencyInstall install) {
    Optional<String> target =
        CopyPlace.of(pass.facts().stages(), run.stage(), whole).map(CopyPlace::path);
    Optional<String> directory =
        install.absoluteManifest().or(() -> run.directory(install.tool().call()));
    return run.calls().stream().noneMatch(DependencyInstall::clones)
        && (target.isEmpty()
            || directory.isEmpty()
            || directory.filter(d -> Paths.isBelow(d, target.get())).isPresent());
  }

  private static boolean isMounted(DependencyInstall install, Run run) {
    return run.mounts().stream()
        .filter(mount -> mount.type().equals("bind"))
        .flatMap(mount -> mount.source().stream())
        .anyMatch(source -> install.isTakenBy(source.toString()));
  }
}
