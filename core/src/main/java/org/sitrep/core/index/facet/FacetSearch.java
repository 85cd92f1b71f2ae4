package org.sitrep.core.index.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.search.ArticleSearcher;
import org.sitrep.core.index.search.OutOfTimeException;
import org.sitrep.core.search.Collapse;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Timeline;

/** Counts the facets that a request asks for. For one search and one thread. */
public final class FacetSearch {
  private final SearchRequest request;
  private final FacetState state;
  private final Map<Facet, DimensionCounter> counters = new EnumMap<>(Facet.class);

  /**
   * Prepares the counting.
   *
   * @param request what is asked
   * @param state the state of the reader that is searched
   * @throws IOException if the index cannot be read
   */
  public FacetSearch(SearchRequest request, FacetState state) throws IOException {
    this.request = request;
    this.state = state;
    for (Facet facet : counted(request)) {
      counters.put(
          facet, new DimensionCounter(request.selection(facet), state.ordinals(facet), null));
    }
  }

  /**
   * Returns the dimensions that a request counts. Selections in all others can be part of the
   * scope.
   *
   * @param request what is asked
   * @return the dimensions, possibly none
   */
  public static Set<Facet> counted(SearchRequest request) {
    Set<Facet> counted = EnumSet.noneOf(Facet.class);
    request.facets().forEach(asked -> counted.add(asked.facet()));
    if (request.timeline().isPresent()) {
      counted.add(Facet.DATE);
    }
    return counted;
  }

  /**
   * Counts in one pass.
   *
   * @param searcher searches the reader
   * @param scope the query and the selections in all dimensions that are not counted
   * @return how many articles are hits
   * @throws IOException if the index cannot be read
   */
  public int count(ArticleSearcher searcher, Query scope) throws IOException {
    return counters.isEmpty()
        ? searcher.count(scope)
        : collect(searcher, scope, null, List.copyOf(counters.values()));
  }

  /**
   * Searches and counts in one pass.
   *
   * @param searcher searches the reader
   * @param scope the query and the selections in all dimensions that are not counted
   * @param hits gets every hit
   * @return how many articles are hits
   * @throws IOException if the index cannot be read
   */
  public int run(ArticleSearcher searcher, Query scope, Collector hits) throws IOException {
    return collect(searcher, scope, hits, List.copyOf(counters.values()));
  }

  /**
   * Returns the counts.
   *
   * @param searcher searches the reader where articles of unlisted values are asked for, and knows
   *     when the time is over
   * @param scope the same scope as before
   * @return the counts, in the order of the request
   * @throws IOException if the index cannot be read
   * @throws OutOfTimeException if the searcher's time is over before all values are listed
   */
  public List<FacetResult> results(ArticleSearcher searcher, Query scope) throws IOException {
    List<FacetResult> results = new ArrayList<>();
    for (FacetRequest asked : request.facets()) {
      FacetLabels labels = state.labels(asked.facet());
      FacetList list = new FacetList(asked, request, counter(asked.facet()), labels, searcher);
      OptionalLong others =
          asked.others()
              ? OptionalLong.of(others(list, searcher, scope, asked))
              : OptionalLong.empty();
      results.add(list.result(others));
    }
    return results;
  }

  private DimensionCounter counter(Facet facet) {
    DimensionCounter counter = counters.get(facet);
    if (counter == null) {
      throw new IllegalStateException("facet is not counted: " + facet);
    }
    return counter;
  }

  private long others(FacetList list, ArticleSearcher searcher, Query scope, FacetRequest asked)
      throws IOException {
    List<DimensionCounter> second = new ArrayList<>();
    DimensionCounter unlisted =
        new DimensionCounter(
            request.selection(asked.facet()), state.ordinals(asked.facet()), list.listed());
    second.add(unlisted);
    for (DimensionCounter counter : counters.values()) {
      if (counter.facet() != asked.facet() && counter.isSelected()) {
        second.add(
            new DimensionCounter(
                request.selection(counter.facet()), state.ordinals(counter.facet()), null));
      }
    }
    collect(searcher, scope, null, second);
    return unlisted.others();
  }

  private int collect(
      ArticleSearcher searcher,
      Query scope,
      @Nullable Collector hits,
      List<DimensionCounter> counting)
      throws IOException {
    boolean stories =
        request.collapse().filter(c -> c.counted() == Collapse.Counted.STORIES).isPresent();
    FacetCollector collector =
        new FacetCollector(searcher, hits, counting, stories ? state.stories() : null);
    searcher.collect(scope, collector);
    counting.forEach(DimensionCounter::countStories);
    return collector.total();
  }

  /**
   * Returns the timeline.
   *
   * @param searcher knows when the time is over
   * @return the timeline, present where it was asked for
   * @throws IOException if the index cannot be read
   * @throws OutOfTimeException if the searcher's time is over before all dates are gone through
   */
  public Optional<Timeline> timeline(ArticleSearcher searcher) throws IOException {
    if (request.timeline().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TimelineList(
                request.timeline().get(),
                counter(Facet.DATE),
                request.selection(Facet.DATE).range(),
                searcher)
            .timeline());
  }
}
