package io.daviestechlabs.dockeradr.ignore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of an ignore file that can do nothing.
 *
 * @param pattern the pattern
 * @param reason why, in a few words
 */
public record DeadPattern(IgnorePattern pattern, String reason) {
  /** What a comment behind a pattern looks like. */
  private static final Pattern COMMENT = Pattern.compile("\\s#");

  private static final Pattern BRACES = Pattern.compile("\\{[^{}/]*,[^{}/]*\\}");
  private static final Pattern NEGATED = Pattern.compile("\\[!");

  /** More patterns than anybody writes: each exception is held against all of them. */
  private static final int MOST = 2_000;

  /**
   * The dead patterns of a file, in order.
   *
   * <p>Not among them: white space around a pattern and a slash before it, which BuildKit takes
   * away, and an exception below an excluded directory, which Git does not heed and BuildKit does.
   */
  public static List<DeadPattern> in(IgnoreFile file) {
    List<DeadPattern> dead = new ArrayList<>();
    List<IgnorePattern> patterns = file.patterns();
    for (int i = 0; i < patterns.size(); i++) {
      IgnorePattern pattern = patterns.get(i);
      Optional<String> reason = spelling(pattern);
      if (reason.isEmpty() && pattern.exception() && patterns.size() <= MOST) {
        reason = exception(file, i);
      }
      reason.ifPresent(why -> dead.add(new DeadPattern(pattern, why)));
    }
    return dead;
  }

  private static Optional<String> spelling(IgnorePattern pattern) {
    String glob = pattern.glob();
    Matcher comment = COMMENT.matcher(pattern.text());
    if (comment.find()) {
      return Optional.of("a comment needs a line of its own");
    }
    if (glob.equals("..") || glob.startsWith("../")) {
      return Optional.of("nothing above the context is sent");
    }
    if (glob.equals("/") || glob.equals(".")) {
      return Optional.of("the context itself cannot be left out; '*' is all that is in it");
    }
    if (NEGATED.matcher(glob).find()) {
      return Optional.of("not one of these is '[^…]' here");
    }
    if (BRACES.matcher(glob).find()) {
      return Optional.of("braces are no alternatives here");
    }
    return Optional.empty();
  }

  private static Optional<String> exception(IgnoreFile file, int index) {
    IgnorePattern exception = file.patterns().get(index);
    for (int i = index + 1; i < file.patterns().size(); i++) {
      IgnorePattern later = file.patterns().get(i);
      if (!later.exception() && covers(later, exception)) {
        return Optional.of("excluded again by '%s' below".formatted(later.text()));
      }
    }
    for (int i = 0; i < index; i++) {
      if (!file.patterns().get(i).exception() && mayMeet(file.glob(i), exception.glob())) {
        return Optional.empty();
      }
    }
    return Optional.of("nothing before it excludes that");
  }

  private static boolean covers(IgnorePattern later, IgnorePattern exception) {
    return later.glob().equals("*")
        || later.glob().equals("**")
        || later.glob().equals(exception.glob());
  }

  /** Whether a glob may match what another names, something in it, or a directory above it. */
  private static boolean mayMeet(Glob exclusion, String exception) {
    CopySource named = CopySource.of(exception);
    if (named.isWhole() || named.isGlob()) {
      return true;
    }
    String path = named.path();
    return exclusion.matches(path, IgnoreFile.withParents(path))
        || (!named.looksLikeFile() && exclusion.mayMatchBelow(path));
  }
}
