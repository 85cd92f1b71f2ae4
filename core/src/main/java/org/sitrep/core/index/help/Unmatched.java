package org.sitrep.core.index.help;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.NothingFound;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;

/**
 * What a request asks that no article has, whatever else is asked.
 *
 * @param clauses the words, phrases and filters of the query
 * @param selections the selections
 */
record Unmatched(Set<Query> clauses, Set<Selection> selections) {
  static Unmatched find(SearchRequest request, Counts counts) throws IOException {
    Set<Query> clauses = new LinkedHashSet<>();
    List<Query> leaves = request.query().leaves();
    for (Query leaf : leaves.subList(0, Math.min(leaves.size(), NothingFound.MAX_CLAUSES))) {
      if (isNone(counts.of(SearchRequest.of(leaf)))) {
        clauses.add(leaf);
      }
    }
    Set<Selection> selections = new LinkedHashSet<>();
    for (Selection each : request.selections().values()) {
      SearchRequest alone =
          SearchRequest.of(new Query.All()).selections(Map.of(each.facet(), each));
      if (isNone(counts.of(alone))) {
        selections.add(each);
      }
    }
    return new Unmatched(clauses, selections);
  }

  private static boolean isNone(OptionalLong articles) {
    return articles.isPresent() && articles.getAsLong() == 0;
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>();
    clauses.forEach(clause -> texts.add(clause.print()));
    selections.forEach(selection -> texts.add(Loosened.text(selection)));
    return texts;
  }

  /** Leaves all of it out of a request. */
  Loosened leftOut(Loosened request) {
    return request.without(this::isNowhere, selections::contains);
  }

  private boolean isNowhere(Query clause) {
    return clauses.contains(clause)
        || (clause instanceof Query.Or or && or.clauses().stream().allMatch(this::isNowhere));
  }
}
