package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.dockerfile.Mount;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Edit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Two builds at a time would write the same lists and archives. */
public final class Adr0302AptCacheMountUnlocked implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "apt cache mount that two builds can write at the same time")
          .fixed(Fix.Safety.SAFE);

  private static final List<String> DIRECTORIES = List.of("/var/cache/apt", "/var/lib/apt");
  private static final Set<String> SAFE = Set.of("locked", "private");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.file()
        .all(Run.class)
        .flatMap(run -> run.mounts().stream())
        .filter(mount -> mount.type().equals("cache") && isAptDirectory(mount))
        .filter(mount -> mount.sharing().map(Adr0302AptCacheMountUnlocked::isOpen).orElse(true))
        .forEach(mount -> report(pass, mount));
  }

  private static boolean isAptDirectory(Mount mount) {
    return mount
        .target()
        .flatMap(Word::literal)
        .map(Object::toString)
        .filter(t -> DIRECTORIES.stream().anyMatch(d -> t.equals(d) || t.startsWith(d + "/")))
        .isPresent();
  }

  /** Whether a mode lets two builds write; what a variable holds is not known. */
  private static boolean isOpen(Word mode) {
    return mode.literal()
        .filter(m -> !SAFE.contains(m.toString().toLowerCase(Locale.ROOT)))
        .isPresent();
  }

  private static void report(Pass pass, Mount mount) {
    Optional<Word> mode = mount.sharing();
    Edit edit =
        mode.map(word -> Edit.replace(word.span(), "locked"))
            .orElseGet(() -> Edit.insert(mount.target().get().span().end(), ",sharing=locked"));
    pass.report(
        mount.span(),
        "apt cache mount on " + mount.target().get() + " without sharing=locked",
        "apt cannot share it between two builds",
        Fix.safe("lock the cache mount", edit));
  }
}
