package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PhraseQuery;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.search.Span;

/**
 * Says where an article's text matched. A phrase is marked as one; where its words may stand apart,
 * each of them is marked and nothing between.
 */
final class Marks {
  /** A place of a term in the text. */
  private record Place(int position, Span span) {}

  private final LeafReader leaf;
  private final int doc;
  private final @Nullable Matches matches;
  private final Map<Term, List<Place>> places = new HashMap<>();

  /**
   * Prepares marks for one article.
   *
   * @param leaf the segment
   * @param doc the article's number in the segment
   * @param matches what matched, or null where it was not asked for
   */
  Marks(LeafReader leaf, int doc, @Nullable Matches matches) {
    this.leaf = leaf;
    this.doc = doc;
    this.matches = matches;
  }

  /** Returns where a field's text matched: in order, none overlapping. */
  List<Span> in(String field) throws IOException {
    MatchesIterator found = matches == null ? null : matches.getMatches(field);
    if (found == null) {
      return List.of();
    }
    List<Span> spans = new ArrayList<>();
    while (found.next()) {
      if (found.getQuery() instanceof PhraseQuery phrase && phrase.getSlop() > 0) {
        addWords(spans, phrase, found.startPosition(), found.endPosition());
      } else if (found.startOffset() >= 0 && found.endOffset() > found.startOffset()) {
        spans.add(new Span(found.startOffset(), found.endOffset()));
      }
    }
    spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
    return merged(spans);
  }

  private void addWords(List<Span> spans, PhraseQuery phrase, int first, int last)
      throws IOException {
    for (Term term : phrase.getTerms()) {
      for (Place place : places(term)) {
        if (place.position() >= first && place.position() <= last) {
          spans.add(place.span());
        }
      }
    }
  }

  private List<Place> places(Term term) throws IOException {
    List<Place> known = places.get(term);
    if (known != null) {
      return known;
    }
    List<Place> found = new ArrayList<>();
    PostingsEnum postings = leaf.postings(term, PostingsEnum.OFFSETS);
    if (postings != null && postings.advance(doc) == doc) {
      for (int left = postings.freq(); left > 0; left--) {
        int position = postings.nextPosition();
        if (postings.startOffset() >= 0 && postings.endOffset() > postings.startOffset()) {
          found.add(new Place(position, new Span(postings.startOffset(), postings.endOffset())));
        }
      }
    }
    places.put(term, found);
    return found;
  }

  private static List<Span> merged(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans) {
      Span last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && span.start() < last.end()) {
        merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }
}
