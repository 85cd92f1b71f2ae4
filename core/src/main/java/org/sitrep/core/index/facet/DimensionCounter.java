package org.sitrep.core.index.facet;

import java.io.IOException;
import java.util.Collection;
import java.util.function.IntPredicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.search.ArticleSearcher;
import org.sitrep.core.index.store.DateInterval;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.Selection;

/**
 * Counts one dimension: says whether an article passes the dimension's own selection, and counts
 * the values that it would be a hit for. For one search and one thread.
 */
final class DimensionCounter {
  // What stories are counted for beside values; numbered on from the values.
  private static final int OTHERS = 0;
  private static final int COARSER_THAN_MONTH = 1;
  private static final int COARSER_THAN_DAY = 2;

  /** After how many selected values that are looked up the time is looked at. */
  private static final int AT_ONCE = 1 << 10;

  private final Facet facet;
  private final Selection selection;
  private final Ordinals ordinals;
  private final int[] counts;
  private final long[] depths = new long[4];
  private final StoryValues stories = new StoryValues();
  private final long[] storiesBeside = new long[3];
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

  boolean excludes(String key) {
    return selection.excluded().contains(key);
  }

  /** How many articles have the value of each number, by the rule of counts. */
  int[] counts() {
    return counts;
  }

  /** For dates: how many have a date, no excluded one, that is not known to a level. */
  long coarser(DateLevel level) {
    return switch (level) {
      case YEAR -> 0;
      case MONTH -> depths[1] + storiesBeside[COARSER_THAN_MONTH];
      case DAY -> depths[1] + depths[2] + storiesBeside[COARSER_THAN_DAY];
    };
  }

  /** How many have one of some values, each of which has its number in the counts. */
  long withAnyOf(IntPredicate values) {
    long sum = 0;
    for (int ordinal = 0; ordinal < counts.length; ordinal++) {
      sum += values.test(ordinal) ? counts[ordinal] : 0;
    }
    return sum - stories.repeated(values);
  }

  /** How many articles or stories have a value that is not listed. */
  long others() {
    return others + storiesBeside[OTHERS];
  }

  /** Adds what stories count to the whole, once, after all segments. */
  void countStories() {
    stories.distinct(
        value -> {
          if (value < counts.length) {
            counts[value]++;
          } else {
            storiesBeside[value - counts.length]++;
          }
        });
  }

  private void addBeside(int story, int beside) {
    stories.add(story, counts.length + beside);
  }

  /** Prepares counting in a segment, for which the values selected are looked up while time is. */
  Leaf leaf(LeafReaderContext context, ArticleSearcher searcher) throws IOException {
    return new Leaf(context, searcher);
  }

  /** Counts in one segment, whose articles come in their order. */
  final class Leaf {
    private final LeafReaderContext context;
    private final LeafValues values;
    private final LongValues global;
    private final @Nullable FixedBitSet included;
    private final @Nullable FixedBitSet excluded;
    private final int wanted;
    private final @Nullable Days days;
    private final int[] leafCounts;

    /** For dates: how many are known to a day, month or year and no further. */
    private final int[] finest;

    private int excludedHere;
    private boolean hasAllIncluded;

    Leaf(LeafReaderContext context, ArticleSearcher searcher) throws IOException {
      this.context = context;
      values = ordinals.values(context);
      global = ordinals.global(context);
      included = find(selection.included(), searcher);
      excluded = find(selection.excluded(), searcher);
      wanted = selection.included().size();
      days = selection.range().isPresent() ? new Days(context) : null;
      leafCounts = new int[ordinals.size(context)];
      finest = new int[facet == Facet.DATE ? leafCounts.length : 0];
    }

    private @Nullable FixedBitSet find(Collection<String> wantedKeys, ArticleSearcher searcher)
        throws IOException {
      if (wantedKeys.isEmpty()) {
        return null;
      }
      SortedSetDocValues keys = ordinals.leaf(context);
      FixedBitSet found = new FixedBitSet(Math.max(1, ordinals.size(context)));
      int looked = 0;
      for (String key : wantedKeys) {
        if (++looked % AT_ONCE == 0) {
          searcher.checkTime();
        }
        long ord = keys.lookupTerm(new BytesRef(key));
        if (ord >= 0) {
          found.set(Math.toIntExact(ord));
        }
      }
      return found;
    }

    /** Reads an article's values and says whether it passes the dimension's own selection. */
    boolean load(int doc) throws IOException {
      values.load(doc);
      excludedHere = excluded == null ? 0 : countIn(excluded);
      int includedHere = included == null ? 0 : countIn(included);
      boolean inRange = days != null && days.contain(doc);
      hasAllIncluded = includedHere == wanted && (days == null || inRange);
      return excludedHere == 0 && passes(includedHere, inRange);
    }

    private int countIn(FixedBitSet wantedOrds) {
      int found = 0;
      for (int i = values.from; i < values.to; i++) {
        if (wantedOrds.get(values.ords[i])) {
          found++;
        }
      }
      return found;
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
        countAll();
      } else if (excludedHere == 1) {
        leafCounts[values.ords[excludedAt()]]++;
      }
    }

