package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.Asked;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Names that are to stand for one image and never for another. */
final class FixedNames {
  private final ReadBack readBack;

  FixedNames(ReadBack readBack) {
    this.readBack = readBack;
  }

  /** Says which names a registry has already, and why no build can give them again. */
  static UserError taken(Collection<ImageName> names, String why) {
    return new UserError(
        "The registry has " + list(names) + " already, " + why + "; <immutableTags> is set",
        "Build another version, or remove the tag from the registry if nobody uses it.");
  }

  /**
   * Sees that names which a registry has are those of the image that was built.
   *
   * @param standing digests by name
   * @throws UserError if one of them is another image's
   */
  static void same(Map<ImageName, String> standing, String digest) {
    List<ImageName> others =
        standing.keySet().stream().filter(name -> !standing.get(name).equals(digest)).toList();
    if (!others.isEmpty()) {
      throw taken(
          others,
          "as " + standing.get(others.get(0)) + ", which is not the image built: " + digest);
    }
  }

  /** Names in a row. */
  static String list(Collection<ImageName> names) {
    return names.stream().map(ImageName::toString).collect(Collectors.joining(", "));
  }

  /**
   * Sees that they stand for what was pushed: another build may have asked at the same moment.
   *
   * @throws UserError if one of them does not
   */
  void kept(Collection<ImageName> names, String digest) throws InterruptedException {
    for (Map.Entry<ImageName, String> each : standing(names).entrySet()) {
      if (!each.getValue().equals(digest)) {
        throw new UserError(
            each.getKey()
                + " was pushed by somebody else at the same time: it is "
                + each.getValue()
                + ", and this build's image is "
                + digest,
            "Find out who else builds this version, and build another one.");
      }
    }
  }

  /**
   * What the names stand for in their registries; those that stand for nothing are left out.
   *
   * @throws UserError if a registry does not say whether it has one
   */
  Map<ImageName, String> standing(Collection<ImageName> names) throws InterruptedException {
    if (names.isEmpty()) {
      return Map.of();
    }
    Map<ImageName, Asked<Optional<String>>> asked = new HashMap<>();
    names.forEach(name -> asked.put(name, Asked.now(() -> readBack.standing(name))));
    Map<ImageName, String> found = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (Map.Entry<ImageName, Asked<Optional<String>>> each : asked.entrySet()) {
      each.getValue().answer().ifPresent(digest -> found.put(each.getKey(), digest));
    }
    return found;
  }
}
