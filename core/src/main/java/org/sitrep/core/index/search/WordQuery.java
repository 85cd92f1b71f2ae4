package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.store.Schema;

/**
 * A term in title or body: found and scored in the field that holds both, where Lucene knows how
 * high a score can be and passes over what cannot be among the best; shown where it stands in title
 * and body.
 */
final class WordQuery extends Query {
  private final String term;
  private final FormQuery form;
  private final boolean marked;

  private WordQuery(String term, Set<String> forms, boolean marked) {
    this.term = term;
    this.form = new FormQuery(new Term(Schema.TEXT, term), forms);
    this.marked = marked;
  }

  /** A term that is shown where it stands, and the terms of the word that are as rare. */
  static WordQuery of(String term, Set<String> forms) {
    return new WordQuery(term, forms, true);
  }

  /** A term that adds to the score of another that stands at the same places and is shown there. */
  static WordQuery unmarked(String term, Set<String> forms) {
    return new WordQuery(term, forms, false);
  }

  String term() {
    return term;
  }

  /** In how many articles the word stands, by its commonest term; deleted ones included. */
  int articles(IndexSearcher searcher) throws IOException {
    return form.articles(searcher);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Lucene: a query that gives itself is done
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query found = form.rewrite(searcher);
    return found == form ? this : found;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight found = form.createWeight(searcher, mode, boost);
    return new FilterWeight(this, found) {
      private @Nullable Segment last;

      @Override
      public int count(LeafReaderContext leaf) throws IOException {
        return in.count(leaf);
      }

      @Override
      public @Nullable Matches matches(LeafReaderContext leaf, int doc) throws IOException {
        if (!marked) {
          return null; // it is optional, and what it stands beside says where both match
        }
        Segment segment = last;
        if (segment == null || segment.leaf != leaf) {
          segment = new Segment(leaf, searcher);
          last = segment;
        }
        return segment.text.at(doc) == null ? null : new Places(segment, doc);
      }
    };
  }

  /**
   * The term's postings in one field of a segment, opened once where articles are asked for in
   * order. For one thread.
   */
  private final class Postings {
    private final LeafReaderContext leaf;
    private final Term where;
    private final IndexSearcher searcher;
    private @Nullable PostingsEnum postings;
    private int asked = Integer.MAX_VALUE;

    Postings(LeafReaderContext leaf, String field, IndexSearcher searcher) {
      this.leaf = leaf;
      this.where = new Term(field, term);
      this.searcher = searcher;
    }

    private @Nullable PostingsEnum open() throws IOException {
      IOSupplier<TermState> state = ArticleSearcher.states(where, searcher).get(leaf);
      Terms terms = state == null ? null : leaf.reader().terms(where.field());
      if (terms == null) {
        return null;
      }
      TermsEnum found = terms.iterator();
      found.seekExact(where.bytes(), state.get());
      return found.postings(null, PostingsEnum.OFFSETS);
    }

    /** Returns the postings, moved to an article; null where the term does not stand there. */
    @Nullable PostingsEnum at(int doc) throws IOException {
      if (asked >= doc) {
        postings = open();
      }
      asked = doc;
      if (postings == null) {
        return null;
      }
      int found = postings.docID() < doc ? postings.advance(doc) : postings.docID();
      return found == doc ? postings : null;
    }
  }

  /** The term's postings in the fields of one segment. */
  private final class Segment {
    private final LeafReaderContext leaf;
    private final Postings text;
    private final Map<String, Postings> fields;

    Segment(LeafReaderContext leaf, IndexSearcher searcher) {
      this.leaf = leaf;
      this.text = new Postings(leaf, Schema.TEXT, searcher);
      this.fields =
          Map.of(
              Schema.TITLE, new Postings(leaf, Schema.TITLE, searcher),
              Schema.BODY, new Postings(leaf, Schema.BODY, searcher));
    }
  }

  /** Where the term stands in an article; a field is read when it is asked for. */
  private final class Places implements Matches {
    private final Segment segment;
    private final int doc;

    Places(Segment segment, int doc) {
      this.segment = segment;
      this.doc = doc;
    }

    @Override
    public @Nullable MatchesIterator getMatches(String field) throws IOException {
      Postings postings = segment.fields.get(field);
      PostingsEnum places = postings == null ? null : postings.at(doc);
      return places == null ? null : new PlacesIterator(places);
    }

    @Override
    public Collection<Matches> getSubMatches() {
      return List.of();
    }

    @Override
    public Iterator<String> iterator() {
      return List.of(Schema.TITLE, Schema.BODY).iterator();
    }
  }

  /** Goes over the places of the term in one field of an article. */
  private final class PlacesIterator implements MatchesIterator {
    private final PostingsEnum places;
    private final int size;
    private int read;
    private int position = -1;

    PlacesIterator(PostingsEnum places) throws IOException {
      this.places = places;
      this.size = places.freq();
    }

    @Override
    public boolean next() throws IOException {
      if (read == size) {
        return false;
      }
      read++;
      position = places.nextPosition();
      return true;
    }

    @Override
    public int startPosition() {
      return position;
    }

    @Override
    public int endPosition() {
      return position;
    }

    @Override
    public int startOffset() throws IOException {
      return places.startOffset();
    }

    @Override
    public int endOffset() throws IOException {
      return places.endOffset();
    }

    @Override
    public @Nullable MatchesIterator getSubMatches() {
      return null;
    }

    @Override
    public Query getQuery() {
      return WordQuery.this;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(Schema.TEXT)) {
      visitor.consumeTerms(this, new Term(Schema.TEXT, term));
    }
  }

  @Override
  public String toString(String field) {
    return term;
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && form.equals(((WordQuery) other).form)
        && marked == ((WordQuery) other).marked;
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + form.hashCode();
  }
}
