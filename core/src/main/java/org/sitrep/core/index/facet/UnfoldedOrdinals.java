package org.sitrep.core.index.facet;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.ArrayUtil;

/**
 * All values of a dimension in one segment, unfolded from the index into arrays: 4 bytes an
 * article, and for an article of several values 4 bytes more for each and for their number; 4 bytes
 * an article again where last values were counted. Most articles have one value at most in most
 * dimensions, and it is found with one look at memory, which is what counting costs. Safe for use
 * by several threads.
 */
final class UnfoldedOrdinals {
  private static final int NONE = -1;

  /** An article's only value, or where its values start among {@link #several}, negated. */
  private final int[] only;

  /** The values of one article after the other's, each time after their number. */
  private final int[] several;

  /** The last value of each article; empty until it is asked for, the same for all threads. */
  private volatile int[] last = new int[0];

  /**
   * Unfolds a segment.
   *
   * @param values the segment's values, unread
   * @param articles how many articles the segment has, deleted ones among them
   * @throws IOException if the index cannot be read
   */
  UnfoldedOrdinals(SortedSetDocValues values, int articles) throws IOException {
    only = new int[articles];
    int[] found = new int[16];
    int size = 1; // what articles of no value have in common: a number of 0
    for (int doc = 0; doc < articles; doc++) {
      int count = values.advanceExact(doc) ? values.docValueCount() : 0;
      if (count == 1) {
        only[doc] = (int) values.nextOrd();
        continue;
      }
      only[doc] = count == 0 ? NONE : ~size;
      if (count > 0) {
        found = ArrayUtil.grow(found, size + 1 + count);
        found[size++] = count;
        for (int i = 0; i < count; i++) {
          found[size++] = (int) values.nextOrd();
        }
      }
    }
    several = Arrays.copyOf(found, size);
  }

  /** An article's only value; negative where it has none or several. */
  int only(int doc) {
    return only[doc];
  }

  /** Where the number of values stands that belongs to a negative answer for an article's only. */
  int place(int negative) {
    return ~negative;
  }

  /** Numbers of values, each with so many values after it. */
  int[] several() {
    return several;
  }

  /** Counts all values of some articles. */
  void count(int[] docs, int size, int[] counts) {
    int[] values = only;
    int[] more = several;
    for (int i = 0; i < size; i++) {
      int value = values[docs[i]];
      if (value >= 0) {
        counts[value]++;
        continue;
      }
      int at = ~value;
      int end = at + more[at];
      while (at < end) {
        counts[more[++at]]++;
      }
    }
  }

  /** Counts the last value of each of some articles. */
  void countLast(int[] docs, int size, int[] counts) {
    int[] values = last();
    for (int i = 0; i < size; i++) {
      int value = values[docs[i]];
      if (value >= 0) {
        counts[value]++;
      }
    }
  }

  private int[] last() {
    int[] values = last;
    if (values.length < only.length) {
      values = new int[only.length];
      for (int doc = 0; doc < values.length; doc++) {
        int value = only[doc];
        int count = value < NONE ? several[~value] : 0;
        values[doc] = count > 0 ? several[~value + count] : value;
      }
      last = values;
    }
    return values;
  }
}
