package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.bake.BakeFile;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.workflow.Workflow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A build and the caches that it is given.
 *
 * @param entries its caches, in order
 * @param inlineArgument the build argument that puts a cache into the image, if it is there
 * @param isComplete whether these are all of its caches for sure, and it uses them
 * @param pushes whether it pushes its image for sure
 */
public record CachedBuild(
    List<CacheEntry> entries, Optional<Span> inlineArgument, boolean isComplete, boolean pushes) {
  /** What BuildKit's frontend reads to put a cache into the image. */
  static final String INLINE = "BUILDKIT_INLINE_CACHE=1";

  /** Keeps a copy. */
  public CachedBuild {
    entries = List.copyOf(entries);
  }

  static List<CachedBuild> in(Workflow workflow, List<Call> calls) {
    Stream<CachedBuild> steps =
        workflow.steps().stream()
            .flatMap(step -> ActionInputs.build(step, workflow.source()).stream());
    // an alias repeats a step, and must not repeat what is said of it
    Set<List<Span>> seen = new HashSet<>();
    return Stream.concat(steps, in(calls, workflow.source()).stream())
        .filter(build -> build.entries().isEmpty() || seen.add(build.places()))
        .sorted(Comparator.comparingInt(CachedBuild::start))
        .toList();
  }

  static List<CachedBuild> in(List<Call> calls, Source source) {
    return calls.stream()
        .flatMap(call -> BuildCommand.of(call).stream())
        .filter(BuildCommand::builds)
        .map(command -> CommandCaches.build(command, source))
        .toList();
  }

  static List<CachedBuild> in(BakeFile file, boolean isAlone) {
    return new BakeCaches(file, isAlone).builds();
  }

  private List<Span> places() {
    return entries.stream().map(CacheEntry::span).toList();
  }

  private int start() {
    return entries.isEmpty() ? 0 : entries.get(0).span().start();
  }

  /** The caches that it writes. */
  public List<CacheEntry> exports() {
    return entries.stream().filter(CacheEntry::isExport).toList();
  }

  /** The caches that it reads. */
  public List<CacheEntry> imports() {
    return entries.stream().filter(entry -> !entry.isExport()).toList();
  }

  /** Collects what a build is given. */
  static final class Builder {
    private final List<CacheEntry> entries = new ArrayList<>();
    private Optional<Span> inline = Optional.empty();
    private boolean complete = true;
    private boolean pushes;

    void add(CacheEntry entry) {
      entries.add(entry);
      complete &= entry.isKnown();
    }

    void inline(Span argument) {
      inline = Optional.of(argument);
    }

    void incomplete() {
      complete = false;
    }

    void pushes() {
      pushes = true;
    }

    CachedBuild build() {
      return new CachedBuild(entries, inline, complete, pushes);
    }
  }
}
