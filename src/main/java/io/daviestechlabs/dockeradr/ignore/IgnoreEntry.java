package io.daviestechlabs.dockeradr.ignore;

import java.util.List;

/**
 * Something that an ignore file should keep out.
 *
 * @param name how the ADR, or a {@code .gitignore}, spells it: a slash at the start means the root
 *     of the context only, one at the end a directory
 * @param demand how far its absence is a finding
 */
record IgnoreEntry(String name, Demand demand) {
  /** Where an entry must be effective. */
  enum Demand {
    /** Nowhere: it is written because it does no harm. */
    NONE,
    /** In the context's root and beside each manifest. */
    HOME,
    /** At any depth. */
    EVERYWHERE
  }

  /** The pattern that keeps it out. */
  String pattern() {
    String bare = bare();
    return name.startsWith("/") ? bare : "**/" + bare;
  }

  /** A path that it should keep out, below a directory. */
  String sample(String directory) {
    String sample =
        bare().replace("*", "sample").replace("?", "x") + (isDirectory() ? "/in/it" : "");
    return directory.isEmpty() ? sample : directory + "/" + sample;
  }

  /** The pattern that keeps it out of one directory only. */
  String in(String directory) {
    return GoPath.quote(directory) + "/" + bare();
  }

  private boolean isDirectory() {
    return name.endsWith("/");
  }

  private String bare() {
    return GoPath.clean(name.startsWith("/") ? name.substring(1) : name);
  }

  static List<IgnoreEntry> list(Demand demand, String... names) {
    return List.of(names).stream().map(name -> new IgnoreEntry(name, demand)).toList();
  }
}
