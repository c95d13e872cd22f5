package io.daviestechlabs.dockeradr.goal;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.buildx.ImageName;
import java.util.Collection;
import java.util.HashMap;
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

  /**
   * Sees that nobody has them, before anything is built.
   *
   * @throws UserError if a registry has one, or does not say whether it has
   */
  void free(Collection<ImageName> names) throws InterruptedException {
    Collection<ImageName> taken = standing(names).keySet();
    if (!taken.isEmpty()) {
      String all = taken.stream().map(ImageName::toString).collect(Collectors.joining(", "));
      throw new UserError(
          "The registry has " + all + " already, and <immutableTags> is set",
          "Build another version, or remove the tag from the registry if nobody uses it.");
    }
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

  private Map<ImageName, String> standing(Collection<ImageName> names) throws InterruptedException {
    Map<ImageName, Asked<Optional<String>>> asked = new HashMap<>();
    names.forEach(name -> asked.put(name, Asked.now(() -> readBack.standing(name))));
    Map<ImageName, String> found = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    for (Map.Entry<ImageName, Asked<Optional<String>>> each : asked.entrySet()) {
      each.getValue().answer().ifPresent(digest -> found.put(each.getKey(), digest));
    }
    return found;
  }
}
