package org.sitrep.core.index.facet;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.ArrayUtil;

/**
 * All values of a dimension in one segment, unfolded from the index into two arrays: 4 bytes an
 * article and 4 bytes a value. Immutable; safe for use by several threads.
 */
final class UnfoldedOrdinals {
  private final int[] starts;
  private final int[] ords;

  /**
   * Unfolds a segment.
   *
   * @param values the segment's values, unread
   * @param articles how many articles the segment has, deleted ones among them
   * @throws IOException if the index cannot be read
   */
  UnfoldedOrdinals(SortedSetDocValues values, int articles) throws IOException {
    starts = new int[articles + 1];
    int[] found = new int[articles + 16];
    int size = 0;
    for (int doc = 0; doc < articles; doc++) {
      starts[doc] = size;
      if (values.advanceExact(doc)) {
        int count = values.docValueCount();
        found = ArrayUtil.grow(found, size + count);
        for (int i = 0; i < count; i++) {
          found[size++] = (int) values.nextOrd();
        }
      }
    }
    starts[articles] = size;
    ords = Arrays.copyOf(found, size);
  }

  /** Where an article's values start; those of the one after it where they end. */
  int start(int doc) {
    return starts[doc];
  }

  /** Counts all values of some articles. */
  void count(int[] docs, int size, int[] counts) {
    int[] firsts = starts;
    int[] values = ords;
    for (int i = 0; i < size; i++) {
      int end = firsts[docs[i] + 1];
      for (int at = firsts[docs[i]]; at < end; at++) {
        counts[values[at]]++;
      }
    }
  }

  /** Counts the last value of each of some articles. */
  void countLast(int[] docs, int size, int[] counts) {
    for (int i = 0; i < size; i++) {
      int end = starts[docs[i] + 1];
      if (end > starts[docs[i]]) {
        counts[ords[end - 1]]++;
      }
    }
  }

  /** The values of all articles, one article's after the other's. */
  int[] ords() {
    return ords;
  }
}
