package org.sitrep.core.index.facet;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.store.Schema;

/**
 * Keeps the values of segments unfolded in memory, as long as the segments are open. A dimension of
 * a segment is unfolded when it is asked for the second time: a process that asks once and ends
 * would pay more for it than it gets. Safe for use by several threads.
 */
public final class FacetCache {
  private final Map<IndexReader.CacheKey, Segment> segments = new ConcurrentHashMap<>();

  /** Makes an empty cache. */
  public FacetCache() {}

  /** Returns a segment's values of a dimension, for one thread. */
  LeafValues values(Facet facet, LeafReader leaf) throws IOException {
    IndexReader.CacheHelper helper = leaf.getCoreCacheHelper();
    if (helper == null) {
      return new LeafValues.Kept(DocValues.getSortedSet(leaf, Schema.keys(facet)));
    }
    Segment segment = segments.get(helper.getKey());
    if (segment == null) {
      Segment made = new Segment();
      segment = segments.putIfAbsent(helper.getKey(), made);
      if (segment == null) {
        segment = made;
        helper.addClosedListener(segments::remove);
      }
    }
    return segment.values(facet, leaf);
  }

  /** What is kept of one segment. */
  private static final class Segment {
    private final EnumMap<Facet, Boolean> asked = new EnumMap<>(Facet.class);
    private final EnumMap<Facet, UnfoldedOrdinals> unfolded = new EnumMap<>(Facet.class);

    synchronized LeafValues values(Facet facet, LeafReader leaf) throws IOException {
      UnfoldedOrdinals ordinals = unfolded.get(facet);
      if (ordinals == null && asked.put(facet, true) != null) {
        ordinals =
            new UnfoldedOrdinals(DocValues.getSortedSet(leaf, Schema.keys(facet)), leaf.maxDoc());
        unfolded.put(facet, ordinals);
      }
      return ordinals == null
          ? new LeafValues.Kept(DocValues.getSortedSet(leaf, Schema.keys(facet)))
          : new LeafValues.Unfolded(ordinals);
    }
  }
}
