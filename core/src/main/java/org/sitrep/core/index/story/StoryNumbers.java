package org.sitrep.core.index.story;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.Bits;
import org.sitrep.core.index.store.Schema;

/** The sequence and the story of every live article of a reader, in memory. Immutable. */
final class StoryNumbers {
  private final long[] sequences;
  private final long[] stories;
  private final int[] live;

  StoryNumbers(IndexReader reader) throws IOException {
    sequences = new long[reader.maxDoc()];
    stories = new long[reader.maxDoc()];
    int[] found = new int[reader.numDocs()];
    int size = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues sequence = DocValues.getNumeric(leaf.reader(), Schema.SEQUENCE);
      NumericDocValues story = DocValues.getNumeric(leaf.reader(), Schema.STORY);
      Bits alive = leaf.reader().getLiveDocs();
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        if ((alive == null || alive.get(doc))
            && sequence.advanceExact(doc)
            && story.advanceExact(doc)) {
          sequences[leaf.docBase + doc] = sequence.longValue();
          stories[leaf.docBase + doc] = story.longValue();
          found[size++] = leaf.docBase + doc;
        }
      }
    }
    live = ArrayUtil.copyOfSubArray(found, 0, size);
  }

  int[] live() {
    return live;
  }

  long sequence(int doc) {
    return sequences[doc];
  }

  long story(int doc) {
    return stories[doc];
  }
}
