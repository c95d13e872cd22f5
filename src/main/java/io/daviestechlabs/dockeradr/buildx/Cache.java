package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cache that builds of different machines share.
 *
 * <p>Two builds that write one place undo each other, and both call it a success. So the place has
 * the image's repository in its name, and target, platforms and branch where they are not the usual
 * ones.
 *
 * @param mode whether layers are read and written
 * @param store what keeps them
 * @param from further references to read, in order
 * @param branches whose caches are written and read
 * @param record the directory that remembers from build to build what images were made of; empty
 *     for the one that has what was built
 */
public record Cache(
    Mode mode, CacheStore store, List<String> from, Branches branches, Optional<Path> record) {
  /** Whether layers are read and written. */
  public enum Mode {
    /**
     * Both where the image's name has a registry and the engine can write, else neither; pull
     * requests only read.
     */
    AUTO,
    /** As auto, but an engine that cannot write, or an image without a registry, is an error. */
    REQUIRED,
    /** Both, in builds of pull requests too: whoever proposes code then writes the cache. */
    WRITE,
    /** Read, never written: for builds of code that is not trusted yet. */
    READ,
    /** Neither. */
    OFF;

    /**
     * @param text one of the names above, in any case
     */
    public static Mode of(String text) {
      for (Mode mode : values()) {
        if (mode.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
          return mode;
        }
      }
      throw new UserError(
          "<cache><mode> is '" + text + "'", "Write auto, required, write, read or off.");
    }
  }

  /** The cache of the main branch, on where there is a registry. */
  public static final Cache AUTOMATIC =
      new Cache(Mode.AUTO, CacheStore.Registry.OWN, List.of(), Branches.MAIN, Optional.empty());

  private static final String STEM = "buildcache";

  public Cache {
    from = List.copyOf(from);
    for (String reference : from) {
      ImageName.of("<cache><from>", reference);
    }
  }

  /** The same cache in another mode. */
  public Cache withMode(Mode other) {
    return new Cache(other, store, from, branches, record);
  }

  /** The same cache, kept by something else. */
  public Cache withStore(CacheStore other) {
    return new Cache(mode, other, from, branches, record);
  }

  /** The same cache of other branches. */
  public Cache withBranches(Branches other) {
    return new Cache(mode, store, from, other, record);
  }

  /**
   * Refuses what cannot work where the build runs.
   *
   * @param environment the variables that buildx sees
   */
  public void check(Map<String, String> environment) {
    if (mode != Mode.OFF) {
      store.check(environment);
    }
  }

  /** Why it is read but not written, where it would be for a branch; empty otherwise. */
  public Optional<String> whyNotWritten() {
    return mode == Mode.AUTO || mode == Mode.REQUIRED ? branches.proposal() : Optional.empty();
  }

  /** The place that a build writes, if it writes one. */
  public Optional<CachePlace> written(BuildRequest request) {
    boolean inline = store instanceof CacheStore.Inline;
    if (mode == Mode.OFF
        || mode == Mode.READ
        || whyNotWritten().isPresent()
        || inline && !request.delivery().push() && !request.delivery().held()) {
      return Optional.empty();
    }
    Optional<CachePlace> own = own(request);
    if (own.isEmpty() && mode == Mode.REQUIRED) {
      throw new UserError(
          "A cache is required, but '" + request.image() + "' names no registry to keep it in",
          "Put the registry before the image's name, or set <cache><ref>.");
    }
    if (own.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        inline
            ? CachePlace.of(own.get().name(), store.type(), Map.of())
            : writing(own.get()).with(store.writing()));
  }

  /** The places that a build reads, the most specific one first. */
  public List<CachePlace> read(BuildRequest request) {
    if (mode == Mode.OFF) {
      return List.of();
    }
    Set<CachePlace> places = new LinkedHashSet<>();
    if (whyNotWritten().isEmpty()) {
      add(places, own(request));
    }
    for (String branch : branches.others()) {
      add(places, store.place(request.image(), tag(request, Optional.of(branch))));
    }
    add(places, store.place(request.image(), tag(request, Optional.empty())));
    for (String reference : from) {
      places.add(CacheStore.Registry.of(ImageName.parse(reference)));
    }
    return List.copyOf(places);
  }

  private static void add(Set<CachePlace> places, Optional<CachePlace> place) {
    if (place.isPresent()) {
      places.add(place.get());
    }
  }

  private Optional<CachePlace> own(BuildRequest request) {
    return store.place(request.image(), tag(request, branches.own()));
  }

  /** A directory is called otherwise when it is written. */
  private static CachePlace writing(CachePlace place) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Map.Entry<String, String> each : place.fields().entrySet()) {
      fields.put(each.getKey().equals("src") ? "dest" : each.getKey(), each.getValue());
    }
    return new CachePlace(place.name(), fields);
  }

  private static String tag(BuildRequest request, Optional<String> branch) {
    StringBuilder tag = new StringBuilder(STEM);
    if (branch.isPresent()) {
      tag.append('-').append(Slug.of(branch.get()));
    }
    if (request.target().isPresent()) {
      tag.append('-').append(Slug.of(request.target().get()));
    }
    List<String> platforms = new ArrayList<>(request.platforms());
    Collections.sort(platforms);
    if (platforms.isEmpty()) {
      tag.append("-native");
    } else if (!platforms.equals(List.of(BuildRequest.USUAL_PLATFORM))) {
      tag.append('-').append(Slug.of(String.join("_", platforms)));
    }
    return Slug.tag(tag.toString());
  }
}
