package org.sitrep.core.vocabulary;

import java.util.Arrays;

/** The edges of a trie: from a node and the number of a word to a node, by open addressing. */
final class EdgeTable {
  private static final long FREE = -1;

  private long[] keys = filled(2048);
  private int[] targets = new int[2048];
  private int size;

  /** The node that a word leads to; -1 where there is none. */
  int find(int node, int word) {
    int slot = slotOf(key(node, word));
    return keys[slot] == FREE ? -1 : targets[slot];
  }

  void put(int node, int word, int target) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slotOf(key(node, word));
    keys[slot] = key(node, word);
    targets[slot] = target;
    size++;
  }

  private int slotOf(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 40) & mask;
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldTargets = targets;
    keys = filled(oldKeys.length * 2);
    targets = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        targets[slot] = oldTargets[i];
      }
    }
  }

  private static long key(int node, int word) {
    return ((long) node << 32) | word;
  }

  private static long[] filled(int length) {
    long[] keys = new long[length];
    Arrays.fill(keys, FREE);
    return keys;
  }
}
