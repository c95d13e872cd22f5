package io.daviestechlabs.dockeradr.lint;

import static io.daviestechlabs.dockeradr.lint.Distribution.UNKNOWN;

import io.daviestechlabs.dockeradr.dockerfile.Arg;
import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Env;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.dockerfile.User;
import io.daviestechlabs.dockeradr.dockerfile.Workdir;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a COPY can have {@code --link} and leave everything else as it is.
 *
 * <p>A linked layer is made without a look at what is there: it brings the directories that lead to
 * its files, owned by root and open to everybody to read, and in the image these take the place of
 * those that were there, be they symbolic links, private or writable to all. Of an image that is
 * not known, only directories of {@code /usr} are taken to be none of these. A single file whose
 * destination has no slash at its end takes the place of a directory of that name.
 */
public final class LinkSafety {
  /** Directories that all common bases have, owned by root with mode 755. */
  private static final Set<String> PLAIN =
      Set.of(
          "/opt",
          "/srv",
          "/usr",
          "/usr/bin",
          "/usr/include",
          "/usr/lib",
          "/usr/libexec",
          "/usr/local",
          "/usr/local/bin",
          "/usr/local/include",
          "/usr/local/lib",
          "/usr/local/libexec",
          "/usr/local/share",
          "/usr/share",
          "/usr/share/nginx",
          "/usr/share/nginx/html",
          "/usr/src");

  /**
   * Directories of the root that are links, or hold such, or have modes and owners of their own.
   */
  private static final Set<String> DELICATE =
      Set.of(
          "bin",
          "boot",
          "data",
          "deployments",
          "dev",
          "etc",
          "go",
          "home",
          "lib",
          "lib32",
          "lib64",
          "libx32",
          "media",
          "mnt",
          "proc",
          "root",
          "run",
          "sbin",
          "sys",
          "tmp",
          "var");

  /** Below these roots, what is a link, or writable to others, in some well-known base. */
  private static final Set<String> ODD =
      Set.of(
          "/opt/app-root",
          "/usr/lib32",
          "/usr/lib64",
          "/usr/local/bundle",
          "/usr/local/cargo",
          "/usr/local/man",
          "/usr/local/rustup",
          "/usr/local/sbin",
          "/usr/sbin",
          "/usr/tmp");

  /** Where a tree would go through whatever the base has below. */
  private static final Set<String> WIDE = Set.of("/", "/usr", "/usr/local");

  private static final int MOST_TEXT = 100_000;

  private final CopyPlace place;
  private final Copy copy;
  private final String texts;
  private final boolean isBare;
  private final boolean isKnown;

  private LinkSafety(CopyPlace place, Copy copy) {
    this.place = place;
    this.copy = copy;
    this.texts = texts(place.earlier());
    this.isBare = place.isBare();
    this.isKnown =
        place.image().map(KnownImages::of).map(KnownImage::distribution).orElse(UNKNOWN) != UNKNOWN;
  }

  /** Whether {@code --link} would leave the image of a COPY without it as it is. */
  public static boolean isHarmless(CopyPlace place, Copy copy) {
    return new LinkSafety(place, copy).isHarmless();
  }

  /** Whether a COPY makes the directory that it fills, and no other. */
  static boolean makesDirectory(CopyPlace place, Copy copy) {
    LinkSafety safety = new LinkSafety(place, copy);
    String path = place.path();
    String parent = path.substring(0, Math.max(1, path.lastIndexOf('/')));
    boolean isNew = !PLAIN.contains(path) && safety.isPlain(path) && !safety.isMentioned(path);
    return isNew
        && safety.texts.length() <= MOST_TEXT
        && (parent.equals("/") || PLAIN.contains(parent))
        && (place.isDirectory() || safety.isTree(path));
  }

  private boolean isHarmless() {
    boolean wide = WIDE.contains(place.path()) && !isBare;
    if (wide || texts.length() > MOST_TEXT || copy.parents() || !isOwnedByRoot()) {
      return false;
    }
    return place.parents().stream().allMatch(this::isPlain) && isDestinationHarmless();
  }

  private boolean isDestinationHarmless() {
    String path = place.path();
    if (path.equals("/")) {
      return true;
    }
    boolean mayBeThere = PLAIN.contains(path) || isMentioned(path);
    return isPlain(path) && (!mayBeThere || place.isDirectory() || isTree(path));
  }

