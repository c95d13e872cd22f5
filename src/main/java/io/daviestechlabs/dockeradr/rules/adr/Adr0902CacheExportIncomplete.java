package io.daviestechlabs.dockeradr.rules.adr;

import io.daviestechlabs.dockeradr.lint.CacheEntry;
import io.daviestechlabs.dockeradr.lint.FileKind;
import io.daviestechlabs.dockeradr.lint.Fix;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.lint.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A registry cache that keeps less than it could, or as no registry wants it. */
public final class Adr0902CacheExportIncomplete implements Rule {
  private static final Meta META =
      Meta.of(Severity.WARNING, "A registry cache without all layers, an image manifest or zstd")
          .on(FileKind.WORKFLOW, FileKind.BAKE, FileKind.MAKEFILE)
          .fixed(Fix.Safety.SAFE);

  /** In the decision's order. */
  private static final List<Map.Entry<String, String>> WANTED =
      List.of(
          Map.entry("mode", "max"),
          Map.entry("image-manifest", "true"),
          Map.entry("compression", "zstd"));

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    pass.builds().stream()
        .flatMap(build -> build.exports().stream())
        .filter(entry -> entry.isKnown() && entry.type().equals("registry"))
        .forEach(entry -> check(pass, entry));
  }

  private static void check(Pass pass, CacheEntry entry) {
    Map<String, String> lacking = new LinkedHashMap<>();
    WANTED.stream()
        .filter(field -> !entry.has(field.getKey(), field.getValue()))
        .forEach(field -> lacking.put(field.getKey(), field.getValue()));
    if (lacking.isEmpty()) {
      return;
    }
    // What is set to something else was decided by somebody.
    boolean isDecided =
        lacking.keySet().stream().anyMatch(key -> entry.field(key).isPresent())
            || entry.value("oci-mediatypes").filter("false"::equals).isPresent();
    String fields =
        lacking.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining(","));
    pass.report(
        entry.typeSpan(),
        "registry cache without '" + fields + "'",
        lacking.containsKey("mode") ? "caches the last stage only" : "",
        isDecided
            ? Optional.empty()
            : entry.adding(lacking).map(edits -> Fix.safe("add " + fields, edits)));
  }
}
