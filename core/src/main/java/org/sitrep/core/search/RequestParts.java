package org.sitrep.core.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;
import org.sitrep.core.query.Repair;

/** The parts of a request that is being changed. */
final class RequestParts {
  Query query;
  List<Repair> repairs;
  Map<Facet, Selection> selections;
  List<FacetRequest> facets;
  Optional<DateLevel> timeline;
  Sort sort;
  Match match;
  int offset;
  int limit;
  int snippets;
  Optional<Duration> timeLimit;
  Optional<Collapse> collapse;
  Optional<Similar> similar;
  Ranking ranking;
  Optional<Cursor> after;

  RequestParts(SearchRequest request) {
    query = request.query();
    repairs = request.repairs();
    selections = request.selections();
    facets = request.facets();
    timeline = request.timeline();
    sort = request.sort();
    match = request.match();
    offset = request.offset();
    limit = request.limit();
    snippets = request.snippets();
    timeLimit = request.timeLimit();
    collapse = request.collapse();
    similar = request.similar();
    ranking = request.ranking();
    after = request.after();
  }

  SearchRequest request() {
    return new SearchRequest(
        query,
        repairs,
        selections,
        facets,
        timeline,
        sort,
        match,
        offset,
        limit,
        snippets,
        timeLimit,
        collapse,
        similar,
        ranking,
        after);
  }
}
