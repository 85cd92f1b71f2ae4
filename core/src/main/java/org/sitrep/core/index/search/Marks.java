package org.sitrep.core.index.search;

import com.google.common.collect.Lists;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
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
  private record Place(int position, int start, int end) {}

  /** After how many matches the time is looked at. */
  private static final int AT_ONCE = 1 << 10;

  private final ArticleSearcher searcher;
  private final LeafReader leaf;
  private final int doc;
  private final @Nullable Matches matches;
  private final Map<Term, List<Place>> places = new HashMap<>();

  /**
   * Prepares marks for one article.
   *
   * @param searcher knows when the time is over, with which it ends
   * @param leaf the segment
   * @param doc the article's number in the segment
   * @param matches what matched, or null where it was not asked for
   */
  Marks(ArticleSearcher searcher, LeafReader leaf, int doc, @Nullable Matches matches) {
    this.searcher = searcher;
    this.leaf = leaf;
    this.doc = doc;
    this.matches = matches;
  }

  /** Returns where a field's text matched: in order, none overlapping. */
  List<Span> in(String field) throws IOException {
    Collected spans = new Collected();
    if (matches != null) {
      add(spans, matches, field);
    }
    return spans.merged();
  }

  /** Adds what each clause matched, one clause after the other: each may have read a great many. */
  private void add(Collected spans, Matches part, String field) throws IOException {
    if (!part.getSubMatches().isEmpty()) {
      for (Matches clause : part.getSubMatches()) {
        add(spans, clause, field);
      }
      return;
    }
    MatchesIterator found = part.getMatches(field);
    int gone = 0;
    while (found != null && found.next()) {
      if (++gone % AT_ONCE == 0) {
        searcher.checkTime();
      }
      if (found.getQuery() instanceof PhraseQuery phrase && phrase.getSlop() > 0) {
        addWords(spans, phrase, found.startPosition(), found.endPosition());
      } else {
        spans.add(found.startOffset(), found.endOffset());
      }
    }
  }

  /** Places of a text. Where there come many more than there are words, equal ones are joined. */
  private static final class Collected {
    private static final int FEW = 1_000;

    private List<Span> spans = new ArrayList<>();
    private int many = FEW;

    void add(int start, int end) {
      if (start >= 0 && end > start) {
        spans.add(new Span(start, end));
        if (spans.size() > many) {
          spans = merged();
          many = 2 * spans.size() + FEW;
        }
      }
    }

    List<Span> merged() {
      spans.sort(Comparator.comparingInt(Span::start).thenComparingInt(Span::end));
      return Marks.merged(spans);
    }
  }

  private void addWords(Collected spans, PhraseQuery phrase, int first, int last)
      throws IOException {
    for (Term term : phrase.getTerms()) {
      List<Place> all = places(term);
      int at = indexFrom(all, first);
      while (at < all.size() && all.get(at).position() <= last) {
        spans.add(all.get(at).start(), all.get(at).end());
        at++;
      }
    }
  }

  /** Where the places at a position and behind begin. */
  private static int indexFrom(List<Place> all, int position) {
    int at = Collections.binarySearch(Lists.transform(all, Place::position), position);
    while (at > 0 && all.get(at - 1).position() == position) {
      at--; // several words may stand at one position
    }
    return at < 0 ? ~at : at;
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
        found.add(new Place(position, postings.startOffset(), postings.endOffset()));
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
