package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.CacheEntry;
import io.daviestechlabs.dockeradr.lint.CacheField;
import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Edit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A cache that asks for zstd and gets gzip. */
public final class Adr0903ZstdNotForced implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "A zstd cache keeps the layers that exist as gzip")
          .on(FileKind.WORKFLOW, FileKind.BAKE, FileKind.MAKEFILE)
          .fixed(Fix.Safety.SAFE);

  private static final String KEY = "force-compression";
  private static final String FORCED = KEY + "=true";

  /** Those that compress. */
  private static final Set<String> TYPES = Set.of("registry", "local");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.builds().stream()
        .flatMap(build -> build.exports().stream())
        .filter(entry -> TYPES.contains(entry.type()))
        .filter(entry -> entry.value("compression").filter("zstd"::equals).isPresent())
        .filter(entry -> entry.value(KEY).filter("true"::equals).isEmpty())
        .forEach(entry -> report(pass, entry));
  }

  private static void report(Pass pass, CacheEntry entry) {
    Optional<List<Edit>> edits =
        entry
            .field(KEY)
            .map(Adr0903ZstdNotForced::forced)
            .orElseGet(() -> entry.adding(Map.of(KEY, "true")));
    pass.report(
        entry.field("compression").get().whole().span(),
        "'compression=zstd' without '" + FORCED + "'",
        "layers that exist as gzip stay gzip",
        edits.map(all -> Fix.safe("add " + FORCED, all)));
  }

  private static Optional<List<Edit>> forced(CacheField field) {
    return field.value().is("false")
        ? Optional.of(List.of(Edit.replace(field.value().span(), "true")))
        : Optional.empty();
  }
}
