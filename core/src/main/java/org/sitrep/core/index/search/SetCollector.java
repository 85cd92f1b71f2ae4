package org.sitrep.core.index.search;

import java.io.IOException;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.util.FixedBitSet;

/** Collects a segment's articles, where most of them match as one set: that is quicker to make. */
public interface SetCollector extends LeafCollector {

  /**
   * Says whether it takes sets.
   *
   * @return false where articles have to be handed to it one by one
   */
  boolean takesSets();

  /**
   * Collects all articles of the segment that match.
   *
   * @param articles their numbers in the segment, none deleted; the collector's from here on
   * @throws IOException if the index cannot be read
   */
  void collect(FixedBitSet articles) throws IOException;
}
