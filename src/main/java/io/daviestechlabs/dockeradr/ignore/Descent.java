package io.daviestechlabs.dockeradr.ignore;

import java.util.BitSet;
import java.util.Optional;

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

  private Descent(IgnoreFile file, String path, Verdict verdict, BitSet matched) {
    this.file = file;
    this.path = path;
    this.verdict = verdict;
    this.matched = matched;
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
    return judge(child(name), null);
  }

  /** The walk's next step, into a child that is a directory. */
  public Descent directory(String name) {
    String child = child(name);
    BitSet seen = new BitSet(file.patterns().size());
    return new Descent(file, child, judge(child, seen), seen);
  }

  /**
   * Whether BuildKit does not even look into the directory: it is ignored, and each exception is a
   * plain path somewhere else.
   */
  public boolean isPruned() {
    return verdict.ignored() && !file.exceptionsMayReach(path);
  }

  private String child(String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  // As MatchesUsingParentResults: a pattern that does not count at its turn is not compared, and
  // so is not known to match for the children either.
  private Verdict judge(String child, BitSet seen) {
    IgnorePattern by = null;
    boolean ignored = false;
    int count = file.patterns().size();
    for (int i = 0; i < count; i++) {
      IgnorePattern pattern = file.patterns().get(i);
      boolean counts = pattern.exception() == ignored;
      if (matched.get(i) || (counts && file.glob(i).matches(child))) {
        by = counts ? pattern : by;
        ignored = !pattern.exception();
        if (seen != null) {
          seen.set(i);
        }
      }
    }
    return by == null ? Verdict.UNTOUCHED : new Verdict(ignored, Optional.of(by));
  }
}
