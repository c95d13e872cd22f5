package io.daviestechlabs.dockeradr.ignore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Finds the few patterns that a file's name leaves in question, however many there are. */
final class PatternIndex {
  private static final int[] NOTHING = {};

  /** Patterns that only match paths with one last name, by that name. */
  private final Map<String, int[]> named = new HashMap<>();

  /** All other patterns. */
  private final int[] unnamed;

  /** The exceptions for one path each, with their index. */
  private final NavigableMap<String, Integer> plainExceptions = new TreeMap<>();

  /** All other exceptions. */
  private final List<Map.Entry<Integer, Glob>> wideExceptions = new ArrayList<>();

  PatternIndex(List<IgnorePattern> patterns, Glob[] globs) {
    Map<String, List<Integer>> byName = new HashMap<>();
    BitSet others = new BitSet();
    for (int i = 0; i < globs.length; i++) {
      String name = globs[i].name().orElse(null);
      if (name == null) {
        others.set(i);
      } else {
        List<Integer> same = byName.get(name);
        if (same == null) {
          same = new ArrayList<>();
          byName.put(name, same);
        }
        same.add(i);
      }
    }
    for (int i = 0; i < globs.length; i++) {
      if (patterns.get(i).exception()) {
        if (globs[i].isExact()) {
          plainExceptions.put(patterns.get(i).glob(), i);
        } else {
          wideExceptions.add(Map.entry(i, globs[i]));
        }
      }
    }
    for (Map.Entry<String, List<Integer>> each : byName.entrySet()) {
      int[] same = new int[each.getValue().size()];
      for (int i = 0; i < same.length; i++) {
        same[i] = each.getValue().get(i);
      }
      named.put(each.getKey(), same);
    }
    unnamed = indices(others);
  }

  /** The patterns to look at in a directory, whatever a file is called: those that matched too. */
  int[] inDirectory(BitSet matched) {
    return matched.isEmpty() ? unnamed : union(unnamed, indices(matched));
  }

  /** The patterns to look at for a name, in order, given those to look at anyway. */
  int[] forName(String name, int[] anyway) {
    int[] more = named.getOrDefault(name, NOTHING);
    return more.length == 0 ? anyway : union(anyway, more);
  }

  /** Whether an exception behind a pattern could match something below a directory. */
  boolean mayExceptBelow(String directory, int behind) {
    // '0' is the character behind the slash.
    for (int index : plainExceptions.subMap(directory + "/", directory + "0").values()) {
      if (index > behind) {
        return true;
      }
    }
    for (Map.Entry<Integer, Glob> each : wideExceptions) {
      if (each.getKey() > behind && each.getValue().mayMatchBelow(directory)) {
        return true;
      }
    }
    return false;
  }

  private static int[] indices(BitSet set) {
    int[] indices = new int[set.cardinality()];
    for (int i = 0, at = set.nextSetBit(0); at >= 0; at = set.nextSetBit(at + 1)) {
      indices[i++] = at;
    }
    return indices;
  }

  /** All of two ascending lists, in order. */
  private static int[] union(int[] first, int[] second) {
    int[] all = new int[first.length + second.length];
    int count = 0;
    for (int i = 0, j = 0; i < first.length || j < second.length; ) {
      boolean isFirst = j == second.length || i < first.length && first[i] <= second[j];
      int next = isFirst ? first[i++] : second[j++];
      if (count == 0 || all[count - 1] != next) {
        all[count++] = next;
      }
    }
    return Arrays.copyOf(all, count);
  }
}