  /** Whether the source is a directory by all that one can tell; then its content is copied. */
  private boolean isTree(String path) {
    String source = copy.sources().isEmpty() ? "" : copy.sources().get(0).toString();
    String name = source.substring(source.lastIndexOf('/') + 1);
    return source.endsWith("/")
        || source.endsWith("/.")
        || path.endsWith("/" + name)
        || (path.endsWith("/html") && name.matches("[\\w-]+"));
  }

  /** Whether a directory is not there yet, or looks like one that the linked layer brings. */
  private boolean isPlain(String directory) {
    if (PLAIN.contains(directory) && !isBare) {
      return true;
    }
    String first = directory.substring(1).split("/", 2)[0];
    String name = directory.substring(directory.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    boolean ofBase =
        !isBare
            && ((!isKnown && !isBelowPlain(directory))
                || DELICATE.contains(first)
                || ODD.contains(directory)
                || (name.length() > 2 && place.image().orElse(name).contains(name)));
    return !ofBase && !texts.contains(directory) && !isMadeOtherwise(directory);
  }

  /** Whether it stands right below a directory of {@code /usr} that all images have. */
  private static boolean isBelowPlain(String directory) {
    return directory.startsWith("/usr/")
        && PLAIN.contains(directory.substring(0, directory.lastIndexOf('/')));
  }

  /** Whether an earlier instruction made it with an owner or mode of its own. */
  private boolean isMadeOtherwise(String directory) {
    boolean relative = texts.contains("chown") || texts.contains("chmod");
    boolean asUser = mayHaveUser(place.image().orElse(""));
    for (Instruction instruction : place.earlier()) {
      if (instruction instanceof User user) {
        asUser = !user.user().toString().matches("root(:.*)?|0(:.*)?");
      } else if (instruction instanceof Workdir workdir) {
        boolean made = makes(workdir.path().toString(), directory);
        if (made && (relative || asUser)) {
          return true;
        }
      } else if (instruction instanceof Transfer transfer) {
        boolean own = transfer.chown().isPresent() || transfer.chmod().isPresent();
        if (own && related(transfer.target().toString(), directory)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a base image may name a user, who then owns what WORKDIR makes. */
  private static boolean mayHaveUser(String image) {
    return !KnownImages.of(image).runsAsRoot();
  }

  /** Whether making one makes the other. */
  private static boolean makes(String workdir, String directory) {
    return !workdir.startsWith("/")
        || workdir.equals(directory)
        || workdir.startsWith(directory + "/");
  }

  /** Whether one lies below the other, as far as one can tell of a path that may be relative. */
  private static boolean related(String written, String directory) {
    String one = written.endsWith("/") ? written : written + "/";
    String other = directory + "/";
    return !written.startsWith("/") || one.startsWith(other) || other.startsWith(one);
  }

  private boolean isMentioned(String path) {
    return texts.contains(path)
        || place.earlier().stream()
            .anyMatch(
                i ->
                    (i instanceof Workdir workdir && makes(workdir.path().toString(), path))
                        || (i instanceof Transfer t && related(t.target().toString(), path)));
  }

  private boolean isOwnedByRoot() {
    boolean owner =
        copy.chown().map(w -> w.toString().matches("(?:0|root)(?::(?:0|root))?")).orElse(true);
    boolean mode = copy.chmod().map(w -> w.toString().matches("[0-7]{3,4}")).orElse(true);
    return owner && mode;
  }

  /** All that RUN executes, and what is in variables if it uses some. */
  private static String texts(List<Instruction> earlier) {
    StringBuilder scripts = new StringBuilder();
    StringBuilder values = new StringBuilder();
    for (Instruction instruction : earlier) {
      if (instruction instanceof Run run) {
        scripts.append(run.raw().rest()).append('\n');
        run.heredocs().forEach(heredoc -> scripts.append(heredoc.content()));
      } else if (instruction instanceof Env || instruction instanceof Arg) {
        values.append(instruction.raw().rest()).append('\n');
      }
    }
    return scripts.indexOf("$") < 0 ? scripts.toString() : scripts.append(values).toString();
  }
}
