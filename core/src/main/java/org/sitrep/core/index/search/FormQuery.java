package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/**
 * A term that a word has in one language or another, in a field. All forms of the word are as rare
 * as its commonest: else an article in a language that few are written in would rank first, for the
 * word's stem there is rare.
 */
final class FormQuery extends Query {
  private final Term term;
  private final Set<String> forms;

  /**
   * Makes a query.
   *
   * @param term the term
   * @param forms the terms of the word, in this field; this one may be missing
   */
  FormQuery(Term term, Set<String> forms) {
    this.term = term;
    this.forms = forms;
  }

  /** In how many articles the commonest form stands, deleted ones included. */
  int articles(IndexReader reader) throws IOException {
    int most = reader.docFreq(term);
    for (String form : forms) {
      if (!form.equals(term.text())) {
        most = Math.max(most, reader.docFreq(new Term(term.field(), form)));
      }
    }
    return most;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    if (!mode.needsScores() || forms.size() < 2) {
      return new TermQuery(term).createWeight(searcher, mode, boost);
    }
    TermStates states = TermStates.build(searcher, term, true);
    int more = articles(searcher.getIndexReader()) - states.docFreq();
    if (states.docFreq() > 0 && more > 0) {
      states.accumulateStatistics(more, more);
    }
    return new TermQuery(term, states).createWeight(searcher, mode, boost);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(term.field())) {
      visitor.consumeTerms(this, term);
    }
  }

  @Override
  public String toString(String field) {
    return term.text();
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && term.equals(((FormQuery) other).term)
        && forms.equals(((FormQuery) other).forms);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + term.hashCode();
  }
}
