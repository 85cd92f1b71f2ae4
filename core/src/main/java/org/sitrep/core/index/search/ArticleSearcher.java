package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TotalHitCountCollector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.search.Ranking;

/**
 * Searches one reader in the caller's thread, without Lucene's bound on the clauses of a whole
 * query. That bound is one static number for the process, which belongs to the application; ours
 * are the bounds of the query language.
 */
public final class ArticleSearcher extends IndexSearcher {
  /** How many articles are gone through at most before the time is looked at again. */
  private static final int MOST_AT_ONCE = 1 << 14;

  /** How many at first, and at least: an article can take long where phrases do. */
  private static final int FEWEST_AT_ONCE = 1 << 7;

  /** Where a look at the time comes sooner than this, more are gone through before the next. */
  private static final long SOON = 1_000_000;

  /** Where it comes later than this, fewer are. */
  private static final long LATE = 8_000_000;

  private final KnownTerms terms;
  private @Nullable QueryTimeout timeout;
  private boolean timedOut;
  private int atOnce = FEWEST_AT_ONCE;

  /**
   * Makes a searcher.
   *
   * @param reader what is searched
   * @param ranking how it is scored
   */
  public ArticleSearcher(IndexReader reader, Ranking ranking) {
    this(reader, ranking, new KnownTerms());
  }

