package io.daviestechlabs.dockeradr.ignore;

import java.util.BitSet;

/**
 * A directory on the walk through a context, with what the patterns said on the way down to it.
 *
 * <p>Immutable: every directory is asked for its children, in any order and from any thread.
 */
public final class Descent {
  private final IgnoreFile file;
  private final String path;
  private final Verdict verdict;

  /** The patterns that matched this directory while they counted, by index. */
  private final BitSet matched;

  /** The patterns that can match a child whatever it is called, by index. */
  private final int[] candidates;

  private Descent(IgnoreFile file, String path, Verdict verdict, BitSet matched) {
    this.file = file;
    this.path = path;
    this.verdict = verdict;
    this.matched = matched;
    this.candidates = file.index().inDirectory(matched);
  }

  static Descent root(IgnoreFile file) {
    return new Descent(file, "", Verdict.UNTOUCHED, new BitSet());
  }

  /** The directory's path below the context, empty for the context itself. */
  public String path() {
    return path;
  }

  /** Whether the directory itself is ignored; its children may be brought back. */
  public Verdict verdict() {
    return verdict;
  }

  /** What becomes of a child that is no directory. */
  public Verdict file(String name) {
    return judge(name, childPath(name), null);
  }

  /** The walk's next step, into a child that is a directory. */
  public Descent directory(String name) {
    String child = childPath(name);
    BitSet seen = new BitSet();
    return new Descent(file, child, judge(name, child, seen), seen);
  }

  /**
   * Whether nothing below can reach the build: the directory is ignored, and no exception behind
   * the last pattern that says so can match anything in it.
   */
  public boolean isPruned() {
    return verdict.ignored() && !file.index().mayExceptBelow(path, matched.length() - 1);
  }

  /** The path of a child below the context. */
  String childPath(String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  // As MatchesUsingParentResults: a pattern that does not count at its turn is not compared, and
  // so is not known to match for the children either.
  private Verdict judge(String name, String child, BitSet seen) {
    int by = -1;
    boolean ignored = false;
    for (int i : file.index().forName(name, candidates)) {
      boolean exception = file.isException(i);
      boolean counts = exception == ignored;
      if (matched.get(i) || (counts && file.glob(i).matches(child))) {
        by = counts ? i : by;
        ignored = !exception;
        if (seen != null) {
          seen.set(i);
        }
      }
    }
    return by < 0 ? Verdict.UNTOUCHED : file.verdict(by);
  }
}
