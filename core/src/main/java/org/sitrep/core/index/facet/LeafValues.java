package org.sitrep.core.index.facet;

import java.io.IOException;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.FixedBitSet;

/**
 * The values of a dimension in one segment, article by article. After {@link #load} they stand in
 * {@link #ords}, from {@link #from} to {@link #to}, numbered within the segment. For one thread.
 */
abstract sealed class LeafValues {
  /** Numbers of values; of which those of the article loaded last are a part. */
  int[] ords = new int[8];

  /** Where the article's values start. */
  int from;

  /** Where the article's values end, not included. */
  int to;

  /** Reads an article's values. Articles are asked for in their order. */
  abstract void load(int doc) throws IOException;

  /**
   * Counts all values of some articles.
   *
   * @param docs the articles, in their order
   * @param size how many of them
   * @param counts one for each value
   */
  abstract void count(int[] docs, int size, int[] counts) throws IOException;

  /** Counts the last value of each of some articles, in the order of values. */
  abstract void countLast(int[] docs, int size, int[] counts) throws IOException;

  /** Reads them from the index, one by one; costs nothing to make. */
  static final class Kept extends LeafValues {
    private final SortedSetDocValues values;

    Kept(SortedSetDocValues values) {
      this.values = values;
    }

    @Override
    void load(int doc) throws IOException {
      to = values.advanceExact(doc) ? values.docValueCount() : 0;
      ords = ArrayUtil.growNoCopy(ords, to);
      for (int i = 0; i < to; i++) {
        ords[i] = (int) values.nextOrd();
      }
    }

    @Override
    void count(int[] docs, int size, int[] counts) throws IOException {
      for (int i = 0; i < size; i++) {
        load(docs[i]);
        for (int n = 0; n < to; n++) {
          counts[ords[n]]++;
        }
      }
    }

    @Override
    void countLast(int[] docs, int size, int[] counts) throws IOException {
      for (int i = 0; i < size; i++) {
        load(docs[i]);
        if (to > 0) {
          counts[ords[to - 1]]++;
        }
      }
    }
  }

  /** Finds them in arrays; here articles may be asked for in any order. */
  static final class Unfolded extends LeafValues {
    private final UnfoldedOrdinals all;
    private final int[] only = new int[1];

    Unfolded(UnfoldedOrdinals all) {
      this.all = all;
    }

    @Override
    void load(int doc) {
      int value = all.only(doc);
      if (value >= 0) {
        only[0] = value;
        ords = only;
        from = 0;
        to = 1;
      } else {
        ords = all.several();
        from = all.place(value) + 1;
        to = from + ords[from - 1];
      }
    }

    @Override
    void count(int[] docs, int size, int[] counts) {
      all.count(docs, size, counts);
    }

    @Override
    void countLast(int[] docs, int size, int[] counts) {
      all.countLast(docs, size, counts);
    }

    /**
     * Keeps of some articles those that have one of some values.
     *
     * @param docs the articles, in their order; those kept come to stand first
     * @param size how many of them
     * @param wanted the values
     * @return how many are kept
     */
    int keep(int[] docs, int size, FixedBitSet wanted) {
      int kept = 0;
      for (int i = 0; i < size; i++) {
        load(docs[i]);
        int at = from;
        while (at < to && !wanted.get(ords[at])) {
          at++;
        }
        if (at < to) {
          docs[kept++] = docs[i];
        }
      }
      return kept;
    }
  }
}
