package org.sitrep.core.index;

import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHitCountCollector;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.facet.FacetSearch;
import org.sitrep.core.index.help.Help;
import org.sitrep.core.index.search.ArticleSearcher;
import org.sitrep.core.index.search.Explainer;
import org.sitrep.core.index.search.HitOrder;
import org.sitrep.core.index.search.HitReader;
import org.sitrep.core.index.search.OutOfTimeException;
import org.sitrep.core.index.search.QueryTranslator;
import org.sitrep.core.index.search.Relevance;
import org.sitrep.core.index.search.SimilarArticles;
import org.sitrep.core.index.search.TextClauses;
import org.sitrep.core.index.story.CollapsedHits;
import org.sitrep.core.index.story.StoryOrdinals;
import org.sitrep.core.index.story.StoryReader;
import org.sitrep.core.search.Collapse;
import org.sitrep.core.search.Cursor;
import org.sitrep.core.search.Explanation;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.NothingFound;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Similar;
import org.sitrep.core.search.Sort;
import org.sitrep.core.search.Timeline;

/** One search of one snapshot. For one thread. */
final class Search {
  /** After how many hits a search looks again whether it has to stop. */
  private static final int READ_AT_ONCE = 50;

  private final Snapshot snapshot;
  private final Analysis analysis;
  private final SearchRequest request;
  private final TextClauses text;
  private final Query query;
  private final ArticleSearcher searcher;
  private final Relevance relevance;
  private final long started = System.nanoTime();

  Search(Snapshot snapshot, Analysis analysis, SearchRequest request) throws IOException {
    this.snapshot = snapshot;
    this.analysis = analysis;
    this.request = request;
    this.searcher = new ArticleSearcher(snapshot.reader(), request.ranking(), snapshot.terms());
    searcher.setTimeout(() -> isCancelled() || isLate());
    checkTime(); // in a process that has just begun each step loads what it needs
    List<String> languages = snapshot.languages();
    checkTime();
    this.text = new TextClauses(analysis, languages, request.ranking(), this::checkTranslation);
    this.relevance = new Relevance(searcher, text, analysis, request);
    try {
      this.query = query(snapshot, analysis, text, request);
    } catch (OutOfTimeException e) {
      throw stopped();
    }
  }

  private static boolean isCancelled() {
    return Thread.currentThread().isInterrupted();
  }

  private boolean isLate() {
    return request.timeLimit().filter(limit -> elapsed().compareTo(limit) > 0).isPresent();
  }

  /** The scope: what the query matches, and where it is asked for is like some articles. */
  static Query query(Snapshot snapshot, Analysis analysis, TextClauses text, SearchRequest request)
      throws IOException {
    Query query = new QueryTranslator(text, request.match()).translate(request.query());
    if (request.similar().isEmpty()) {
      return query;
    }
    Query similar = similar(snapshot, analysis, text, request.similar().get());
    return query instanceof MatchAllDocsQuery
        ? similar
        : new BooleanQuery.Builder().add(query, Occur.MUST).add(similar, Occur.MUST).build();
  }

