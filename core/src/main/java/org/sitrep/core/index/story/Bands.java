package org.sitrep.core.index.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * The terms by which articles of the same text find each other: the least hash of each of 80
 * buckets, five buckets to a term. Two texts with the similarity s share one of the 16 terms with
 * the probability 1 - (1 - s⁵)¹⁶: 0.998 for s = 0.8, 0.04 for s = 0.3.
 */
public final class Bands {
  private static final int BANDS = 16;
  private static final int ROWS = 5;
  private static final int BUCKETS = BANDS * ROWS;
  private static final long EMPTY = -1;

  private Bands() {}

  /**
   * Returns the terms of a text.
   *
   * @param body an article's body
   * @return 16 terms, none for a text without words
   */
  public static List<BytesRef> terms(String body) {
    long[] shingles = Shingles.all(body);
    if (shingles.length == 0) {
      return List.of();
    }
    long[] least = least(shingles);
    List<BytesRef> terms = new ArrayList<>(BANDS);
    for (int band = 0; band < BANDS; band++) {
      long hash = band;
      for (int row = 0; row < ROWS; row++) {
        hash = Shingles.mix(hash * 31 + least[band * ROWS + row]);
      }
      terms.add(term(band, hash));
    }
    return terms;
  }

  private static long[] least(long[] shingles) {
    long[] least = new long[BUCKETS];
    Arrays.fill(least, EMPTY);
    for (long hash : shingles) {
      int bucket = (int) Long.remainderUnsigned(hash, BUCKETS);
      long rest = Shingles.mix(hash) >>> 1;
      if (least[bucket] == EMPTY || rest < least[bucket]) {
        least[bucket] = rest;
      }
    }
    long[] filled = least.clone();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int steps = 0;
      while (least[(bucket + steps) % BUCKETS] == EMPTY) {
        steps++;
      }
      // An empty bucket borrows from the next that is not, and says from how far.
      filled[bucket] = least[(bucket + steps) % BUCKETS] + steps;
    }
    return filled;
  }

  private static BytesRef term(int band, long hash) {
    byte[] bytes = new byte[9];
    bytes[0] = (byte) band;
    for (int i = 0; i < 8; i++) {
      bytes[i + 1] = (byte) (hash >>> (8 * i));
    }
    return new BytesRef(bytes);
  }
}
