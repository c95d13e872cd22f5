package io.daviestechlabs.dockeradr.buildx;

import io.daviestechlabs.dockeradr.UserError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The cache in a registry that builds of different machines share.
 *
 * <p>Two builds that write one reference undo each other, and both call it a success. So the
 * reference has the image's repository in it, and target, platforms and branch where they are not
 * the usual ones.
 *
 * @param mode whether layers are read and written
 * @param ref where they are written, worked out where empty
 * @param from further references to read, in order
 * @param branch the branch that is built, empty for the main one: others read the main one's too
 */
public record Cache(Mode mode, Optional<String> ref, List<String> from, Optional<String> branch) {
  /** Whether layers are read and written. */
  public enum Mode {
    /** Both where the image's name has a registry and the engine can write, else neither. */
    AUTO,
    /** Both; an engine that cannot is an error. */
    REQUIRED,
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
      throw new UserError("<cache><mode> is '" + text + "'", "Write auto, required, read or off.");
    }
  }

  /** The cache of the main branch, on where there is a registry. */
  public static final Cache AUTOMATIC =
      new Cache(Mode.AUTO, Optional.empty(), List.of(), Optional.empty());

  private static final String STEM = "buildcache";

  public Cache {
    from = List.copyOf(from);
  }

  /** The same cache in another mode. */
  public Cache withMode(Mode other) {
    return new Cache(other, ref, from, branch);
  }

  /** The reference that a build writes, if it writes one. */
  Optional<String> written(BuildRequest request) {
    return mode == Mode.READ ? Optional.empty() : own(request);
  }

  /** The references that a build reads, the most specific one first. */
  List<String> read(BuildRequest request) {
    Set<String> refs = new LinkedHashSet<>();
    if (mode != Mode.OFF) {
      own(request).ifPresent(refs::add);
      if (branch.isPresent() && ref.isEmpty()) {
        new Cache(mode, ref, from, Optional.empty()).own(request).ifPresent(refs::add);
      }
      refs.addAll(from);
    }
    return List.copyOf(refs);
  }

  private Optional<String> own(BuildRequest request) {
    if (mode == Mode.OFF || ref.isPresent()) {
      return mode == Mode.OFF ? Optional.empty() : ref;
    }
    if (request.image().registry().isEmpty()) {
      if (mode == Mode.REQUIRED) {
        throw new UserError(
            "A cache is required, but '" + request.image() + "' names no registry to keep it in",
            "Put the registry before the image's name, or set <cache><ref>.");
      }
      return Optional.empty();
    }
    return Optional.of(request.image().withTag(tag(request)).toString());
  }

  private String tag(BuildRequest request) {
    StringBuilder tag = new StringBuilder(STEM);
    branch.ifPresent(name -> tag.append('-').append(Slug.of(name)));
    request.target().ifPresent(name -> tag.append('-').append(Slug.of(name)));
    if (!request.platforms().equals(List.of(BuildRequest.USUAL_PLATFORM))) {
      tag.append('-').append(Slug.of(String.join("_", request.platforms())));
    }
    return Slug.tag(tag.toString());
  }
}
