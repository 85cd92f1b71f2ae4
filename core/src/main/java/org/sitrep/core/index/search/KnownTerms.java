package org.sitrep.core.index.search;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.sitrep.core.index.analysis.Recent;

/**
 * What one reader knows of the terms that queries ask for: in how many articles they stand and
 * where their postings begin. A search asks to count, to rank and to mark, and the next search asks
 * for much the same. Made with the reader and dropped with it; safe for use by several threads
 * while the reader is open.
 */
public final class KnownTerms {
  private static final int MOST_KEPT = 300;

  private final Recent<Term, TermStates> known = new Recent<>(MOST_KEPT);

  /** Knows nothing yet. */
  public KnownTerms() {}

  /** Returns what is known of a term in the one reader; not to be changed. */
  TermStates states(Term term, IndexSearcher searcher) throws IOException {
    TermStates states = known.get(term);
    if (states == null) {
      states = TermStates.build(searcher, term, true);
      known.keep(term, states);
    }
    return states;
  }
}
