package org.sitrep.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.query.ParsedQuery;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Cursor;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Sort;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
final class SearchCommand implements Callable<Integer> {
  private static final int MAX_FACET_LIMIT = FacetRequest.MAX_LIMIT;

  /** Reads {@code --sort}. */
  static final class SortValue implements ITypeConverter<Sort> {
    @Override
    public Sort convert(String value) {
      return Values.choice(Sort.class, value);
    }
  }

  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description = "words, \"phrases\", field:value, AND, OR, -not, ( ), prefix*, fuzzy~")
  private List<String> words = List.of();

  @Mixin private IndexOption index = new IndexOption();
  @Mixin private ScopeOptions scope = new ScopeOptions();

  @Option(
      names = "--facets",
      paramLabel = "DIMENSION",
      split = ",",
      converter = Dimension.One.class,
      description = "count by these, parted by commas; date, date:month or date:day")
  private List<Dimension> facets = List.of();

  @Option(
      names = "--facet-limit",
      paramLabel = "N",
      description = "how many values of a facet to list (default: 10, of dates all)")
  private Optional<Integer> facetLimit = Optional.empty();

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      converter = SortValue.class,
      description = "relevance (default), newest or oldest")
  private Sort sort = Sort.RELEVANCE;

  @Option(names = "--limit", paramLabel = "N", description = "how many hits to show (default: 10)")
  private int limit = RepeatedCommand.USUAL_LIMIT;

  @Option(names = "--offset", paramLabel = "N", description = "how many hits to pass over first")
  private int offset;

  @Option(
      names = "--after",
      paramLabel = "CURSOR",
      converter = Values.CursorValue.class,
      description = "go on where a page sorted by date ended: the 'next' of --format json")
  private Optional<Cursor> after = Optional.empty();

  @Option(
      names = "--snippets",
      paramLabel = "N",
      description = "how many passages to show of each hit (default: 1)")
  private int snippets = RepeatedCommand.USUAL_SNIPPETS;

  @Option(
      names = "--show-query",
      description =
          "show how the query was read, what is selected, and the command that repeats it")
  private boolean showQuery;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Format.OfArticles.class,
      description = "text (default), json, or jsonl: one hit a line, without facets")
  private Format format = Format.TEXT;

  @Mixin private CommonOptions common = new CommonOptions();

  SearchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    common.apply(surroundings);
    facets = facets.stream().distinct().toList();
    ParsedQuery parsed = scope.parse(words, surroundings.terminal());
    SearchRequest request = request(parsed);
    String repeat =
        new RepeatedCommand("search", parsed.canonical(), request, facets, index.given()).text();
    if (format != Format.JSON) {
      sayHowItWasRead(parsed, repeat);
    }
    try (ArticleIndex opened = index.openForReading(surroundings)) {
      SearchResults results = opened.search(request);
      switch (format) {
        case JSON ->
            new ResultsJson(surroundings.out())
                .write(parsed, results, facets, showQuery ? Optional.of(repeat) : Optional.empty());
        case JSONL -> new ResultsJson(surroundings.out()).writeLines(results);
        default ->
            new ResultsText(surroundings.out(), surroundings.terminal())
                .print(results, facets, articles(opened));
      }
      return results.total() > 0 ? ExitCode.FOUND : ExitCode.NOTHING_FOUND;
    }
  }

  private SearchRequest request(ParsedQuery parsed) {
    try {
      facetLimit.ifPresent(SearchCommand::checkFacetLimit);
      SearchRequest request =
          scope
              .select(SearchRequest.of(parsed))
              .sort(sort)
              .limit(limit)
              .offset(offset)
              .snippets(snippets);
      SearchRequest page = after.map(request::after).orElse(request);
      return page.facets(
          facets.stream()
              .map(facet -> facet.request(facetLimit))
              .map(facet -> format == Format.JSON ? facet.withOthers() : facet)
              .toArray(FacetRequest[]::new));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private static void checkFacetLimit(int limit) {
    if (limit < 0 || limit > MAX_FACET_LIMIT) {
      throw new IllegalArgumentException(
          "facet-limit is not in 0..%d: %d".formatted(MAX_FACET_LIMIT, limit));
    }
  }

  private static long articles(ArticleIndex opened) throws IOException {
    return opened.search(SearchRequest.of(new Query.All()).limit(0).snippets(0)).total();
  }

  private void sayHowItWasRead(ParsedQuery parsed, String repeat) {
    ScopeOptions.sayRepairs(parsed.repairs(), surroundings.err());
    if (showQuery) {
      surroundings.err().print("query: ").line(parsed.canonical());
      surroundings.err().print("again: ").line(repeat);
    }
    surroundings.err().flush();
  }
}
