package org.sitrep.core.index.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/** Makes a query of a shape of terms: every term of the shape matches, with one score for all. */
final class Patterns {
  private Patterns() {}

  /**
   * Matches the terms that an automaton accepts. One that would grow too large when it is made
   * deterministic is run as it is, which takes longer and no more memory.
   */
  static Query query(String field, Automaton shape) {
    Automaton live = Operations.removeDeadStates(shape);
    Automaton runnable;
    try {
      runnable = Operations.determinize(live, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    } catch (TooComplexToDeterminizeException e) {
      runnable = live;
    }
    return new AutomatonQuery(
        new Term(field, ""), runnable, false, MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
  }
}
