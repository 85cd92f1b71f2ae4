package org.sitrep.core.index.search;

import java.io.IOException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * A query of many clauses that stays one clause of the query around it. Lucene would take its
 * clauses over into that, and fail where these are more than it allows together.
 */
final class Whole extends Query {
  /** How many at most are taken over; fewer where the application has lowered Lucene's bound. */
  private static final int MANY = 256;

  private static final int PART_OF_BOUND = 4;

  private final Query query;

  private Whole(Query query) {
    this.query = query;
  }

  /** Keeps a query in one piece where it has many clauses. */
  static Query of(Query query, int clauses) {
    int many = Math.min(MANY, IndexSearcher.getMaxClauseCount() / PART_OF_BOUND);
    return clauses > many ? new Whole(query) : query;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Lucene: a query that gives itself is done
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = query.rewrite(searcher);
    return rewritten == query ? this : new Whole(rewritten);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return query.createWeight(searcher, mode, boost);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    query.visit(visitor.getSubVisitor(Occur.MUST, this));
  }

  @Override
  public String toString(String field) {
    return query.toString(field);
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other) && query.equals(((Whole) other).query);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + query.hashCode();
  }
}
