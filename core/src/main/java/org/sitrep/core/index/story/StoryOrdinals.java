package org.sitrep.core.index.story;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.sitrep.core.index.store.Schema;

/**
 * The stories of two articles or more of one reader, numbered from 0: 4 bytes an article. Most
 * articles have no copy, and whoever groups by story can pass over them.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class StoryOrdinals {
  /** Stands for the story of an article without copies. */
  public static final int ALONE = -1;

  private final int[] ordinals;
  private final int size;

  /**
   * Numbers the stories of a reader.
   *
   * @param reader the reader
   * @throws IOException if the index cannot be read
   */
  public StoryOrdinals(IndexReader reader) throws IOException {
    ordinals = new int[reader.maxDoc()];
    Arrays.fill(ordinals, ALONE);
    Map<Long, Integer> numbered = new HashMap<>();
    // A story is named by one of its articles: the others show that it has any.
    for (LeafReaderContext leaf : reader.leaves()) {
      number(leaf, numbered, false);
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      number(leaf, numbered, true);
    }
    size = numbered.size();
  }

  private void number(LeafReaderContext leaf, Map<Long, Integer> numbered, boolean naming)
      throws IOException {
    NumericDocValues stories = DocValues.getNumeric(leaf.reader(), Schema.STORY);
    NumericDocValues sequences = DocValues.getNumeric(leaf.reader(), Schema.SEQUENCE);
    for (int doc = stories.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = stories.nextDoc()) {
      long story = stories.longValue();
      boolean names = sequences.advanceExact(doc) && sequences.longValue() == story;
      if (naming && names) {
        ordinals[leaf.docBase + doc] = numbered.getOrDefault(story, ALONE);
      } else if (!naming && !names) {
        ordinals[leaf.docBase + doc] = numbered.computeIfAbsent(story, s -> numbered.size());
      }
    }
  }

  /**
   * Returns the number of an article's story.
   *
   * @param doc the article's number in the reader
   * @return the story's number, or {@link #ALONE}
   */
  public int of(int doc) {
    return ordinals[doc];
  }

  /**
   * Returns how many stories there are.
   *
   * @return the number of stories of two articles or more
   */
  public int size() {
    return size;
  }
}
