package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
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
    public BulkScorer bulkScorer() throws IOException {
      return new BonusBulkScorer(articles.bulkScorer(), adding.get(articles.cost()));
    }

    @Override
    public long cost() {
      return articles.cost();
    }

    @Override
    public void setTopLevelScoringClause() throws IOException {
      // What is added is subtracted again from the score to be beaten.
      articles.setTopLevelScoringClause();
    }
  }

  /** What is added to the scores of one segment's articles. */
  private static final class Bonus {
    private final Scorer added;
    private final DocIdSetIterator candidates;
    private final @Nullable TwoPhaseIterator confirmed;
    private final float most;
    private float least;
    private int doc = -1;
    private float bonus;

    Bonus(Scorer added) throws IOException {
      this.added = added;
      this.confirmed = added.twoPhaseIterator();
      this.candidates = confirmed == null ? added.iterator() : confirmed.approximation();
      added.advanceShallow(0);
      this.most = added.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
    }

    /**
     * Whether an article can be among the best, by the highest sum there can be, rounded as one.
     */
    boolean canBeBest(float score) {
      return (float) (score + (double) most) >= least;
    }

    float addedTo(float score, int article) throws IOException {
      if (doc != article) { // an article may be scored twice, but confirmed only once
        doc = article;
        bonus = adds(article) ? added.score() : 0;
      }
      return (float) (score + (double) bonus);
    }

    private boolean adds(int article) throws IOException {
      int at = candidates.docID() < article ? candidates.advance(article) : candidates.docID();
      return at == article && (confirmed == null || confirmed.matches());
    }

    /** Takes the score to be beaten, and says which is to be beaten without a bonus. */
    float beaten(float score) {
      least = score;
      double needed = score - Math.ulp(score) - (double) most; // the sum may be rounded up
      return Math.max(0, Math.nextDown((float) needed));
    }
  }

  private static final class BonusScorer extends Scorer {
    private final Scorer required;
    private final Bonus bonus;

    BonusScorer(Scorer required, Scorer added) throws IOException {
      this.required = required;
      this.bonus = new Bonus(added);
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
      return bonus.canBeBest(score) ? bonus.addedTo(score, required.docID()) : score;
    }

    @Override
    public void setMinCompetitiveScore(float score) throws IOException {
      required.setMinCompetitiveScore(bonus.beaten(score));
    }

    @Override
    public int advanceShallow(int target) throws IOException {
      return required.advanceShallow(target);
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      return Math.nextUp(required.getMaxScore(upTo) + bonus.most);
    }
  }

  /** Adds to the scores of articles as another hands them on, which may find them many at once. */
  private static final class BonusBulkScorer extends BulkScorer {
    private final BulkScorer required;
    private final Bonus bonus;

    BonusBulkScorer(BulkScorer required, Scorer added) throws IOException {
      this.required = required;
      this.bonus = new Bonus(added);
    }

    @Override
    public int score(LeafCollector collector, @Nullable Bits live, int min, int max)
        throws IOException {
      return required.score(new Adder(collector, bonus), live, min, max);
    }

    @Override
    public long cost() {
      return required.cost();
    }
  }

  /** Hands articles on with what is added to their scores, but none that cannot be a best one. */
  private static final class Adder extends Scorable implements LeafCollector {
    private final LeafCollector collector;
    private final Bonus bonus;
    private Scorable required;
    private float score;

    Adder(LeafCollector collector, Bonus bonus) {
      this.collector = collector;
      this.bonus = bonus;
      this.required = this;
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      required = scorer;
      collector.setScorer(this);
    }

    @Override
    public void collect(int doc) throws IOException {
      float found = required.score();
      if (bonus.canBeBest(found)) {
        score = bonus.addedTo(found, doc);
        collector.collect(doc);
      }
    }

    @Override
    public float score() {
      return score;
    }

    @Override
    public void setMinCompetitiveScore(float beaten) throws IOException {
      required.setMinCompetitiveScore(bonus.beaten(beaten));
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
