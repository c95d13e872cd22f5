package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.bake.BakeFile;
import io.daviestechlabs.dockeradr.bake.Target;
import io.daviestechlabs.dockeradr.bake.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The caches of the targets in a bake file. */
final class BakeCaches {
  private final BakeFile file;
  private final boolean isOnlyFile;
  private final Set<String> inherited = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  BakeCaches(BakeFile file, boolean isOnlyFile) {
    this.file = file;
    this.isOnlyFile = isOnlyFile;
    for (Target target : file.targets()) {
      counts.merge(target.name().toString(), 1, Integer::sum);
      scalars(target.get("inherits")).forEach(parent -> inherited.add(parent.text().toString()));
    }
  }

  List<CachedBuild> builds() {
    return file.targets().stream().map(this::build).toList();
  }

  private CachedBuild build(Target target) {
    CachedBuild.Builder build = new CachedBuild.Builder();
    add(target.get("cache-from"), false, build);
    add(target.get("cache-to"), true, build);
    if (!isAlone(target) || target.get("no-cache").isPresent()) {
      build.incomplete();
    }
    if (target.get("args").orElse(null) instanceof Value.Mapping args) {
      args.get("BUILDKIT_INLINE_CACHE")
          .filter(value -> value instanceof Value.Scalar one && one.text().is("1"))
          .ifPresent(value -> build.inline(value.span()));
    }
    return build.build();
  }

  /** Whether nothing else adds to it, or takes from it. */
  private boolean isAlone(Target target) {
    String name = target.name().toString();
    return isOnlyFile
        && target.get("inherits").isEmpty()
        && !inherited.contains(name)
        && counts.get(name) == 1;
  }

  private void add(Optional<Value> attribute, boolean isExport, CachedBuild.Builder build) {
    for (Value element : elements(attribute)) {
      Optional<CacheEntry> entry = Optional.empty();
      if (element instanceof Value.Scalar scalar) {
        entry = Optional.of(CacheEntry.of(isExport, scalar.text(), file.source()));
      } else if (element instanceof Value.Mapping object) {
        entry = CacheEntry.of(isExport, object, file.source());
      } else if (element instanceof Value.Computed computed) {
        computed.parts().stream()
            .filter(part -> part.text().toString().startsWith("type="))
            .forEach(part -> build.add(CacheEntry.of(isExport, part.text(), file.source())));
      }
      entry.ifPresentOrElse(build::add, build::incomplete);
    }
  }

  private static List<Value> elements(Optional<Value> attribute) {
    return attribute
        .map(value -> value instanceof Value.Sequence list ? list.elements() : List.of(value))
        .orElse(List.of());
  }

  private static List<Value.Scalar> scalars(Optional<Value> attribute) {
    return elements(attribute).stream()
        .filter(Value.Scalar.class::isInstance)
        .map(Value.Scalar.class::cast)
        .toList();
  }
}
