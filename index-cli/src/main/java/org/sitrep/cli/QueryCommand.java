package org.sitrep.cli;

import java.util.List;
import org.sitrep.cli.options.Options;
import org.sitrep.core.search.SearchRequest;

/** {@code sitrep search}. */
final class QueryCommand extends SearchCommand {
  private List<String> words = List.of();

  QueryCommand(Surroundings surroundings) {
    super(
        surroundings,
        new Options(
            "search",
            List.of(
                "Finds articles and counts them by facets.",
                "Without a query it shows every article that the options select."),
            List.of(
                "sitrep search '\"task force\" -exercise' --country ukraine --facets tag,date",
                "sitrep search procurement --from 2024-06 --sort newest --format json")));
    Options options = options();
    options.arguments(
        "QUERY",
        0,
        Values::any,
        values -> words = values,
        "words, \"phrases\", field:value, AND, OR, -not, ( ), prefix*, fuzzy~");
  }

  @Override
  List<String> words() {
    return words;
  }

  @Override
  SearchRequest narrowed(SearchRequest request) {
    return request;
  }
}
