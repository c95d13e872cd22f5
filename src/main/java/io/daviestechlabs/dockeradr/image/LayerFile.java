package io.daviestechlabs.dockeradr.image;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/**
 * An entry of a layer.
 *
 * @param path below the root, without slash at either end; empty for the root itself
 * @param kind what it is
 * @param size of its content
 * @param mode its permissions, as chmod counts them
 * @param owner number of the user that it belongs to
 * @param link the path of the file that it is another name of; empty for all but hard links
 */
record LayerFile(String path, Kind kind, long size, int mode, long owner, String link) {
  /** Linux has no longer paths, {@code PATH_MAX}. */
  static final int LONGEST_PATH = 4096;

  /** Attributes of one file, which come with it in every layer: more is an attack. */
  private static final int MAX_ATTRIBUTES = 1 << 20;

  private static final int MODE = 07777;
  private static final int LONGEST_SHOWN = 200;

  /** Kinds of entries. */
  enum Kind {
    /** With content. */
    FILE,
    /** With entries below. */
    DIRECTORY,
    /** Links of both sorts, devices, pipes: without content of their own. */
    OTHER
  }

  /** Reads an entry; {@code ..} stays within the root, as it does for engines. */
  static LayerFile of(TarArchiveEntry entry) throws IOException {
    check(entry);
    Kind kind = kind(entry);
    return new LayerFile(
        clean(entry.getName()),
        kind,
        kind == Kind.FILE ? entry.getSize() : 0,
        entry.getMode() & MODE,
        entry.getLongUserId(),
        entry.isLink() ? clean(entry.getLinkName()) : "");
  }

  private static Kind kind(TarArchiveEntry entry) {
    if (entry.isDirectory()) {
      return Kind.DIRECTORY;
    }
    boolean other =
        entry.isLink()
            || entry.isSymbolicLink()
            || entry.isCharacterDevice()
            || entry.isBlockDevice()
            || entry.isFIFO();
    return other ? Kind.OTHER : Kind.FILE;
  }

  private static void check(TarArchiveEntry entry) throws IOException {
    if (!entry.isCheckSumOK()) {
      throw new IOException("it is no tar archive, or a damaged one");
    }
    if (entry.getName().length() > LONGEST_PATH) {
      throw new IOException("it has a path of " + entry.getName().length() + " characters");
    }
    if (entry.getLinkName() != null && entry.getLinkName().length() > LONGEST_PATH) {
      throw new IOException(
          "it has a link to a path of " + entry.getLinkName().length() + " characters");
    }
    long attributes = 0;
    for (Map.Entry<String, String> header : entry.getExtraPaxHeaders().entrySet()) {
      attributes += header.getKey().length() + header.getValue().length();
    }
    if (attributes > MAX_ATTRIBUTES) {
      throw new IOException("the attributes of '" + entry.getName() + "' are of absurd size");
    }
  }

  /** A path below the root as its names. */
  static String clean(String name) {
    if (isClean(name)) {
      return name;
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : name.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  private static boolean isClean(String name) {
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || name.charAt(i) == '/') {
        if (i == start || name.charAt(start) == '.') {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  /** A path as messages quote it: without what terminals act on, and not too long. */
  static String shown(String path) {
    StringBuilder out = new StringBuilder("/");
    for (int i = 0; i < Math.min(path.length(), LONGEST_SHOWN); i++) {
      char c = path.charAt(i);
      out.append(Character.isISOControl(c) ? '\uFFFD' : c);
    }
    return path.length() > LONGEST_SHOWN ? out.append('…').toString() : out.toString();
  }
}
