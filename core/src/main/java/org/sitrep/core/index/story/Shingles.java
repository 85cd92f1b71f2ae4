package org.sitrep.core.index.story;

import java.util.Arrays;
import java.util.Locale;

/**
 * The shingles of a text: every run of four words, as a set of 64-bit hashes. A text of fewer words
 * is one shingle. Words are runs of letters and digits, in lower case. Immutable.
 */
final class Shingles {
  /** How many words a shingle has. */
  static final int WORDS = 4;

  /** The least similarity of two articles that are the same text. */
  static final double SAME_TEXT = 0.8;

  private final long[] hashes;

  private Shingles(long[] hashes) {
    this.hashes = hashes;
  }

  static Shingles of(String text) {
    return new Shingles(Arrays.stream(all(text)).sorted().distinct().toArray());
  }

  /** Returns the hash of each shingle of a text, as often as it is there. */
  static long[] all(String text) {
    long[] words = words(text);
    if (words.length == 0) {
      return words;
    }
    int count = Math.max(1, words.length - WORDS + 1);
    long[] hashes = new long[count];
    for (int i = 0; i < count; i++) {
      long hash = 0;
      for (int j = i; j < Math.min(words.length, i + WORDS); j++) {
        hash = mix(hash * 31 + words[j]);
      }
      hashes[i] = hash;
    }
    return hashes;
  }

  private static long[] words(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    long[] words = new long[lower.length() / 4 + 8];
    int size = 0;
    long hash = 0;
    for (int i = 0; i <= lower.length(); i++) {
      char c = i < lower.length() ? lower.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        hash = hash * 0x100000001b3L + c + 1;
      } else if (hash != 0) {
        if (size == words.length) {
          words = Arrays.copyOf(words, size * 2);
        }
        words[size++] = mix(hash);
        hash = 0;
      }
    }
    return Arrays.copyOf(words, size);
  }

  /** Spreads the bits of a hash (the finalizer of MurmurHash3, A. Appleby). */
  static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  /** Says whether two texts are the same: Jaccard similarity of the sets, counted exactly. */
  boolean isSameTextAs(Shingles other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < hashes.length && j < other.hashes.length) {
      if (hashes[i] == other.hashes[j]) {
        shared++;
        i++;
        j++;
      } else if (hashes[i] < other.hashes[j]) {
        i++;
      } else {
        j++;
      }
    }
    int all = hashes.length + other.hashes.length - shared;
    return all > 0 && shared >= SAME_TEXT * all;
  }
}
