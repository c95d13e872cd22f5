package io.daviestechlabs.dockeradr.ignore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * What a context holds: what is sent and where its weight lies, what stays out and on account of
 * which pattern, and what looks like a secret.
 *
 * <p>Everything is read, ignored directories too. Held in memory are one number for each directory,
 * and the heaviest files.
 */
public final class ContextSurvey {
  /** So many files are known one by one; the others only as what they add to their directory. */
  private static final int KNOWN_FILES = 2_000;

  private static final int MOST_SECRETS = 1_000;

  /**
   * Files and their length together.
   *
   * @param files how many
   * @param bytes their length
   */
  public record Load(long files, long bytes) {
    static final Load NONE = new Load(0, 0);

    Load plus(long moreFiles, long moreBytes) {
      return new Load(files + moreFiles, bytes + moreBytes);
    }
  }

  /**
   * A file that is sent.
   *
   * @param path below the context
   * @param bytes its length
   */
  public record HeavyFile(String path, long bytes) {}

  /**
   * What one pattern keeps out.
   *
   * @param by the pattern that has the last word on these files
   * @param load what it keeps out
   */
  public record KeptOut(IgnorePattern by, Load load) {}

  /**
   * A file that is sent and is named like one that holds secrets.
   *
   * @param path below the context
   * @param what what such a file holds
   */
  public record Secret(String path, String what) {}

  private final IgnoreFile ignore;
  private final Map<String, Load> own = new HashMap<>();
  private final PriorityQueue<HeavyFile> heaviest =
      new PriorityQueue<>(Comparator.comparingLong(HeavyFile::bytes));
  private final Map<IgnorePattern, Load> keptOut = new IdentityHashMap<>();
  private final List<Secret> secrets = new ArrayList<>();
  private Load sent = Load.NONE;
  private Load ignored = Load.NONE;
  private List<ContextWalk.Unreadable> unreadable = List.of();

  private ContextSurvey(IgnoreFile ignore) {
    this.ignore = ignore;
  }

  /** Walks through all of a context. */
  public static ContextSurvey of(Path context, IgnoreFile ignore) {
    ContextSurvey survey = new ContextSurvey(ignore);
    survey.unreadable = ContextWalk.walk(context, ignore, survey.new Count()).unreadable();
    return survey;
  }

  private final class Count implements ContextWalk.Visitor {
    @Override
    public void file(String path, long size) {
      sent = sent.plus(1, size);
      own.merge(parent(path), new Load(1, size), (a, b) -> a.plus(b.files, b.bytes));
      if (heaviest.size() < KNOWN_FILES || heaviest.peek().bytes() < size) {
        heaviest.add(new HeavyFile(path, size));
        if (heaviest.size() > KNOWN_FILES) {
          heaviest.remove();
        }
      }
      if (secrets.size() < MOST_SECRETS) {
        SecretFiles.of(path).ifPresent(kind -> secrets.add(new Secret(path, kind.what())));
      }
    }

    @Override
    public boolean wantsIgnored() {
      return true;
    }

    @Override
    public void ignored(String path, long size, IgnorePattern by) {
      ignored = ignored.plus(1, size);
      keptOut.merge(by, new Load(1, size), (a, b) -> a.plus(b.files, b.bytes));
    }
  }

  /** What is sent. */
  public Load sent() {
    return sent;
  }

  /** What stays out. */
  public Load ignored() {
    return ignored;
  }

  /** What each pattern keeps out, the most bytes first; patterns that keep nothing out are not. */
  public List<KeptOut> keptOut() {
    return keptOut.entrySet().stream()
        .map(entry -> new KeptOut(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong((KeptOut k) -> -k.load().bytes())
                .thenComparingInt(k -> k.by().line()))
        .toList();
  }

  /**
   * Patterns, exceptions aside, that keep nothing out here, because nothing is there or others do.
   */
  public List<IgnorePattern> idle() {
    return ignore.patterns().stream()
        .filter(pattern -> !pattern.exception() && !keptOut.containsKey(pattern))
        .toList();
  }

  /** Files that are sent and are named like secrets, in order of their paths; 1,000 at most. */
  public List<Secret> secrets() {
    return List.copyOf(secrets);
  }

  /** Directories that could not be read. */
  public List<ContextWalk.Unreadable> unreadable() {
    return unreadable;
  }

  /** The heaviest files that are sent, the heaviest first; 2,000 at most. */
  public List<HeavyFile> heaviestFiles() {
    return heaviest.stream()
        .sorted(
            Comparator.comparingLong((HeavyFile f) -> -f.bytes()).thenComparing(HeavyFile::path))
        .toList();
  }

  /** The heaviest files and directories that are sent, as a tree. */
  public ContextTree heaviest(int count) {
    return ContextTree.of(own, heaviestFiles(), count);
  }

  /** The directory of a path; empty for the context itself. */
  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
