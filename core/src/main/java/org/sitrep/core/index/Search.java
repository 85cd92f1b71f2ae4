package org.sitrep.core.index;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHitCountCollector;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.facet.FacetSearch;
import org.sitrep.core.index.search.ArticleSearcher;
import org.sitrep.core.index.search.Explainer;
import org.sitrep.core.index.search.HitOrder;
import org.sitrep.core.index.search.HitReader;
import org.sitrep.core.index.search.QueryTranslator;
import org.sitrep.core.index.search.Relevance;
import org.sitrep.core.index.search.TextClauses;
import org.sitrep.core.search.Explanation;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Sort;

/** One search of one snapshot. For one thread. */
final class Search {
  private final Snapshot snapshot;
  private final SearchRequest request;
  private final Query query;
  private final ArticleSearcher searcher;
  private final Relevance relevance;
  private final long started = System.nanoTime();

  Search(Snapshot snapshot, Analysis analysis, SearchRequest request) throws IOException {
    this.snapshot = snapshot;
    this.request = request;
    this.searcher = new ArticleSearcher(snapshot.reader(), request.ranking());
    TextClauses text = new TextClauses(analysis, snapshot.languages(), request.ranking());
    this.query = new QueryTranslator(text, request.match()).translate(request.query());
    this.relevance = new Relevance(searcher, text, analysis, request);
    request
        .timeLimit()
        .ifPresent(limit -> searcher.setTimeout(() -> elapsed().compareTo(limit) > 0));
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  SearchResults run() throws IOException {
    boolean ranks = request.sort() == Sort.RELEVANCE && request.limit() > 0;
    Query scope = scope(ranks ? relevance.ranked(query) : query);
    FacetSearch facets = new FacetSearch(request, snapshot.facets());
    TotalHitCountCollector total = new TotalHitCountCollector();
    int wanted = Math.min(request.offset() + request.limit(), snapshot.reader().maxDoc());
    List<Hit> hits = List.of();
    if (request.limit() == 0 || wanted == 0) {
      facets.run(searcher, scope, total);
    } else {
      TopFieldCollector top =
          new TopFieldCollectorManager(HitOrder.of(request.sort()), wanted, Integer.MAX_VALUE)
              .newCollector();
      facets.run(searcher, scope, both(top, total));
      checkTime();
      hits = HitReader.hits(searcher, query, page(top), request.snippets());
    }
    checkTime();
    SearchResults results =
        new SearchResults(
            request,
            total.getTotalHits(),
            hits,
            facets.results(searcher, scope),
            facets.timeline(),
            elapsed());
    checkTime();
    return results;
  }

  /** Explains the score of an article; empty where it is no hit of the request. */
  Optional<Explanation> explain(int article) throws IOException {
    BooleanQuery.Builder hits = new BooleanQuery.Builder().add(query, Occur.FILTER);
    request
        .selections()
        .values()
        .forEach(selection -> hits.add(QueryTranslator.filter(selection), Occur.FILTER));
    if (!searcher.explain(hits.build(), article).isMatch()) {
      return Optional.empty();
    }
    Optional<Explanation> explanation =
        new Explainer(searcher, article).explain(relevance.ranked(query));
    checkTime();
    return explanation;
  }

  private static Collector both(Collector top, Collector total) {
    return MultiCollector.wrap(top, total);
  }

  private List<ScoreDoc> page(TopFieldCollector top) throws IOException {
    ScoreDoc[] found = top.topDocs(request.offset(), request.limit()).scoreDocs;
    if (request.sort() == Sort.RELEVANCE) {
      for (ScoreDoc doc : found) {
        doc.score = (float) ((FieldDoc) doc).fields[0];
      }
    }
    return Arrays.asList(found);
  }

  private void checkTime() throws IOException {
    if (searcher.timedOut()
        || request.timeLimit().filter(limit -> elapsed().compareTo(limit) > 0).isPresent()) {
      throw new SearchTimeoutException(request.timeLimit().orElseThrow());
    }
  }

  /** The query and the selections in the dimensions that are not counted. */
  private Query scope(Query ranked) {
    Set<Facet> counted = FacetSearch.counted(request);
    BooleanQuery.Builder scope = new BooleanQuery.Builder().add(ranked, Occur.MUST);
    boolean filtered = false;
    for (Facet facet : request.selections().keySet()) {
      if (!counted.contains(facet)) {
        scope.add(QueryTranslator.filter(request.selection(facet)), Occur.FILTER);
        filtered = true;
      }
    }
    return filtered ? scope.build() : ranked;
  }
}
