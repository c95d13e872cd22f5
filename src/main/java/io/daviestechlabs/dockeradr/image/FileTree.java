package io.daviestechlabs.dockeradr.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;

/**
 * What a container would see after some layers: for each path, which layer it comes from.
 *
 * <p>Kept in arrays, about fifty bytes a path, since images have half a million of them.
 */
final class FileTree {
  /** The root directory. */
  static final int ROOT = 0;

  private static final int GONE = -1;
  private static final int NONE = -1;
  private static final int MAX_PATHS = 4_000_000;
  private static final int LONGEST_NAME = 1024;
  private static final int FIRST_CAPACITY = 1 << 12;

  private int count;
  private int[] parents = new int[FIRST_CAPACITY];
  private int[] children = new int[FIRST_CAPACITY];
  private int[] siblings = new int[FIRST_CAPACITY];
  private int[] names = new int[FIRST_CAPACITY];
  private long[] sizes = new long[FIRST_CAPACITY];
  private short[] layers = new short[FIRST_CAPACITY];
  private short[] swept = new short[FIRST_CAPACITY];
  private int[] marks = new int[FIRST_CAPACITY];
  private int[] table = new int[FIRST_CAPACITY * 2];
  private byte[] letters = new byte[FIRST_CAPACITY * 8];
  private int lettersUsed;

  /** Nobody can make names on purpose that fall on one place of the table. */
  private final int seed = ThreadLocalRandom.current().nextInt();

  FileTree() {
    Arrays.fill(table, NONE);
    node(NONE, new byte[0], 0, 0);
  }

  /** How many paths there are, those that are gone too. */
  int count() {
    return count;
  }

  /** Whether something is at a path. */
  boolean isThere(int node) {
    return layers[node] != GONE;
  }

  /** The layer, from 0, that has what is at a path. */
  int layer(int node) {
    return layers[node];
  }

  /** Bytes of what is at a path. */
  long size(int node) {
    return sizes[node];
  }

  /** What was noted of what is at a path. */
  int marks(int node) {
    return marks[node];
  }

  /** The path with slashes, without one at the start. */
  String path(int node) {
    if (node == ROOT) {
      return "";
    }
    String name = new String(letters, names[node] + 2, length(node), StandardCharsets.UTF_8);
    return parents[node] == ROOT ? name : path(parents[node]) + "/" + name;
  }

  /** The place of a path; negative if nothing was ever there. */
  int find(String path) {
    return walk(path.getBytes(StandardCharsets.UTF_8), false);
  }

  /** The place of a path, whether something is there or not. */
  int place(String path) throws IOException {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    int found = walk(bytes, true);
    if (count > MAX_PATHS) {
      throw new IOException("with it there are more than " + MAX_PATHS + " files");
    }
    if (found < 0) {
      throw new IOException("it has a name of more than " + LONGEST_NAME + " bytes");
    }
    return found;
  }

  /** Puts something at a place. */
  void put(int node, int layer, long size, int mark) {
    layers[node] = (short) layer;
    sizes[node] = size;
    marks[node] = mark;
  }

  /** Takes what is at a place away, without what is below. */
  void remove(int node) {
    layers[node] = GONE;
    sizes[node] = 0;
    marks[node] = 0;
  }

  /**
   * Visits what earlier layers have below a place, once for each layer that asks for it.
   *
   * @param layer the one that asks
   * @param visitor may remove what it is told of
   */
  void sweep(int node, int layer, IntConsumer visitor) {
    for (int i = node; i != NONE; i = parents[i]) {
      if (swept[i] == layer + 1) {
        return;
      }
    }
    swept[node] = (short) (layer + 1);
    int at = children[node];
    while (at != NONE) {
      if (layers[at] != GONE && layers[at] < layer) {
        visitor.accept(at);
      }
      at = next(at, node);
    }
  }

  /** Downwards first, then to the side, then up: without a stack, since paths may be deep. */
  private int next(int at, int top) {
    if (children[at] != NONE) {
      return children[at];
    }
    int node = at;
    while (node != top) {
      if (siblings[node] != NONE) {
        return siblings[node];
      }
      node = parents[node];
    }
    return NONE;
  }

  private int walk(byte[] path, boolean create) {
    int node = ROOT;
    int start = 0;
    while (start < path.length) {
      int end = start;
      while (end < path.length && path[end] != '/') {
        end++;
      }
      if (end - start > LONGEST_NAME) {
        return NONE;
      }
      int slot = slot(node, path, start, end);
      int found = table[slot];
      if (found == NONE) {
        if (!create || count > MAX_PATHS) {
          return NONE;
        }
        found = node(node, path, start, end);
        // The table may have grown.
        table[slot(node, path, start, end)] = found;
      }
      node = found;
      start = end + 1;
    }
    return node;
  }

  private int node(int parent, byte[] path, int start, int end) {
    if (count == parents.length) {
      grow();
    }
    int length = end - start;
    if (lettersUsed + length + 2 > letters.length) {
      letters = Arrays.copyOf(letters, letters.length * 2 + LONGEST_NAME);
    }
    int node = count++;
    parents[node] = parent;
    children[node] = NONE;
    siblings[node] = parent == NONE ? NONE : children[parent];
    if (parent != NONE) {
      children[parent] = node;
    }
    names[node] = lettersUsed;
    letters[lettersUsed] = (byte) (length >> 8);
    letters[lettersUsed + 1] = (byte) length;
    System.arraycopy(path, start, letters, lettersUsed + 2, length);
    lettersUsed += length + 2;
    layers[node] = GONE;
    return node;
  }

  private int length(int node) {
    return (letters[names[node]] & 0xFF) << 8 | letters[names[node] + 1] & 0xFF;
  }

  /** Where in the table a name stands, or would stand. */
  private int slot(int parent, byte[] path, int start, int end) {
    int hash = hash(parent, path, start, end);
    int slot = hash & table.length - 1;
    while (table[slot] != NONE && !is(table[slot], parent, path, start, end)) {
      slot = slot + 1 & table.length - 1;
    }
    return slot;
  }

  private boolean is(int node, int parent, byte[] path, int start, int end) {
    return parents[node] == parent
        && length(node) == end - start
        && Arrays.equals(letters, names[node] + 2, names[node] + 2 + end - start, path, start, end);
  }

  private int hash(int parent, byte[] bytes, int start, int end) {
    int hash = seed ^ parent * 0x9E3779B9;
    for (int i = start; i < end; i++) {
      hash = Integer.rotateLeft(hash ^ bytes[i] * 0x85EBCA6B, 13) * 5 + 0xE6546B64;
    }
    hash ^= hash >>> 16;
    hash *= 0xC2B2AE35;
    return hash ^ hash >>> 15;
  }

  private void grow() {
    int capacity = parents.length * 2;
    parents = Arrays.copyOf(parents, capacity);
    children = Arrays.copyOf(children, capacity);
    siblings = Arrays.copyOf(siblings, capacity);
    names = Arrays.copyOf(names, capacity);
    sizes = Arrays.copyOf(sizes, capacity);
    layers = Arrays.copyOf(layers, capacity);
    swept = Arrays.copyOf(swept, capacity);
    marks = Arrays.copyOf(marks, capacity);
    table = new int[capacity * 2];
    Arrays.fill(table, NONE);
    for (int node = 1; node < count; node++) {
      int from = names[node] + 2;
      table[slot(parents[node], letters, from, from + length(node))] = node;
    }
  }
}
