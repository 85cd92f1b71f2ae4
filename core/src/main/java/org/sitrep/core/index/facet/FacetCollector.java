package org.sitrep.core.index.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/**
 * Passes over the articles of the scope once: hands the hits to another collector, and each article
 * to the dimensions that it counts in. For one search and one thread.
 */
final class FacetCollector implements Collector {
  private final Collector hits;
  private final List<DimensionCounter> counters;

  FacetCollector(Collector hits, List<DimensionCounter> counters) {
    this.hits = hits;
    this.counters = counters;
  }

  @Override
  public ScoreMode scoreMode() {
    return hits.scoreMode().needsScores() ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    List<DimensionCounter.Leaf> selected = new ArrayList<>();
    List<DimensionCounter.Leaf> free = new ArrayList<>();
    for (DimensionCounter counter : counters) {
      (counter.isSelected() ? selected : free).add(counter.leaf(context));
    }
    return new Leaf(hits.getLeafCollector(context), selected, free);
  }

  private static final class Leaf implements LeafCollector {
    private final LeafCollector hits;
    private final DimensionCounter.Leaf[] selected;
    private final DimensionCounter.Leaf[] free;

    Leaf(
        LeafCollector hits,
        List<DimensionCounter.Leaf> selected,
        List<DimensionCounter.Leaf> free) {
      this.hits = hits;
      this.selected = selected.toArray(DimensionCounter.Leaf[]::new);
      this.free = free.toArray(DimensionCounter.Leaf[]::new);
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      hits.setScorer(scorer);
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
      hits.collect(doc);
      for (DimensionCounter.Leaf dimension : selected) {
        dimension.count();
      }
      for (DimensionCounter.Leaf dimension : free) {
        dimension.countFree(doc);
      }
    }

    @Override
    public void finish() throws IOException {
      hits.finish();
      for (DimensionCounter.Leaf dimension : selected) {
        dimension.finish();
      }
      for (DimensionCounter.Leaf dimension : free) {
        dimension.finish();
      }
    }
  }
}
