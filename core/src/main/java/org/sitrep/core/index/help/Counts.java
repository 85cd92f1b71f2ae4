package org.sitrep.core.index.help;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TotalHitCountCollector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.facet.FacetState;
import org.sitrep.core.index.search.ArticleSearcher;
import org.sitrep.core.index.search.OutOfTimeException;
import org.sitrep.core.index.search.QueryTranslator;
import org.sitrep.core.index.search.TextClauses;
import org.sitrep.core.index.story.CollapsedHits;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Collapse;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.Ranking;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;

/**
 * Counts what requests match, exactly, until the time is over. Those that ask for articles like
 * some ask for the same ones. For one thread.
 */
final class Counts {
  /**
   * How many prefixes, wildcards and fuzzy words a request may have to be counted: to make ready
   * for them cannot be interrupted, and takes up to some milliseconds each.
   */
  private static final int MOST_PATTERNS = 16;

  private final FacetState state;
  private final IndexReader reader;
  private final TextClauses text;
  private final Ranking ranking;
  private final Optional<org.apache.lucene.search.Query> similar;
  private final long end;
  private int skipped;

  Counts(
      FacetState state,
      Analysis analysis,
      List<String> languages,
      Ranking ranking,
      Optional<org.apache.lucene.search.Query> similar,
      Duration time) {
    this.state = state;
    this.reader = state.reader();
    this.ranking = ranking;
    this.similar = similar;
    this.end = System.nanoTime() + time.toNanos();
    this.text = new TextClauses(analysis, languages, ranking, this::check);
  }

  boolean over() {
    return System.nanoTime() - end > 0;
  }

  private void check() {
    if (over()) {
      throw new OutOfTimeException();
    }
  }

  /** Notes that something is left undone. */
  void skip(int number) {
    skipped += number;
  }

  /** How much was left undone. */
  int left() {
    return skipped;
  }

  /**
   * Counts what a request finds: articles, or stories where it collapses them; empty where the time
   * does not suffice, which is noted.
   */
  OptionalLong of(SearchRequest request) throws IOException {
    if (over() || patterns(request.query()) > MOST_PATTERNS) {
      return skipped();
    }
    return request.collapse().isPresent()
        ? stories(request, request.collapse().get())
        : count(() -> lucene(request));
  }

  private OptionalLong stories(SearchRequest request, Collapse collapse) throws IOException {
    try {
      ArticleSearcher searcher = searcher();
      CollapsedHits stories =
          new CollapsedHits(reader, state.stories(), collapse, new TotalHitCountCollector());
      searcher.collect(lucene(request), stories);
      return searcher.timedOut() ? skipped() : OptionalLong.of(stories.total());
    } catch (OutOfTimeException e) {
      return skipped();
    }
  }

  private static long patterns(Query query) {
    return switch (query) {
      case Query.Prefix prefix -> 1;
      case Query.Wildcard wildcard -> 1;
      case Query.Fuzzy fuzzy -> 1;
      case Query.Not not -> patterns(not.clause());
      case Query.And and -> and.clauses().stream().mapToLong(Counts::patterns).sum();
      case Query.Or or -> or.clauses().stream().mapToLong(Counts::patterns).sum();
      case Query.Group group -> group.clauses().stream().mapToLong(Counts::patterns).sum();
      default -> 0;
    };
  }

  private OptionalLong skipped() {
    skip(1);
    return OptionalLong.empty();
  }

  /** Counts the articles of the whole index that match a clause. */
  OptionalLong of(Query clause) throws IOException {
    return over() ? skipped() : count(() -> lucene(clause, Match.ALL));
  }

  private OptionalLong count(Supplier<org.apache.lucene.search.Query> query) throws IOException {
    try {
      ArticleSearcher searcher = searcher();
      int count = searcher.count(query.get());
      return searcher.timedOut() ? skipped() : OptionalLong.of(count);
    } catch (OutOfTimeException e) {
      return skipped();
    }
  }

  private ArticleSearcher searcher() {
    ArticleSearcher searcher = new ArticleSearcher(reader, ranking);
    searcher.setTimeout(this::over);
    return searcher;
  }

  /**
   * Says whether any article matches a clause: stops at the first. Where the time does not suffice,
   * which is noted, one may.
   */
  boolean exists(Query clause) throws IOException {
    try {
      check();
      return matchesAny(clause);
    } catch (OutOfTimeException e) {
      skip(1);
      return true;
    }
  }

  private boolean matchesAny(Query clause) throws IOException {
    ArticleSearcher searcher = searcher();
    Weight weight =
        searcher.createWeight(
            searcher.rewrite(lucene(clause, Match.ALL)), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : reader.leaves()) {
      Scorer scorer = weight.scorer(leaf);
      Bits live = leaf.reader().getLiveDocs();
      if (scorer != null) {
        DocIdSetIterator articles = scorer.iterator();
        int doc = articles.nextDoc();
        while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc)) {
          doc = articles.nextDoc();
        }
        if (doc != DocIdSetIterator.NO_MORE_DOCS) {
          return true;
        }
      }
    }
    return false;
  }

  private org.apache.lucene.search.Query lucene(SearchRequest request) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(lucene(request.query(), request.match()), Occur.FILTER);
    if (request.similar().isPresent()) {
      similar.ifPresent(articles -> all.add(articles, Occur.FILTER));
    }
    for (Selection selection : request.selections().values()) {
      all.add(QueryTranslator.filter(selection), Occur.FILTER);
    }
    return all.build();
  }

  private org.apache.lucene.search.Query lucene(Query query, Match match) {
    return new QueryTranslator(text, match).translate(query);
  }
}
