package org.sitrep.core.index.search;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.ArrayUtil;
import org.jspecify.annotations.Nullable;

/**
 * Every term of a shape, which says where an article has them by reading one term after the other:
 * Lucene's own holds the postings of all of them at once, some kilobytes for each different word of
 * the article.
 */
final class ShapeQuery extends Query {
  /** Lets Lucene find the articles, and says itself where they match. */
  static final MultiTermQuery.RewriteMethod REWRITE =
      new MultiTermQuery.RewriteMethod() {
        @Override
        public Query rewrite(IndexSearcher searcher, MultiTermQuery shape) throws IOException {
          return new ShapeQuery(
              MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE.rewrite(searcher, shape), shape);
        }
      };

  private final Query found;
  private final MultiTermQuery shape;

  private ShapeQuery(Query found, MultiTermQuery shape) {
    this.found = found;
    this.shape = shape;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Lucene: a query that gives itself is done
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = found.rewrite(searcher);
    return rewritten == found ? this : new ShapeQuery(rewritten, shape);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    return new FilterWeight(this, found.createWeight(searcher, mode, boost)) {
      @Override
      public @Nullable Matches matches(LeafReaderContext leaf, int doc) throws IOException {
        Terms terms = leaf.reader().terms(shape.getField());
        if (terms == null) {
          return null;
        }
        Found found = new Found(terms, doc);
        return found.next() ? new Places(terms, doc, found) : null;
      }
    };
  }

  /** The terms of the shape that an article has, one after the other. */
  private final class Found {
    private final TermsEnum terms;
    private final int doc;
    private @Nullable PostingsEnum postings;

    Found(Terms terms, int doc) throws IOException {
      this.terms = shape.getTermsEnum(terms);
      this.doc = doc;
    }

    /** Goes to the next one, and says whether there is one. */
    boolean next() throws IOException {
      while (terms.next() != null) {
        postings = terms.postings(postings, PostingsEnum.OFFSETS);
        if (postings.advance(doc) == doc) {
          return true;
        }
      }
      return false;
    }

    /** Returns where it stands in the article. */
    PostingsEnum postings() {
      return requireNonNull(postings, "postings");
    }
  }

  /** Where an article has the terms; read when it is asked for. */
  private final class Places implements Matches {
    private final Terms terms;
    private final int doc;

    /** The terms, at the first; null once they are gone through. */
    private @Nullable Found begun;

    Places(Terms terms, int doc, Found begun) {
      this.terms = terms;
      this.doc = doc;
      this.begun = begun;
    }

    @Override
    public @Nullable MatchesIterator getMatches(String field) throws IOException {
      if (!field.equals(shape.getField())) {
        return null;
      }
      Found found = begun;
      begun = null;
      if (found == null) {
        found = new Found(terms, doc);
        found.next(); // there is one, as there was before
      }
      return new PlacesIterator(found);
    }

    @Override
    public Collection<Matches> getSubMatches() {
      return List.of();
    }

    @Override
    public Iterator<String> iterator() {
      return List.of(shape.getField()).iterator();
    }
  }

  /** Goes over the places in their order. */
  private final class PlacesIterator implements MatchesIterator {
    /** Position, start and end of each place. */
    private int[] places = new int[3 * 16];

    /** Positions with where they stand among the places, in order. */
    private long[] order = new long[16];

    private int size;
    private int next;
    private int at;

    /**
     * Reads the places.
     *
     * @param found the terms, at the first
     */
    PlacesIterator(Found found) throws IOException {
      do {
        PostingsEnum postings = found.postings();
        for (int left = postings.freq(); left > 0; left--) {
          add(postings.nextPosition(), postings.startOffset(), postings.endOffset());
        }
      } while (found.next());
      Arrays.sort(order, 0, size);
    }

    private void add(int position, int start, int end) {
      order = ArrayUtil.grow(order, size + 1);
      places = ArrayUtil.grow(places, 3 * (size + 1));
      order[size] = ((long) position << Integer.SIZE) | size;
      places[3 * size] = position;
      places[3 * size + 1] = start;
      places[3 * size + 2] = end;
      size++;
    }

    @Override
    public boolean next() {
      if (next == size) {
        return false;
      }
      at = 3 * (int) order[next++];
      return true;
    }

    @Override
    public int startPosition() {
      return places[at];
    }

    @Override
    public int endPosition() {
      return places[at];
    }

    @Override
    public int startOffset() {
      return places[at + 1];
    }

    @Override
    public int endOffset() {
      return places[at + 2];
    }

    @Override
    public @Nullable MatchesIterator getSubMatches() {
      return null;
    }

    @Override
    public Query getQuery() {
      return shape;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    found.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return shape.toString(field);
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other) && shape.equals(((ShapeQuery) other).shape);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + shape.hashCode();
  }
}