  private static Query similar(
      Snapshot snapshot, Analysis analysis, TextClauses text, Similar similar) throws IOException {
    List<Integer> given = new ArrayList<>();
    for (String id : similar.articles()) {
      int article = snapshot.find(id);
      if (article < 0) {
        throw new UnknownArticleException(id);
      }
      given.add(article);
    }
    return new SimilarArticles(snapshot.reader(), analysis, text, given).query(similar);
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** How many hits there are, of all pages and with copies, and those of the page. */
  private record Found(long total, long articles, List<Hit> hits, Optional<Cursor> next) {}

  SearchResults run() throws IOException {
    try {
      return results();
    } catch (OutOfTimeException e) {
      throw stopped();
    }
  }

  private SearchResults results() throws IOException {
    boolean ranks = request.sort() == Sort.RELEVANCE && request.limit() > 0;
    Query ranked = ranks ? relevance.ranked(query) : query;
    checkTime();
    FacetSearch facets = new FacetSearch(request, snapshot.facets());
    checkTime();
    Found found =
        request.collapse().isPresent()
            ? collapsed(facets, scope(ranked), request.collapse().get())
            : each(facets, ranked);
    checkTime();
    List<FacetResult> counts = facets.results(searcher, scope(query));
    Optional<Timeline> timeline = facets.timeline(searcher);
    checkTime();
    boolean helps = found.total() == 0 && request.limit() > 0;
    Optional<NothingFound> help = helps ? Optional.of(help()) : Optional.empty();
    return new SearchResults(
        request,
        found.total(),
        found.hits(),
        counts,
        timeline,
        elapsed(),
        found.articles(),
        help,
        found.next());
  }

  private NothingFound help() throws IOException {
    Duration longest = Help.longest(snapshot.reader());
    Duration time =
        request
            .timeLimit()
            .map(limit -> limit.minus(elapsed()))
            .filter(rest -> rest.compareTo(longest) < 0)
            .orElse(longest);
    Optional<Query> similar = Optional.empty();
    if (request.similar().isPresent()) {
      similar = Optional.of(similar(snapshot, analysis, text, request.similar().get()));
    }
    return new Help(snapshot.facets(), analysis, snapshot.languages(), request, similar, time)
        .find();
  }

  private int wanted() {
    int reached = Math.min(request.offset() + request.limit(), snapshot.reader().maxDoc());
    return request.limit() == 0 ? 0 : reached;
  }

  /**
   * Collects one hit more than asked for, which tells whether there is a next page.
   *
   * @param enough after how many hits it may pass over those that cannot be among the best
   */
  private TopFieldCollector top(int enough) {
    return new TopFieldCollectorManager(
            HitOrder.of(request.sort()),
            wanted() + 1,
            request.after().map(HitOrder::place).orElse(null),
            enough)
        .newCollector();
  }

  private Found each(FacetSearch facets, Query ranked) throws IOException {
    if (wanted() == 0) {
      int total = facets.count(searcher, scope(query));
      return new Found(total, total, List.of(), Optional.empty());
    }
    int total;
    TopFieldCollector top;
    if (ranksBestOnly()) {
      total = facets.count(searcher, scope(query));
      checkTime();
      top = top(wanted() + 1);
      searcher.collectBest(ranked, filters(request.selections().keySet()), top);
    } else {
      top = top(Integer.MAX_VALUE);
      total = facets.run(searcher, scope(ranked), top);
    }
    checkTime();
    List<ScoreDoc> found = found(top);
    List<ScoreDoc> page = page(found);
    return new Found(total, total, hits(page), next(found, page));
  }

  /**
   * Whether a second pass, over the hits that can be among the best, is cheaper than to score all
   * while they are counted: where scores have bounds, which those by date have not.
   */
  private boolean ranksBestOnly() {
    return request.sort() == Sort.RELEVANCE && request.ranking().recency().isEmpty();
  }

  private Found collapsed(FacetSearch facets, Query scope, Collapse collapse) throws IOException {
    Collector best = wanted() == 0 ? new TotalHitCountCollector() : top(Integer.MAX_VALUE);
    CollapsedHits collected =
        new CollapsedHits(snapshot.reader(), snapshot.facets().stories(), collapse, best);
    facets.run(searcher, scope, collected);
    checkTime();
    if (!(best instanceof TopFieldCollector top)) {
      return new Found(collected.total(), collected.articles(), List.of(), Optional.empty());
    }
    collected.finish();
    List<ScoreDoc> found = found(top);
    List<ScoreDoc> page = page(found);
    List<Hit> hits = new ArrayList<>();
    for (Hit hit : hits(page)) {
      List<Integer> copies = collected.copies(page.get(hits.size()).doc);
      hits.add(HitReader.withCopies(snapshot.reader(), hit, copies));
    }
    return new Found(collected.total(), collected.articles(), hits, next(found, page));
  }

  private List<ScoreDoc> page(List<ScoreDoc> found) {
    return found.subList(0, Math.min(request.limit(), found.size()));
  }

  private Optional<Cursor> next(List<ScoreDoc> found, List<ScoreDoc> page) {
    return found.size() > page.size() && !page.isEmpty()
        ? Optional.of(HitOrder.cursor(request, snapshot.name(), page.getLast()))
        : Optional.empty();
  }

  /** Explains the score of an article; empty where it is no hit of the request. */
  Optional<Explanation> explain(int article) throws IOException {
    try {
      if (!searcher.explain(selected(query, request.selections().keySet()), article).isMatch()) {
        return Optional.empty();
      }
      Query ranked = relevance.ranked(query);
      Optional<Explanation> explanation =
          request.collapse().isEmpty()
                  || snapshot.facets().stories().of(article) == StoryOrdinals.ALONE
              ? new Explainer(searcher, article).explain(ranked)
              : ofStory(article, ranked, request.collapse().get());
      checkTime();
      return explanation;
    } catch (OutOfTimeException e) {
      throw stopped();
    }
  }

  /** Explains the score of a story; empty where another copy stands for it. */
  private Optional<Explanation> ofStory(int article, Query ranked, Collapse collapse)
      throws IOException {
    TopFieldCollector best =
        new TopFieldCollectorManager(HitOrder.of(Sort.RELEVANCE), 1, null, Integer.MAX_VALUE)
            .newCollector();
    CollapsedHits hits =
        new CollapsedHits(snapshot.reader(), snapshot.facets().stories(), collapse, best);
    Query scope = selected(ranked, request.selections().keySet());
    Query copies = StoryReader.filter(snapshot.reader(), article);
    searcher.collect(
        new BooleanQuery.Builder().add(scope, Occur.MUST).add(copies, Occur.FILTER).build(), hits);
    checkTime();
    hits.finish();
    if (best.topDocs().scoreDocs[0].doc != article) {
      return Optional.empty();
    }
    Optional<Explanation> own = new Explainer(searcher, article).explain(ranked);
    int match = hits.match(article);
    return match == article
        ? own
        : Optional.of(
            Explainer.ofStory(
                own.orElseThrow(),
                new Explainer(searcher, match).explain(ranked).orElseThrow(),
                HitReader.id(snapshot.reader(), match)));
  }

  private List<ScoreDoc> found(TopFieldCollector top) throws IOException {
    ScoreDoc[] found = top.topDocs(request.offset(), request.limit() + 1).scoreDocs;
    if (request.sort() == Sort.RELEVANCE) {
      for (ScoreDoc doc : found) {
        doc.score = (float) ((FieldDoc) doc).fields[0];
      }
    }
    return Arrays.asList(found);
  }

  private List<Hit> hits(List<ScoreDoc> page) throws IOException {
    List<Hit> hits = new ArrayList<>(page.size());
    for (List<ScoreDoc> some : Lists.partition(page, READ_AT_ONCE)) {
      hits.addAll(HitReader.hits(searcher, query, some, request.snippets()));
      checkTime();
    }
    return hits;
  }

  private void checkTime() throws IOException {
    if (isCancelled() || searcher.timedOut() || isLate()) {
      throw stopped();
    }
  }

  private IOException stopped() {
    return isCancelled() || request.timeLimit().isEmpty()
        ? new SearchCancelledException()
        : new SearchTimeoutException(request.timeLimit().get());
  }

  /** Ends the translation of a query that takes too long before anything is searched. */
  private void checkTranslation() {
    if (isCancelled() || isLate()) {
      throw new OutOfTimeException();
    }
  }

  /** A query and the selections in the dimensions that are not counted. */
  private Query scope(Query ranked) {
    return selected(
        ranked, Sets.difference(request.selections().keySet(), FacetSearch.counted(request)));
  }

  private Query selected(Query ranked, Set<Facet> facets) {
    if (facets.isEmpty()) {
      return ranked;
    }
    BooleanQuery.Builder selected = new BooleanQuery.Builder().add(ranked, Occur.MUST);
    filters(facets).forEach(filter -> selected.add(filter, Occur.FILTER));
    return selected.build();
  }

  private List<Query> filters(Set<Facet> facets) {
    return facets.stream().map(facet -> QueryTranslator.filter(request.selection(facet))).toList();
  }
}
