package org.sitrep.core.index.facet;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.store.DateInterval;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.search.Selection;

/**
 * Counts one dimension: says whether an article passes the dimension's own selection, and counts
 * the values that it would be a hit for. For one search and one thread.
 */
final class DimensionCounter {
  private final Facet facet;
  private final Selection selection;
  private final Ordinals ordinals;
  private final int[] counts;
  private final long[] depths = new long[4];
  private final @Nullable FixedBitSet listed;
  private long others;

  DimensionCounter(Selection selection, Ordinals ordinals, @Nullable FixedBitSet listed) {
    this.facet = selection.facet();
    this.selection = selection;
    this.ordinals = ordinals;
    this.counts = new int[ordinals.size()];
    this.listed = listed;
  }

  Facet facet() {
    return facet;
  }

  Ordinals ordinals() {
    return ordinals;
  }

  boolean isSelected() {
    return !selection.isEmpty();
  }

  /** How many articles have the value of each number, by the rule of counts. */
  int[] counts() {
    return counts;
  }

  /**
   * For dates: how many articles without an excluded value are known to the year (1, unknown dates
   * among them), the month (2) and the day (3).
   */
  long depth(int parts) {
    return depths[parts];
  }

  /** How many articles have a value that is not listed. */
  long others() {
    return others;
  }

  Leaf leaf(LeafReaderContext context) throws IOException {
    return new Leaf(context);
  }

  /** Counts in one segment, whose articles come in their order. */
  final class Leaf {
    private final SortedSetDocValues values;
    private final LongValues global;
    private final @Nullable FixedBitSet included;
    private final @Nullable FixedBitSet excluded;
    private final int wanted;
    private final @Nullable Days days;
    private final int[] leafCounts;
    private int[] ords = new int[8];
    private int size;
    private int excludedHere;
    private boolean hasAllIncluded;

    Leaf(LeafReaderContext context) throws IOException {
      values = ordinals.leaf(context);
      global = ordinals.global(context);
      included = find(selection.included());
      excluded = find(selection.excluded());
      wanted = selection.included().size();
      days = selection.range().isPresent() ? new Days(context) : null;
      leafCounts = new int[Math.toIntExact(values.getValueCount())];
    }

    private @Nullable FixedBitSet find(Collection<String> keys) throws IOException {
      if (keys.isEmpty()) {
        return null;
      }
      FixedBitSet found = new FixedBitSet(Math.max(1, Math.toIntExact(values.getValueCount())));
      for (String key : keys) {
        long ord = values.lookupTerm(new BytesRef(key));
        if (ord >= 0) {
          found.set(Math.toIntExact(ord));
        }
      }
      return found;
    }

    /** Reads an article's values and says whether it passes the dimension's own selection. */
    boolean load(int doc) throws IOException {
      size = values.advanceExact(doc) ? values.docValueCount() : 0;
      ords = ArrayUtil.growNoCopy(ords, size);
      excludedHere = 0;
      int includedHere = 0;
      for (int i = 0; i < size; i++) {
        int ord = (int) values.nextOrd();
        ords[i] = ord;
        if (excluded != null && excluded.get(ord)) {
          excludedHere++;
        }
        if (included != null && included.get(ord)) {
          includedHere++;
        }
      }
      boolean inRange = days != null && days.contain(doc);
      hasAllIncluded = includedHere == wanted && (days == null || inRange);
      return excludedHere == 0 && passes(includedHere, inRange);
    }

    private boolean passes(int includedHere, boolean inRange) {
      if (wanted == 0 && days == null) {
        return true;
      }
      return selection.mode() == Selection.Mode.ALL ? hasAllIncluded : includedHere > 0 || inRange;
    }

    /** Counts the article loaded last for every value that it would be a hit for. */
    void count() {
      if (selection.mode() == Selection.Mode.ALL && !hasAllIncluded) {
        return;
      }
      if (listed != null) {
        countUnlisted(listed);
      } else if (excludedHere == 0) {
        for (int i = 0; i < size; i++) {
          leafCounts[ords[i]]++;
        }
        if (facet == Facet.DATE) {
          depths[size]++;
        }
      } else if (excludedHere == 1) {
        leafCounts[ords[excludedOrd()]]++;
      }
    }

    private void countUnlisted(FixedBitSet all) {
      if (excludedHere > 1) {
        return;
      }
      int from = excludedHere == 0 ? 0 : excludedOrd();
      int to = excludedHere == 0 ? size : from + 1;
      for (int i = from; i < to; i++) {
        if (!all.get((int) global.get(ords[i]))) {
          others++;
          return;
        }
      }
    }

    private int excludedOrd() {
      int i = 0;
      while (excluded != null && !excluded.get(ords[i])) {
        i++;
      }
      return i;
    }

    /** Adds what was counted in this segment to the whole. */
    void finish() {
      for (int ord = 0; ord < leafCounts.length; ord++) {
        if (leafCounts[ord] > 0) {
          counts[(int) global.get(ord)] += leafCounts[ord];
        }
      }
    }
  }

  /** The days selected, asked of the articles of one segment. */
  private final class Days {
    private final DateInterval wanted;
    private final NumericDocValues start;
    private final NumericDocValues end;

    Days(LeafReaderContext context) throws IOException {
      wanted = DateInterval.of(selection.range().orElseThrow());
      start = DocValues.getNumeric(context.reader(), Schema.DATE_START);
      end = DocValues.getNumeric(context.reader(), Schema.DATE_END);
    }

    boolean contain(int doc) throws IOException {
      return start.advanceExact(doc)
          && end.advanceExact(doc)
          && wanted.contains(start.longValue(), end.longValue());
    }
  }
}