    private void countAll() {
      int[] ords = values.ords;
      int to = values.to;
      if (facet == Facet.DATE && to > values.from) {
        // A day comes after its month and its year, which are counted by it in the end.
        finest[ords[to - 1]]++;
        return;
      }
      for (int i = values.from; i < to; i++) {
        leafCounts[ords[i]]++;
      }
    }

    private int depthOf(int ord) {
      return depth(ordinals.dateLength((int) global.get(ord)));
    }

    /**
     * Counts the article loaded last, a copy of others, for its story: for every value that it
     * would be a hit for, however many of the copies are.
     */
    void count(int story) {
      boolean failsAll = selection.mode() == Selection.Mode.ALL && !hasAllIncluded;
      if (failsAll || excludedHere > 1) {
        return;
      }
      int from = excludedHere == 0 ? values.from : excludedAt();
      int to = excludedHere == 0 ? values.to : from + 1;
      for (int i = from; i < to; i++) {
        int value = (int) global.get(values.ords[i]);
        if (listed == null) {
          stories.add(story, value);
        } else if (!listed.get(value)) {
          addBeside(story, OTHERS);
        }
      }
      if (facet == Facet.DATE && listed == null && excludedHere == 0) {
        countDepth(story);
      }
    }

    private void countDepth(int story) {
      int depth = depthOf(values.ords[values.to - 1]);
      if (depth == 1) {
        addBeside(story, COARSER_THAN_MONTH);
      }
      if (depth == 1 || depth == 2) {
        addBeside(story, COARSER_THAN_DAY);
      }
    }

    /**
     * Whether it counts all that passes the other dimensions, passes what has any of the values
     * selected, and has its numbers in memory: then {@link #keepPassing} works.
     */
    boolean canKeep() {
      return included != null
          && excluded == null
          && days == null
          && selection.mode() == Selection.Mode.ANY
          && values instanceof LeafValues.Unfolded;
    }

    /**
     * Keeps of some articles those that have a value selected.
     *
     * @return how many are kept, at the start of the array
     */
    int keepPassing(int[] docs, int size) {
      return included != null && values instanceof LeafValues.Unfolded unfolded
          ? unfolded.keep(docs, size, included)
          : size;
    }

    /** Counts articles, which come in their order, as in a dimension without selection. */
    void countFree(int[] docs, int size) throws IOException {
      if (listed != null) {
        for (int i = 0; i < size; i++) {
          values.load(docs[i]);
          countUnlisted(listed);
        }
      } else if (facet == Facet.DATE) {
        values.countLast(docs, size, finest);
      } else {
        values.count(docs, size, leafCounts);
      }
    }

    /** Whether it can count what all articles of the segment have: then {@link #takeFromAll}. */
    boolean knowsAll() {
      return listed == null && values instanceof LeafValues.Unfolded;
    }

    /** Makes of the counts of some articles, all counted as free, those of all others. */
    void takeFromAll() throws IOException {
      int[] some = facet == Facet.DATE ? finest : leafCounts;
      int[] all = ordinals.countsOfAll(context);
      for (int ord = 0; ord < some.length; ord++) {
        some[ord] = all[ord] - some[ord];
      }
    }

    private void countUnlisted(FixedBitSet all) {
      if (excludedHere > 1) {
        return;
      }
      int from = excludedHere == 0 ? values.from : excludedAt();
      int to = excludedHere == 0 ? values.to : from + 1;
      for (int i = from; i < to; i++) {
        if (!all.get((int) global.get(values.ords[i]))) {
          others++;
          return;
        }
      }
    }

    private int excludedAt() {
      int i = values.from;
      while (excluded != null && !excluded.get(values.ords[i])) {
        i++;
      }
      return i;
    }

    /** Counts each date for its month and its year too, which come before it in their order. */
    private void addDates() {
      int[] above = new int[4];
      for (int ord = 0; ord < finest.length; ord++) {
        int depth = depthOf(ord);
        above[depth] = ord;
        if (finest[ord] > 0) {
          depths[depth] += finest[ord];
          for (int i = Math.min(1, depth); i <= depth; i++) {
            leafCounts[above[i]] += finest[ord];
          }
        }
      }
    }

    /** Adds what was counted in this segment to the whole. */
    void finish() {
      addDates();
      for (int ord = 0; ord < leafCounts.length; ord++) {
        if (leafCounts[ord] > 0) {
          counts[(int) global.get(ord)] += leafCounts[ord];
        }
      }
    }
  }

  /** How finely a date is known: not at all (0), to the year (1), the month or the day. */
  private static int depth(int keyLength) {
    if (keyLength == 0) {
      return 0;
    }
    return keyLength == DateLevel.YEAR.keyLength()
        ? 1
        : keyLength == DateLevel.MONTH.keyLength() ? 2 : 3;
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
