package org.sitrep.core.index.facet;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.apache.lucene.util.ArrayUtil;

/**
 * Which stories count for which values, each pair once however many copies bring it: kept as they
 * come, 8 bytes each, and sorted when all are in. For one search and one thread.
 */
final class StoryValues {
  private long[] pairs = {};
  private int size;

  /** Adds a pair, again or for the first time. */
  void add(int story, int value) {
    pairs = ArrayUtil.grow(pairs, size + 1);
    pairs[size++] = (long) story << Integer.SIZE | value;
  }

  /** Drops what came again, and hands each story's values to a counter. */
  void distinct(IntConsumer counter) {
    Arrays.sort(pairs, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        pairs[kept++] = pairs[i];
      }
    }
    size = kept;
    for (int i = 0; i < size; i++) {
      counter.accept((int) pairs[i]);
    }
  }

  /**
   * Returns by how much the sum of some values' counts is larger than the number of stories that
   * have one of them.
   */
  long repeated(IntPredicate values) {
    long repeated = 0;
    long last = -1;
    for (int i = 0; i < size; i++) {
      if (values.test((int) pairs[i])) {
        long story = pairs[i] >> Integer.SIZE;
        repeated += story == last ? 1 : 0;
        last = story;
      }
    }
    return repeated;
  }
}
