package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;

/**
 * Matches words that a hyphen joins, of which one is known: the form of both as one word, with the
 * known word at its place or behind. The form alone could be a word's without a hyphen.
 */
final class JoinedWordQuery extends Query {
  private final String field;
  private final MultiTermQuery whole;
  private final MultiTermQuery part;
  private final int place;

  /**
   * Makes a query.
   *
   * @param field the field of both
   * @param whole matches the forms of both words as one
   * @param part matches the forms of the known word
   * @param place 0 where the known word is the first, 1 where it is the second
   */
  JoinedWordQuery(String field, Query whole, Query part, int place) {
    this.field = field;
    this.whole = (MultiTermQuery) whole;
    this.part = (MultiTermQuery) part;
    this.place = place;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Term[] wholes = terms(whole, searcher);
    Term[] parts = wholes.length == 0 ? wholes : terms(part, searcher);
    if (parts.length == 0) {
      return new MatchNoDocsQuery("no such word is joined");
    }
    MultiPhraseQuery.Builder both = new MultiPhraseQuery.Builder();
    return both.add(wholes, 0).add(parts, place).build();
  }

  private Term[] terms(MultiTermQuery query, IndexSearcher searcher) throws IOException {
    Set<Term> found = new TreeSet<>();
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        TermsEnum matching = query.getTermsEnum(terms);
        while (matching.next() != null) {
          found.add(new Term(field, BytesRef.deepCopyOf(matching.term())));
        }
      }
    }
    return found.toArray(Term[]::new);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      visitor.visitLeaf(this);
    }
  }

  @Override
  public String toString(String defaultField) {
    return whole.toString(defaultField) + " at " + part.toString(defaultField);
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && field.equals(((JoinedWordQuery) other).field)
        && whole.equals(((JoinedWordQuery) other).whole)
        && part.equals(((JoinedWordQuery) other).part)
        && place == ((JoinedWordQuery) other).place;
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + Objects.hash(field, whole, part, place);
  }
}
