package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Flag;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Text;

/** The caches on a command line of buildx. */
final class CommandCaches {
  private CommandCaches() {}

  static CachedBuild build(BuildCommand command, Source source) {
    CachedBuild.Builder build = new CachedBuild.Builder();
    for (Flag flag : command.arguments().flags()) {
      flag.value().map(ShellWord::unquoted).ifPresent(value -> add(flag, value, source, build));
      if (flag.is("--push")) {
        build.pushes();
      }
    }
    boolean isUnknown =
        command.kind() == BuildCommand.Kind.BAKE
            || command.hasUnknownFlags()
            || command.arguments().has("--no-cache");
    if (isUnknown) {
      build.incomplete();
    }
    return build.build();
  }

  private static void add(Flag flag, Text value, Source source, CachedBuild.Builder build) {
    switch (flag.name()) {
      case "--cache-to" -> build.add(CacheEntry.of(true, value, source));
      case "--cache-from" -> build.add(CacheEntry.of(false, value, source));
      case "--set" -> ActionInputs.override(value, source).ifPresent(build::add);
      case "--build-arg" -> {
        if (value.is(CachedBuild.INLINE)) {
          build.inline(value.span());
        }
      }
      default -> {}
    }
  }
}
