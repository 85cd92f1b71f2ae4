package org.sitrep.cli;

import java.util.List;
import org.sitrep.core.search.SearchRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sitrep search}. */
@Command(
    name = "search",
    description = {
      "Finds articles and counts them by facets.",
      "Without a query it shows every article that the options select."
    },
    footer = {
      "  sitrep search '\"task force\" -exercise' --country ukraine --facets tag,date",
      "  sitrep search procurement --from 2024-06 --sort newest --format json"
    })
final class QueryCommand extends SearchCommand {
  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description = "words, \"phrases\", field:value, AND, OR, -not, ( ), prefix*, fuzzy~")
  private List<String> words = List.of();

  QueryCommand(Surroundings surroundings) {
    super(surroundings);
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
