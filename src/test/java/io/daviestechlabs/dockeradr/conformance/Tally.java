package io.daviestechlabs.dockeradr.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts the cases of a suite, and keeps what disagrees. */
final class Tally {
  private final String suite;
  private final List<String> disagreements = new ArrayList<>();
  private final Map<String, String> skipped = new LinkedHashMap<>();
  private int agreed;
  private boolean missing;

  Tally(String suite) {
    this.suite = suite;
  }

  /** Compares one case; {@code null} is an answer too. */
  void compare(String id, Object theirs, Object ours) {
    if (Objects.equals(theirs, ours)) {
      agreed++;
    } else {
      disagreements.add("== " + id + "\n  theirs: " + theirs + "\n  ours:   " + ours + "\n");
    }
  }

  /** Compares one case as multisets: how often counts, order does not. */
  void compareSets(String id, Collection<?> theirs, Collection<?> ours) {
    List<String> left = sorted(theirs);
    List<String> right = sorted(ours);
    if (left.equals(right)) {
      agreed++;
      return;
    }
    List<String> missing = new ArrayList<>(left);
    right.forEach(missing::remove);
    List<String> surplus = new ArrayList<>(right);
    left.forEach(surplus::remove);
    disagreements.add("== " + id + "\n  only theirs: " + missing + "\n  only ours:   " + surplus);
  }

  /** Leaves out a case that says nothing about us. */
  void notApplicable(String id, String reason) {
    skipped.put(id, reason);
  }

  /** Leaves out the whole suite: what is to answer is not there. */
  void missing(String reason) {
    notApplicable("all", reason);
    missing = true;
  }

  boolean isMissing() {
    return missing;
  }

  int agreed() {
    return agreed;
  }

  /** The line for people. */
  String line() {
    String left = skipped.isEmpty() ? "" : " (" + skipped.size() + " not applicable)";
    return suite + ": " + agreed + " of " + (agreed + disagreements.size()) + " agree" + left;
  }

  /** The disagreements with both answers, and what was left out with its reason. */
  String report() {
    StringBuilder out = new StringBuilder(line()).append('\n');
    disagreements.forEach(d -> out.append('\n').append(d));
    skipped.forEach(
        (id, why) -> out.append("\nnot applicable: ").append(id).append(": ").append(why));
    return out.append('\n').toString();
  }

  private static List<String> sorted(Collection<?> items) {
    return items.stream().map(String::valueOf).sorted(Comparator.naturalOrder()).toList();
  }
}
