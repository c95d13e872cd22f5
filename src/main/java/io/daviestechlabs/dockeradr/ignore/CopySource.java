package io.daviestechlabs.dockeradr.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A source of COPY, ADD or a bind mount, read as a path or glob below the context.
 *
 * @param path the path, without slash at the start; empty is the whole context
 * @param contents whether it is spelled as a directory: {@code docs/} or {@code docs/*}
 * @param glob the path, ready to be compared; empty where BuildKit calls it a syntax error
 */
record CopySource(String path, boolean contents, Optional<Glob> glob) {
  private static final List<String> FILLS = List.of("x", "", "q-7_z");

  static CopySource of(String source) {
    String path = GoPath.clean("/" + source).substring(1);
    boolean contents = source.endsWith("/");
    while (path.endsWith("/*") || path.endsWith("/**")) {
      path = path.substring(0, path.lastIndexOf('/'));
      contents = true;
    }
    boolean whole = path.equals("*") || path.equals("**");
    String named = whole ? "" : path;
    return new CopySource(named, contents || whole, Glob.of(named));
  }

  /** The glob follows from the path. */
  @Override
  public boolean equals(Object other) {
    return other instanceof CopySource copy && path.equals(copy.path) && contents == copy.contents;
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  boolean isWhole() {
    return path.isEmpty();
  }

  boolean isGlob() {
    for (int i = 0; i < path.length(); i++) {
      if ("*?[\\".indexOf(path.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a path is one that this names, or lies below one. */
  boolean selects(String other) {
    return selects(other, IgnoreFile.withParents(other));
  }

  /** The same for a path whose parents are known to end at some indices. */
  boolean selects(String other, int[] ends) {
    return !isWhole() && glob.isPresent() && glob.get().matches(other, ends);
  }

  /** Paths that this names: itself, or where it is a glob a few inventions. */
  List<String> instances() {
    if (path.length() > IgnoreFile.LONGEST_PATH) {
      return List.of();
    }
    if (!isGlob()) {
      return List.of(path);
    }
    List<String> instances = new ArrayList<>();
    for (String fill : FILLS) {
      String instance = filled(fill);
      boolean clean = !instance.isEmpty() && GoPath.clean("/" + instance).equals("/" + instance);
      if (clean && glob.isPresent() && glob.get().matches(instance)) {
        instances.add(instance);
      }
    }
    return instances;
  }

  private String filled(String fill) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '*') {
        out.append(i > 0 && path.charAt(i - 1) == '*' ? "" : fill);
      } else if (c == '?') {
        out.append('x');
      } else if (c == '[') {
        boolean negated = path.startsWith("^", i + 1);
        int first = path.startsWith("\\", i + 1) ? i + 2 : i + 1;
        out.append(negated || first >= path.length() ? 'q' : path.charAt(first));
        int end = path.indexOf(']', first + 1);
        i = end < 0 ? path.length() : end;
      } else if (c == '\\' && i + 1 < path.length()) {
        out.append(path.charAt(++i));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The directories before the first one that is a glob. */
  String fixedDirectory() {
    int end = 0;
    for (int i = 0; i < path.length() && "*?[\\".indexOf(path.charAt(i)) < 0; i++) {
      end = path.charAt(i) == '/' ? i : end;
    }
    return path.substring(0, end);
  }

  /** Whether the name ends like that of a file, as far as a name can tell. */
  boolean looksLikeFile() {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    int length = name.length() - dot - 1;
    return !contents
        && dot > 0
        && length >= 2
        && length <= 8
        && name.chars().skip(dot + 1L).allMatch(Character::isLetterOrDigit);
  }
}
