package org.sitrep.core.index.facet;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.store.Schema;

/**
 * The keys of one dimension in one reader, numbered in their order over all segments.
 *
 * <p>Immutable; safe for use by several threads while the reader is open.
 */
final class Ordinals {
  private final Facet facet;
  private final FacetCache cache;
  private final List<LeafReaderContext> leaves;
  private final @Nullable OrdinalMap map;
  private final int size;
  private final byte[] dateLengths;
  private final int[] leafSizes;
  private final int none;

  /** How many articles have each value, segment by segment, where it was asked for. */
  private final AtomicReferenceArray<int @Nullable []> countsOfAll;

  /** The keys that were read already; threads that meet here read the same. */
  private final @Nullable String[] known;

  /**
   * Numbers the keys.
   *
   * @param facet the dimension
   * @param reader the reader
   * @param cache keeps values unfolded
   * @throws IOException if the index cannot be read
   */
  Ordinals(Facet facet, IndexReader reader, FacetCache cache) throws IOException {
    this.facet = facet;
    this.cache = cache;
    this.leaves = reader.leaves();
    SortedSetDocValues[] values = new SortedSetDocValues[leaves.size()];
    leafSizes = new int[leaves.size()];
    countsOfAll = new AtomicReferenceArray<>(leaves.size());
    for (LeafReaderContext leaf : leaves) {
      values[leaf.ord] = leaf(leaf);
      leafSizes[leaf.ord] = Math.toIntExact(values[leaf.ord].getValueCount());
    }
    if (leaves.size() <= 1) {
      map = null;
      size = leaves.isEmpty() ? 0 : leafSizes[0];
    } else {
      map = OrdinalMap.build(null, values, PackedInts.DEFAULT);
      size = Math.toIntExact(map.getValueCount());
    }
    known = new String[size];
    dateLengths = facet == Facet.DATE ? dateLengths() : new byte[0];
    none = keys().find(Facet.NONE);
  }

  private byte[] dateLengths() throws IOException {
    Keys keys = keys();
    byte[] lengths = new byte[size];
    for (int ordinal = 0; ordinal < size; ordinal++) {
      lengths[ordinal] = (byte) keys.read(ordinal).length();
    }
    return lengths;
  }

  /** Returns the length of a date's key, which tells its level; 0 for the unknown date. */
  int dateLength(int ordinal) {
    return dateLengths[ordinal];
  }

  /** Returns how many keys there are; articles deleted since may have been the last to hold one. */
  int size() {
    return size;
  }

  /** Returns how many keys a segment has. */
  int size(LeafReaderContext leaf) {
    return leafSizes[leaf.ord];
  }

  /** Returns the number of the key for no value, or -1 where each article has one. */
  int none() {
    return none;
  }

  /** Returns a segment's values article by article, for one thread. */
  LeafValues values(LeafReaderContext leaf) throws IOException {
    return cache.values(facet, leaf.reader());
  }

  /** Returns a segment's values, numbered within the segment, for one thread. */
  SortedSetDocValues leaf(LeafReaderContext leaf) throws IOException {
    return DocValues.getSortedSet(leaf.reader(), Schema.keys(facet));
  }

  /**
   * Returns for each number within a segment how many of its live articles have the value; of
   * dates, as their last value. Worked out when first asked for; not to be changed.
   */
  int[] countsOfAll(LeafReaderContext leaf) throws IOException {
    int[] counts = countsOfAll.get(leaf.ord);
    if (counts == null) {
      counts = countAll(leaf);
      countsOfAll.set(leaf.ord, counts);
    }
    return counts;
  }

  private int[] countAll(LeafReaderContext leaf) throws IOException {
    int[] counts = new int[size(leaf)];
    LeafValues values = values(leaf);
    Bits live = leaf.reader().getLiveDocs();
    int[] one = new int[1];
    for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
      if (live == null || live.get(doc)) {
        one[0] = doc;
        if (facet == Facet.DATE) {
          values.countLast(one, 1, counts);
        } else {
          values.count(one, 1, counts);
        }
      }
    }
    return counts;
  }

  /** Returns the number over all segments for each number within a segment. */
  LongValues global(LeafReaderContext leaf) {
    return map == null ? LongValues.IDENTITY : map.getGlobalOrds(leaf.ord);
  }

  /** Returns a reader of keys, for one thread. */
  Keys keys() {
    return new Keys();
  }

  /** Reads keys by their numbers over all segments. */
  final class Keys {
    private final @Nullable SortedSetDocValues[] segments = new SortedSetDocValues[leaves.size()];

    String key(int ordinal) throws IOException {
      String key = known[ordinal];
      if (key == null) {
        key = read(ordinal);
        known[ordinal] = key;
      }
      return key;
    }

    private String read(int ordinal) throws IOException {
      int segment = map == null ? 0 : map.getFirstSegmentNumber(ordinal);
      long within = map == null ? ordinal : map.getFirstSegmentOrd(ordinal);
      return of(leaves.get(segment)).lookupOrd(within).utf8ToString();
    }

    /** Returns the number of a key over all segments, or -1 where no article has it. */
    int find(String key) throws IOException {
      BytesRef term = new BytesRef(key);
      for (LeafReaderContext leaf : leaves) {
        long within = of(leaf).lookupTerm(term);
        if (within >= 0) {
          return Math.toIntExact(global(leaf).get(within));
        }
      }
      return -1;
    }

    private SortedSetDocValues of(LeafReaderContext leaf) throws IOException {
      SortedSetDocValues keys = segments[leaf.ord];
      if (keys == null) {
        keys = leaf(leaf);
        segments[leaf.ord] = keys;
      }
      return keys;
    }
  }
}
