package org.sitrep.core.index;

import com.google.common.collect.Lists;
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
import org.sitrep.core.index.search.HitOrder;
import org.sitrep.core.index.search.HitReader;
import org.sitrep.core.index.search.QueryTranslator;
import org.sitrep.core.index.search.TextClauses;
import org.sitrep.core.search.Cursor;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Sort;

/** One search of one snapshot. For one thread. */
final class Search {
  /** After how many hits a search looks again whether it has to stop. */
  private static final int READ_AT_ONCE = 50;

  private final Snapshot snapshot;
  private final SearchRequest request;
  private final Query query;
  private final ArticleSearcher searcher;
  private final long started = System.nanoTime();

  Search(Snapshot snapshot, Analysis analysis, SearchRequest request) throws IOException {
    this.snapshot = snapshot;
    this.request = request;
    this.query =
        new QueryTranslator(new TextClauses(analysis, snapshot.languages()), request.match())
            .translate(request.query());
    this.searcher = new ArticleSearcher(snapshot.reader());
    searcher.setTimeout(() -> isCancelled() || isLate());
  }

  private static boolean isCancelled() {
    return Thread.currentThread().isInterrupted();
  }

  private boolean isLate() {
    return request.timeLimit().filter(limit -> elapsed().compareTo(limit) > 0).isPresent();
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  SearchResults run() throws IOException {
    Query scope = scope();
    FacetSearch facets = new FacetSearch(request, snapshot.facets());
    TotalHitCountCollector total = new TotalHitCountCollector();
    int wanted = Math.min(request.offset() + request.limit(), snapshot.reader().maxDoc());
    List<Hit> hits = List.of();
    Optional<Cursor> next = Optional.empty();
    if (request.limit() == 0 || wanted == 0) {
      facets.run(searcher, scope, total);
    } else {
      // One more than asked for tells whether there is a next page.
      TopFieldCollector top =
          new TopFieldCollectorManager(
                  HitOrder.of(request.sort()),
                  wanted + 1,
                  request.after().map(HitOrder::place).orElse(null),
                  Integer.MAX_VALUE)
              .newCollector();
      facets.run(searcher, scope, both(top, total));
      checkTime();
      List<ScoreDoc> found = page(top);
      List<ScoreDoc> page = found.subList(0, Math.min(request.limit(), found.size()));
      hits = hits(page);
      if (found.size() > page.size() && !page.isEmpty()) {
        next = Optional.of(HitOrder.cursor(request.sort(), snapshot.name(), page.getLast()));
      }
    }
    checkTime();
    SearchResults results =
        new SearchResults(
            request,
            total.getTotalHits(),
            hits,
            facets.results(searcher, scope),
            facets.timeline(),
            elapsed(),
            next);
    checkTime();
    return results;
  }

  private static Collector both(Collector top, Collector total) {
    return MultiCollector.wrap(top, total);
  }

  private List<ScoreDoc> page(TopFieldCollector top) throws IOException {
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
    if (isCancelled()) {
      throw new SearchCancelledException();
    }
    if (searcher.timedOut() || isLate()) {
      throw request
          .timeLimit()
          .<IOException>map(SearchTimeoutException::new)
          .orElseGet(SearchCancelledException::new);
    }
  }

  /** The query and the selections in the dimensions that are not counted. */
  private Query scope() {
    Set<Facet> counted = FacetSearch.counted(request);
    BooleanQuery.Builder scope = new BooleanQuery.Builder().add(query, Occur.MUST);
    boolean filtered = false;
    for (Facet facet : request.selections().keySet()) {
      if (!counted.contains(facet)) {
        scope.add(QueryTranslator.filter(request.selection(facet)), Occur.FILTER);
        filtered = true;
      }
    }
    return filtered ? scope.build() : query;
  }
}