  /**
   * Makes a searcher that looks up less.
   *
   * @param reader what is searched
   * @param ranking how it is scored
   * @param terms what is known of the reader's terms
   */
  public ArticleSearcher(IndexReader reader, Ranking ranking, KnownTerms terms) {
    super(reader);
    this.terms = terms;
    setSimilarity(new WordSimilarity(ranking));
    setQueryCache(null); // what a process has in memory and what an answer takes stay plain
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Lucene: a query that gives itself is done
  public Query rewrite(Query original) throws IOException {
    Query query = original;
    Query rewritten = query.rewrite(this);
    while (rewritten != query) {
      checkTime();
      query = rewritten;
      rewritten = query.rewrite(this);
    }
    return query;
  }

  /** What a searcher knows of a term; not to be changed. */
  static TermStates states(Term term, IndexSearcher searcher) throws IOException {
    return searcher instanceof ArticleSearcher articles
        ? articles.terms.states(term, searcher)
        : TermStates.build(searcher, term, true);
  }

  /** In how many articles a term stands, deleted ones included. */
  static int articles(Term term, IndexSearcher searcher) throws IOException {
    return states(term, searcher).docFreq();
  }

  @Override
  public int count(Query query) throws IOException {
    TotalHitCountCollector counter = new TotalHitCountCollector();
    collect(query, counter);
    return counter.getTotalHits();
  }

  /**
   * Hands articles that match to a collector until no other can be among its best; it has to be one
   * that needs no more.
   *
   * @param query what scores
   * @param filters what has to match too
   * @param best gets the articles, segment by segment, in order
   * @throws IOException if the index cannot be read
   */
  public void collectBest(Query query, List<Query> filters, Collector best) throws IOException {
    Query scoring = WordForms.forBest(query);
    collect(filters.isEmpty() ? scoring : filtered(scoring, filters), best);
  }

  private static Query filtered(Query scoring, List<Query> filters) {
    if (scoring instanceof BonusQuery both) {
      return new BonusQuery(filtered(both.query(), filters), both.bonus());
    }
    BooleanQuery.Builder filtered = new BooleanQuery.Builder();
    if (scoring instanceof BooleanQuery any && WordForms.isDisjunction(any)) {
      any.clauses().forEach(filtered::add);
      filtered.setMinimumNumberShouldMatch(1);
    } else {
      filtered.add(scoring, Occur.MUST);
    }
    filters.forEach(filter -> filtered.add(filter, Occur.FILTER));
    return filtered.build();
  }

  /**
   * Hands every article that matches to a collector, up to the end of the time: {@link #timedOut}
   * says whether that came first.
   *
   * @param query what has to match
   * @param collector gets the articles, segment by segment, in order
   * @throws IOException if the index cannot be read
   */
  public void collect(Query query, Collector collector) throws IOException {
    ScoreMode mode = collector.scoreMode();
    try {
      Query rewritten = rewrite(mode.needsScores() ? query : new ConstantScoreQuery(query));
      Weight weight = createWeight(rewritten, mode, 1);
      collector.setWeight(weight);
      for (LeafReaderContext leaf : getLeafContexts()) {
        searchLeaf(leaf, 0, DocIdSetIterator.NO_MORE_DOCS, weight, collector);
      }
    } catch (OutOfTimeException e) {
      timedOut = true;
    }
  }

  @Override
  public void setTimeout(QueryTimeout timeout) {
    this.timeout = timeout;
  }

  @Override
  public boolean timedOut() {
    return timedOut;
  }

  /**
   * Looks at the time where more is to be done than to go through articles: to make ready for many
   * clauses, to list many values.
   *
   * @throws OutOfTimeException if it is over
   */
  public void checkTime() {
    if (timeout != null && timeout.shouldExit()) {
      timedOut = true;
      throw new OutOfTimeException();
    }
  }

  @Override
  public Weight createWeight(Query query, ScoreMode mode, float boost) throws IOException {
    checkTime();
    Weight weight = super.createWeight(query, mode, boost);
    return query instanceof PhraseQuery ? checked(weight) : weight;
  }

  /** A phrase opens the postings of all its words in each segment. */
  private Weight checked(Weight weight) {
    return new FilterWeight(weight) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        checkTime();
        return in.scorerSupplier(leaf);
      }
    };
  }

  /** Looks at the time less often than Lucene does, which begins anew after each look. */
  @Override
  protected void searchLeaf(
      LeafReaderContext leaf, int first, int last, Weight weight, Collector collector)
      throws IOException {
    LeafCollector collected;
    try {
      collected = collector.getLeafCollector(leaf);
    } catch (CollectionTerminatedException e) {
      return; // it knows already what it has to know
    }
    ScorerSupplier articles = weight.scorerSupplier(leaf);
    if (articles != null) {
      articles.setTopLevelScoringClause();
      try {
        if (collected instanceof SetCollector many
            && many.takesSets()
            && articles.cost() > leaf.reader().maxDoc() / 2) {
          FixedBitSet matching = all(articles, leaf.reader());
          if (!timedOut) {
            many.collect(matching);
          }
        } else {
          BulkScorer scorer = articles.bulkScorer();
          Bits live = leaf.reader().getLiveDocs();
          int end = Math.min(last, leaf.reader().maxDoc());
          inSteps(first, end, (from, to) -> scorer.score(collected, live, from, to));
        }
      } catch (CollectionTerminatedException e) {
        // the rest of the segment is of no interest
      }
    }
    collected.finish();
  }

  private FixedBitSet all(ScorerSupplier articles, LeafReader leaf) throws IOException {
    DocIdSetIterator matching = articles.get(Long.MAX_VALUE).iterator();
    FixedBitSet all = new FixedBitSet(leaf.maxDoc());
    int first = matching.nextDoc();
    inSteps(
        first,
        leaf.maxDoc(),
        (from, to) -> {
          matching.intoBitSet(to, all, 0);
          return to;
        });
    Bits live = leaf.getLiveDocs();
    if (live != null) {
      live.applyMask(all, 0);
    }
    return all;
  }

  /** Goes through some articles. */
  private interface Step {
    /** Goes from one article to before another, and says which is to be the next. */
    int go(int from, int to) throws IOException;
  }

  private void inSteps(int first, int end, Step step) throws IOException {
    int next = first;
    while (next < end) {
      if (timeout != null && timeout.shouldExit()) {
        timedOut = true;
        return;
      }
      long started = System.nanoTime();
      next = step.go(next, Math.min(end, next + atOnce));
      long took = System.nanoTime() - started;
      if (took < SOON) {
        atOnce = Math.min(4 * atOnce, MOST_AT_ONCE);
      } else if (took > LATE) {
        atOnce = Math.max(atOnce / 4, FEWEST_AT_ONCE);
      }
    }
  }
}
