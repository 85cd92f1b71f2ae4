package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A query to whose score another adds where it matches too. It matches as an optional clause would,
 * but is worked out only for articles that could be among the best with the most that it can add: a
 * pair of words near each other costs many times what the words cost, and adds little.
 */
final class BonusQuery extends Query {
  private final Query query;
  private final Query bonus;

  BonusQuery(Query query, Query bonus) {
    this.query = query;
    this.bonus = bonus;
  }

  Query query() {
    return query;
  }

  Query bonus() {
    return bonus;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Lucene: a query that gives itself is done
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query required = query.rewrite(searcher);
    Query added = bonus.rewrite(searcher);
    return required == query && added == bonus ? this : new BonusQuery(required, added);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight required = query.createWeight(searcher, mode, boost);
    if (!mode.needsScores()) {
      return required;
    }
    Weight added = bonus.createWeight(searcher, mode, boost);
    return new FilterWeight(this, required) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        ScorerSupplier articles = in.scorerSupplier(leaf);
        ScorerSupplier adding = articles == null ? null : added.scorerSupplier(leaf);
        return adding == null ? articles : new Adding(articles, adding);
      }

      @Override
      public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
        Explanation score = in.explain(leaf, doc);
        Explanation more = added.explain(leaf, doc);
        return score.isMatch() && more.isMatch()
            ? Explanation.match(
                (float) (score.getValue().doubleValue() + more.getValue().doubleValue()),
                "sum of:",
                score,
                more)
            : score;
      }
    };
  }

  private static final class Adding extends ScorerSupplier {
    private final ScorerSupplier articles;
    private final ScorerSupplier adding;

    Adding(ScorerSupplier articles, ScorerSupplier adding) {
      this.articles = articles;
      this.adding = adding;
    }

    @Override
    public Scorer get(long leadCost) throws IOException {
      return new BonusScorer(articles.get(leadCost), adding.get(leadCost));
    }

    @Override
    public long cost() {
      return articles.cost();
    }
  }

  private static final class BonusScorer extends Scorer {
    private final Scorer required;
    private final Scorer added;
    private final DocIdSetIterator candidates;
    private final @Nullable TwoPhaseIterator confirmed;
    private final float most;
    private float least;
    private int confirmedDoc = -1;
    private float confirmedBonus;

    BonusScorer(Scorer required, Scorer added) throws IOException {
      this.required = required;
      this.added = added;
      this.confirmed = added.twoPhaseIterator();
      this.candidates = confirmed == null ? added.iterator() : confirmed.approximation();
      added.advanceShallow(0);
      this.most = added.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
    }

    @Override
    public int docID() {
      return required.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
      return required.iterator();
    }

    @Override
    public @Nullable TwoPhaseIterator twoPhaseIterator() {
      return required.twoPhaseIterator();
    }

    @Override
    public float score() throws IOException {
      float score = required.score();
      if (score + (double) most < least) {
        return score; // which is not among the best, whatever is added
      }
      int doc = required.docID();
      if (confirmedDoc != doc) { // an article may be scored twice, but confirmed only once
        confirmedDoc = doc;
        confirmedBonus = adds(doc) ? added.score() : 0;
      }
      return (float) (score + (double) confirmedBonus);
    }

    private boolean adds(int doc) throws IOException {
      int at = candidates.docID() < doc ? candidates.advance(doc) : candidates.docID();
      return at == doc && (confirmed == null || confirmed.matches());
    }

    @Override
    public void setMinCompetitiveScore(float score) throws IOException {
      least = score;
      required.setMinCompetitiveScore(Math.max(0, Math.nextDown(Math.nextDown(score - most))));
    }

    @Override
    public int advanceShallow(int target) throws IOException {
      return required.advanceShallow(target);
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      return Math.nextUp(required.getMaxScore(upTo) + most);
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    query.visit(visitor);
    bonus.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return query.toString(field) + " + " + bonus.toString(field);
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && query.equals(((BonusQuery) other).query)
        && bonus.equals(((BonusQuery) other).bonus);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + Objects.hash(query, bonus);
  }
}
