package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Names;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a {@code --link} that is there breaks; see {@link LinkSafety} for how. */
public final class LinkDamage {
  private static final Set<String> DIRECTORIES =
      Set.of("/etc", "/opt", "/usr/bin", "/usr/lib", "/usr/local/bin", "/usr/local/lib");

  private LinkDamage() {}

  /** The damage in words; empty where nothing is known to break. */
  public static Optional<String> of(CopyPlace place, Transfer transfer) {
    if (place.isBare()) {
      return Optional.empty();
    }
    if (!place.isDirectory() && DIRECTORIES.contains(place.path()) && isFile(transfer)) {
      return Optional.of("puts a file in the place of the directory '" + place.path() + "'");
    }
    boolean owned = transfer.chown().isPresent();
    List<String> directories = new ArrayList<>(place.parents());
    if (place.isDirectory()) {
      directories.add(place.path());
    }
    return directories.stream().flatMap(d -> damage(d, place, owned).stream()).findFirst();
  }

  /** Whether the source is a file by all that one can tell. */
  private static boolean isFile(Transfer transfer) {
    String source = transfer.sources().isEmpty() ? "" : transfer.sources().get(0).toString();
    return source.equals("/uv")
        || source.matches("(?:.*/)?s?bin/[^/*?\\[]+")
        || source.matches("(?:.*/)?[^/]+\\.[a-z]{1,5}");
  }

  private static Optional<String> damage(String directory, CopyPlace place, boolean owned) {
    String image = Names.lower(place.image().orElse(""));
    boolean split = image.matches(".*(?:alpine|busybox|distroless).*");
    return switch (directory) {
      case "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32" ->
          split
              ? Optional.empty()
              : Optional.of("replaces '" + directory + "', a link to '/usr" + directory + "'");
      case "/var/run", "/var/lock" ->
          Optional.of("replaces '" + directory + "', a link into '/run'");
      case "/tmp", "/var/tmp" -> Optional.of("makes '" + directory + "' writable for root only");
      default ->
          !owned && isHome(directory, place, image)
              ? Optional.of("gives '" + directory + "' to root")
              : Optional.empty();
    };
  }

  /** Whether a directory is the home of a user that is known to be there. */
  private static boolean isHome(String directory, CopyPlace place, String image) {
    if (!directory.matches("/home/[a-z0-9_-]+")) {
      return false;
    }
    String user = directory.substring("/home/".length());
    boolean ofBase =
        (user.equals("ray") && image.contains("rayproject/ray"))
            || (user.equals("node") && image.matches("(?:.*/)?node(?:[:@].*)?"))
            || (user.equals("jovyan") && image.contains("jupyter/"));
    Pattern word = Pattern.compile("(?<![a-z0-9_-])" + user + "(?![a-z0-9_-])");
    return ofBase
        || place.earlier().stream()
            .filter(Run.class::isInstance)
            .map(run -> run.raw().rest().toString())
            .filter(text -> text.contains("useradd") || text.contains("adduser"))
            .anyMatch(text -> word.matcher(text).find());
  }
}
