package org.sitrep.core.index.story;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.search.Collapse;

/** Says of articles how far they are from being the best copy. For one search and one thread. */
final class BestCopy {
  private final Collapse collapse;

  BestCopy(Collapse collapse) {
    this.collapse = collapse;
  }

  /** Judges the articles of one segment, which come in their order. */
  interface Leaf {
    /** Returns a number that is smaller for the better copy, equal where dates decide. */
    long rank(int doc) throws IOException;
  }

  Leaf leaf(LeafReaderContext context) throws IOException {
    return switch (collapse.best()) {
      case FIRST -> doc -> 0;
      case LONGEST -> {
        NumericDocValues lengths = DocValues.getNumeric(context.reader(), Schema.LENGTH);
        yield doc -> lengths.advanceExact(doc) ? -lengths.longValue() : 0;
      }
      case PREFERRED_SOURCE -> bySource(context);
    };
  }

  private Leaf bySource(LeafReaderContext context) throws IOException {
    SortedSetDocValues keys = DocValues.getSortedSet(context.reader(), Schema.keys(Facet.SOURCE));
    List<String> sources = collapse.sources();
    long[] preferred = new long[sources.size()];
    for (int i = 0; i < preferred.length; i++) {
      preferred[i] = keys.lookupTerm(new BytesRef(sources.get(i)));
    }
    return doc -> keys.advanceExact(doc) ? place(preferred, keys.nextOrd()) : preferred.length;
  }

  private static int place(long[] preferred, long source) {
    int place = 0;
    while (place < preferred.length && preferred[place] != source) {
      place++;
    }
    return place;
  }
}
