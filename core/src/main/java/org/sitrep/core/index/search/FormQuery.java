package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.IOSupplier;

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
  int articles(IndexSearcher searcher) throws IOException {
    int most = ArticleSearcher.articles(term, searcher);
    for (String form : forms) {
      if (!form.equals(term.text())) {
        most = Math.max(most, ArticleSearcher.articles(new Term(term.field(), form), searcher));
      }
    }
    return most;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    return ArticleSearcher.articles(term, searcher) == 0
        ? new MatchNoDocsQuery("no article has " + term.text())
        : this;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    TermStates states = ArticleSearcher.states(term, searcher);
    if (mode.needsScores() && forms.size() > 1) {
      states = asOften(states, articles(searcher), searcher);
    }
    return new TermQuery(term, states).createWeight(searcher, mode, boost);
  }

  /** A term's states as if it stood in more articles. */
  private static TermStates asOften(TermStates states, int articles, IndexSearcher searcher)
      throws IOException {
    int more = articles - states.docFreq();
    if (states.docFreq() == 0 || more <= 0) {
      return states;
    }
    TermStates often = new TermStates(searcher.getTopReaderContext());
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      IOSupplier<TermState> state = states.get(leaf);
      if (state != null) {
        often.register(state.get(), leaf.ord);
      }
    }
    often.accumulateStatistics(articles, states.totalTermFreq() + more);
    return often;
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
