package io.daviestechlabs.dockeradr.ignore;

import java.util.List;

/**
 * Something that an ignore file should keep out.
 *
 * @param name how the ADR, or a {@code .gitignore}, spells it: a slash at the start means the root
 *     of the context only, one at the end a directory
 * @param demand how far its absence is a finding
 * @param pattern the pattern that keeps it out
 * @param glob the pattern, ready to be compared
 * @param sample a path that it should keep out
 */
record IgnoreEntry(String name, Demand demand, String pattern, Glob glob, String sample) {
  /** Where an entry must be effective. */
  enum Demand {
    /** Nowhere: it is written because it does no harm. */
    NONE,
    /** In the context's root and beside each manifest. */
    HOME,
    /** At any depth. */
    EVERYWHERE
  }

  static IgnoreEntry of(String name, Demand demand) {
    String bare = bare(name);
    String pattern = name.startsWith("/") ? bare : "**/" + bare;
    String sample =
        bare.replace("*", "sample").replace("?", "x") + (name.endsWith("/") ? "/in/it" : "");
    return new IgnoreEntry(name, demand, pattern, Glob.of(pattern).orElseThrow(), sample);
  }

  /** A path that it should keep out, below a directory. */
  String sample(String directory) {
    return directory.isEmpty() ? sample : directory + "/" + sample;
  }

  /** Whether it keeps a path out, or a directory above it. */
  boolean keepsOut(String path) {
    return glob.matches(path, IgnoreFile.withParents(path));
  }

  /** The pattern that keeps it out of one directory only. */
  String in(String directory) {
    return GoPath.quote(directory) + "/" + bare(name);
  }

  private static String bare(String name) {
    return GoPath.clean(name.startsWith("/") ? name.substring(1) : name);
  }

  static List<IgnoreEntry> list(Demand demand, String... names) {
    return List.of(names).stream().map(name -> of(name, demand)).toList();
  }
}
