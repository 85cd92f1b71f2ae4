package org.sitrep.core.index.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** What is found by its stems and ranks higher by its exact form. */
final class WordForms extends Query {
  private static final int MOST_EXACT = 256;

  private final Query stems;
  private final Query exact;
  private final boolean nested;

  /**
   * Joins the forms.
   *
   * @param stems finds the articles
   * @param exact adds to their scores
   * @param nested whether the exact form stands nowhere without a stem; of designations it does
   */
  WordForms(Query stems, Query exact, boolean nested) {
    this.stems = stems;
    this.exact = exact;
    this.nested = nested;
  }

  Query stems() {
    return stems;
  }

  Query exact() {
    return exact;
  }

  /**
   * Returns a query that matches and scores as another, written so that Lucene finds the best
   * quickest: where any clause is enough, all forms side by side; where several have to match,
   * exact forms as a bonus. To find all articles it would be slower.
   */
  static Query forBest(Query query) {
    if (query instanceof BonusQuery both) {
      return new BonusQuery(forBest(both.query()), both.bonus());
    }
    List<Query> exact = new ArrayList<>();
    Query stems = withoutExact(query, exact);
    return exact.size() < 2 ? inDisjunction(query) : new BonusQuery(stems, any(exact));
  }

  private static Query any(List<Query> clauses) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    clauses.forEach(clause -> any.add(clause, Occur.SHOULD));
    return any.build();
  }

  /** Takes the exact forms of words that have to match out of a query. */
  private static Query withoutExact(Query query, List<Query> exact) {
    if (query instanceof WordForms forms && exact.size() < MOST_EXACT) {
      exact.add(forms.exact);
      return forms.stems;
    }
    if (!(query instanceof BooleanQuery all)
        || all.clauses().stream().noneMatch(clause -> clause.occur() == Occur.MUST)) {
      return query;
    }
    BooleanQuery.Builder stems = new BooleanQuery.Builder();
    stems.setMinimumNumberShouldMatch(all.getMinimumNumberShouldMatch());
    for (BooleanClause clause : all.clauses()) {
      boolean required = clause.occur() == Occur.MUST;
      stems.add(required ? withoutExact(clause.query(), exact) : clause.query(), clause.occur());
    }
    return stems.build();
  }

  private static Query inDisjunction(Query query) {
    if (query instanceof WordForms forms && forms.nested) {
      return new BooleanQuery.Builder()
          .add(forms.stems, Occur.SHOULD)
          .add(forms.exact, Occur.SHOULD)
          .build();
    }
    if (!(query instanceof BooleanQuery all) || all.getMinimumNumberShouldMatch() > 1) {
      return query;
    }
    BooleanQuery.Builder best = new BooleanQuery.Builder();
    best.setMinimumNumberShouldMatch(all.getMinimumNumberShouldMatch());
    boolean isDisjunction = isDisjunction(all);
    for (BooleanClause clause : all.clauses()) {
      Query part = isDisjunction ? inDisjunction(clause.query()) : clause.query();
      best.add(part, clause.occur());
    }
    return best.build();
  }

  /** Whether any clause is enough, and there is no other. */
  static boolean isDisjunction(BooleanQuery query) {
    return query.clauses().stream().allMatch(clause -> clause.occur() == Occur.SHOULD);
  }

  @Override
  public Query rewrite(IndexSearcher searcher) {
    return new BooleanQuery.Builder().add(stems, Occur.MUST).add(exact, Occur.SHOULD).build();
  }

  @Override
  public void visit(QueryVisitor visitor) {
    stems.visit(visitor.getSubVisitor(Occur.MUST, this));
    exact.visit(visitor.getSubVisitor(Occur.SHOULD, this));
  }

  @Override
  public String toString(String field) {
    return stems.toString(field) + " (" + exact.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && stems.equals(((WordForms) other).stems)
        && exact.equals(((WordForms) other).exact)
        && nested == ((WordForms) other).nested;
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + Objects.hash(stems, exact);
  }
}
