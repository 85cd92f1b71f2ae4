package org.sitrep.core.index.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.search.ArticleSearcher;
import org.sitrep.core.index.search.SetCollector;
import org.sitrep.core.index.story.StoryOrdinals;

/**
 * Passes over the articles of the scope once: counts the hits, hands them to another collector
 * where there is one, and each article to the dimensions that it counts in; or its story, where
 * stories are counted. For one search and one thread.
 */
final class FacetCollector implements Collector {
  private static final int AT_ONCE = 512;

  private final ArticleSearcher searcher;
  private final @Nullable Collector hits;
  private final List<DimensionCounter> counters;
  private final @Nullable StoryOrdinals stories;
  private int total;

  /**
   * Makes a collector.
   *
   * @param searcher knows when the time is over
   * @param hits gets every hit; null where they are only counted
   * @param counters the dimensions that are counted
   * @param stories where stories are counted, their numbers; else null
   */
  FacetCollector(
      ArticleSearcher searcher,
      @Nullable Collector hits,
      List<DimensionCounter> counters,
      @Nullable StoryOrdinals stories) {
    this.searcher = searcher;
    this.hits = hits;
    this.counters = counters;
    this.stories = stories;
  }

  /** How many articles passed all selections. */
  int total() {
    return total;
  }

  @Override
  public ScoreMode scoreMode() {
    return hits != null && hits.scoreMode().needsScores()
        ? ScoreMode.COMPLETE
        : ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    List<DimensionCounter.Leaf> selected = new ArrayList<>();
    List<DimensionCounter.Leaf> free = new ArrayList<>();
    for (DimensionCounter counter : counters) {
      (counter.isSelected() ? selected : free).add(counter.leaf(context, searcher));
    }
    LeafReader segment = context.reader();
    LeafCollector leafHits = hits == null ? null : hits.getLeafCollector(context);
    return stories == null
        ? new Leaf(segment, leafHits, selected, free)
        : new StoryLeaf(segment, leafHits, selected, free, stories, context.docBase);
  }

  private class Leaf implements SetCollector {
    private final LeafReader segment;
    final @Nullable LeafCollector hits;
    final DimensionCounter.Leaf[] selected;
    final DimensionCounter.Leaf[] free;

    /** Hits that the free dimensions have still to count: many at once is much quicker. */
    private final int[] docs = new int[AT_ONCE];

    private int size;

    Leaf(
        LeafReader segment,
        @Nullable LeafCollector hits,
        List<DimensionCounter.Leaf> selected,
        List<DimensionCounter.Leaf> free) {
      this.segment = segment;
      this.hits = hits;
      this.selected = selected.toArray(DimensionCounter.Leaf[]::new);
      this.free = free.toArray(DimensionCounter.Leaf[]::new);
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      if (hits != null) {
        hits.setScorer(scorer);
      }
    }

    @Override
    public boolean takesSets() {
      return hits == null && selected.length == 0;
    }

    /** Where more match than do not, counts those that do not, and takes them from all. */
    @Override
    public void collect(FixedBitSet matching) throws IOException {
      int matches = matching.cardinality();
      total += matches;
      boolean others = matches > segment.numDocs() / 2;
      for (DimensionCounter.Leaf dimension : free) {
        others &= dimension.knowsAll();
      }
      if (others) {
        matching.flip(0, matching.length());
        Bits live = segment.getLiveDocs();
        if (live != null) {
          live.applyMask(matching, 0);
        }
      }
      DocIdSetIterator counted = new BitSetIterator(matching, matches);
      counted.nextDoc();
      size = counted.intoArray(DocIdSetIterator.NO_MORE_DOCS, docs);
      while (size > 0) {
        countFree();
        size = counted.intoArray(DocIdSetIterator.NO_MORE_DOCS, docs);
      }
      if (others) {
        for (DimensionCounter.Leaf dimension : free) {
          dimension.takeFromAll();
        }
      }
    }

    @Override
    public void collect(DocIdStream stream) throws IOException {
      boolean manyAtOnce = selected.length == 0 || (selected.length == 1 && selected[0].canKeep());
      if (hits != null || !manyAtOnce) {
        stream.forEach(this::collect);
        return;
      }
      countFree();
      size = stream.intoArray(docs);
      while (size > 0) {
        for (DimensionCounter.Leaf dimension : selected) {
          dimension.countFree(docs, size);
          size = dimension.keepPassing(docs, size);
        }
        total += size;
        countFree();
        size = stream.intoArray(docs);
      }
    }

    @Override
    public void collect(int doc) throws IOException {
      DimensionCounter.@Nullable Leaf failed = null;
      for (DimensionCounter.Leaf dimension : selected) {
        if (!dimension.load(doc)) {
          if (failed != null) {
            return;
          }
          failed = dimension;
        }
      }
      if (failed != null) {
        failed.count();
        return;
      }
      hit(doc);
      for (DimensionCounter.Leaf dimension : selected) {
        dimension.count();
      }
      docs[size++] = doc;
      if (size == docs.length) {
        countFree();
      }
    }

    final void hit(int doc) throws IOException {
      total++;
      if (hits != null) {
        hits.collect(doc);
      }
    }

    private void countFree() throws IOException {
      for (DimensionCounter.Leaf dimension : free) {
        dimension.countFree(docs, size);
      }
      size = 0;
    }

    @Override
    public void finish() throws IOException {
      countFree();
      if (hits != null) {
        hits.finish();
      }
      for (DimensionCounter.Leaf dimension : selected) {
        dimension.finish();
      }
      for (DimensionCounter.Leaf dimension : free) {
        dimension.finish();
      }
    }
  }

  /** Counts a story once for each value, where articles have copies. */
  private final class StoryLeaf extends Leaf {
    private final StoryOrdinals stories;
    private final int base;

    StoryLeaf(
        LeafReader segment,
        @Nullable LeafCollector hits,
        List<DimensionCounter.Leaf> selected,
        List<DimensionCounter.Leaf> free,
        StoryOrdinals stories,
        int base) {
      super(segment, hits, selected, free);
      this.stories = stories;
      this.base = base;
    }

    @Override
    public boolean takesSets() {
      return false;
    }

    @Override
    public void collect(DocIdStream stream) throws IOException {
      stream.forEach(this::collect);
    }

    @Override
    public void collect(int doc) throws IOException {
      int story = stories.of(base + doc);
      if (story == StoryOrdinals.ALONE) {
        super.collect(doc);
        return;
      }
      List<DimensionCounter.Leaf> failed = new ArrayList<>();
      for (DimensionCounter.Leaf dimension : selected) {
        if (!dimension.load(doc)) {
          failed.add(dimension);
        }
      }
      if (failed.size() == 1) {
        failed.get(0).count(story);
      } else if (failed.isEmpty()) {
        hit(doc);
        for (DimensionCounter.Leaf dimension : selected) {
          dimension.count(story);
        }
        for (DimensionCounter.Leaf dimension : free) {
          dimension.load(doc);
          dimension.count(story);
        }
      }
    }
  }
}
