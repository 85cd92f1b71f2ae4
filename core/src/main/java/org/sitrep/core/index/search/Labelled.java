package org.sitrep.core.index.search;

import java.io.IOException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * A query under a name that explanations show; it matches and scores as the query within. Two are
 * equal where the queries within are, whatever they are called.
 */
final class Labelled extends Query {
  private final String label;
  private final Query query;

  Labelled(String label, Query query) {
    this.label = label;
    this.query = query;
  }

  String label() {
    return label;
  }

  Query query() {
    return query;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    return query;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    query.visit(visitor.getSubVisitor(Occur.MUST, this));
  }

  @Override
  public String toString(String field) {
    return label + " {" + query.toString(field) + "}";
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other) && query.equals(((Labelled) other).query);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + query.hashCode();
  }
}
