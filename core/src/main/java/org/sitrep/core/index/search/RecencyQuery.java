package org.sitrep.core.index.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterScorer;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.search.Recency;

/** Matches as another query does, and multiplies its scores as {@link Recency} says. */
final class RecencyQuery extends Query {
  private final Query query;
  private final Recency recency;
  private final long reference;
  private final double halfLife;

  RecencyQuery(Query query, Recency recency) {
    this.query = query;
    this.recency = recency;
    this.reference = recency.reference().getEpochSecond();
    this.halfLife = recency.halfLife().toSeconds();
  }

  Query query() {
    return query;
  }

  /** The factor for an article of a segment. */
  float factor(LeafReader leaf, int doc) throws IOException {
    return factor(DocValues.getNumeric(leaf, Schema.DATE_START), doc);
  }

  private float factor(NumericDocValues dates, int doc) throws IOException {
    if (!dates.advanceExact(doc)) {
      return 1;
    }
    double age = Math.max(0, (double) reference - dates.longValue());
    return (float) (1 + Math.pow(2, -age / halfLife));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Lucene: a query that gives itself is done
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = query.rewrite(searcher);
    return rewritten == query ? this : new RecencyQuery(rewritten, recency);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight weight = query.createWeight(searcher, mode, boost);
    if (!mode.needsScores()) {
      return weight;
    }
    return new FilterWeight(this, weight) {
      @Override
      public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
        Explanation found = in.explain(leaf, doc);
        return found.isMatch()
            ? Explanation.match(
                found.getValue().floatValue() * factor(leaf.reader(), doc), "recency", found)
            : found;
      }

      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        ScorerSupplier scorers = in.scorerSupplier(leaf);
        return scorers == null ? null : supplier(scorers, leaf.reader());
      }
    };
  }

  private ScorerSupplier supplier(ScorerSupplier scorers, LeafReader leaf) {
    return new ScorerSupplier() {
      @Override
      public Scorer get(long leadCost) throws IOException {
        return new NewerHigher(
            scorers.get(leadCost), DocValues.getNumeric(leaf, Schema.DATE_START));
      }

      @Override
      public long cost() {
        return scorers.cost();
      }
    };
  }

  private final class NewerHigher extends FilterScorer {
    private final NumericDocValues dates;

    NewerHigher(Scorer scorer, NumericDocValues dates) {
      super(scorer);
      this.dates = dates;
    }

    @Override
    public float score() throws IOException {
      return in.score() * factor(dates, docID());
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      return in.getMaxScore(upTo) * 2;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    query.visit(visitor.getSubVisitor(Occur.MUST, this));
  }

  @Override
  public String toString(String field) {
    return recency + " {" + query.toString(field) + "}";
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && query.equals(((RecencyQuery) other).query)
        && recency.equals(((RecencyQuery) other).recency);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * classHash() + query.hashCode()) + recency.hashCode();
  }
}
