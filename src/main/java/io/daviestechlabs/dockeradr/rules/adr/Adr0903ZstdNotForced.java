package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.CacheEntry;
import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import io.daviestechlabs.dockeradr.text.Edit;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.Optional;
import java.util.Set;

/** A cache that asks for zstd and gets gzip. */
public final class Adr0903ZstdNotForced implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "A zstd cache keeps the layers that exist as gzip")
          .on(FileKind.WORKFLOW)
          .fixed(Fix.Safety.SAFE);

  private static final String FORCED = "force-compression=true";

  /** Those that compress. */
  private static final Set<String> TYPES = Set.of("registry", "local");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    CacheEntry.in(pass.workflow().workflow())
        .filter(entry -> entry.isExport() && TYPES.contains(entry.type()))
        .filter(entry -> entry.value("compression").filter("zstd"::equals).isPresent())
        .filter(entry -> entry.value("force-compression").filter("true"::equals).isEmpty())
        .forEach(entry -> report(pass, entry));
  }

  private static void report(Pass pass, CacheEntry entry) {
    Text zstd = entry.field("compression").get();
    Optional<Text> unforced = entry.field("force-compression");
    Text place = unforced.orElse(zstd);
    Edit edit =
        unforced.isPresent()
            ? Edit.replace(place.span(), FORCED)
            : Edit.insert(place.span().end(), "," + FORCED);
    boolean isLiteral = place.span().length() == place.length();
    pass.report(
        zstd.span(),
        "'compression=zstd' without '" + FORCED + "'",
        "layers that exist as gzip stay gzip",
        isLiteral ? Optional.of(Fix.safe("add " + FORCED, edit)) : Optional.empty());
  }
}
