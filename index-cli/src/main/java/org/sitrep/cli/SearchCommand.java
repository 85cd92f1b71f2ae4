package org.sitrep.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.query.ParsedQuery;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Cursor;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.NothingFound;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Sort;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands that answer with hits have in common. */
abstract class SearchCommand implements Callable<Integer> {
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

  @Mixin private IndexOption index = new IndexOption();
  @Mixin private ScopeOptions scope = new ScopeOptions();
  @Mixin private CollapseOptions collapse = new CollapseOptions();
  @Mixin private RankingOptions ranking = new RankingOptions();

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
      names = "--explain",
      description = "show under each hit how it comes by its score by relevance")
  private boolean explain;

  @Option(
      names = "--show-query",
      description =
          "show how the query was read, what is selected, and the command that repeats it")
  private boolean showQuery;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Format.OfHits.class,
      description =
          "text (default), json, or without facets one hit a line: jsonl, csv, tsv or trec, a run"
              + " file for scorers")
  private Format format = Format.TEXT;

  @Option(
      names = "--query-id",
      paramLabel = "ID",
      description = "what to call the query in a run file (default: 1)")
  private Optional<String> queryId = Optional.empty();

  @Mixin private CommonOptions common = new CommonOptions();

  SearchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What was typed of a query. */
  abstract List<String> words();

  /** Adds to a request what this command alone asks. */
  abstract SearchRequest narrowed(SearchRequest request);

  /** Says that an article is not there. */
  int unknown(String id) {
    surroundings.say("no article has the id '%s'".formatted(id));
    return ExitCode.NOTHING_FOUND;
  }

  @Override
  public Integer call() throws IOException {
    common.apply(surroundings);
    facets = facets.stream().distinct().toList();
    checkRun();
    ParsedQuery parsed = scope.parse(words(), surroundings.terminal());
    SearchRequest request = request(parsed);
    String repeat = command(request);
    if (format != Format.JSON) {
      sayHowItWasRead(parsed, repeat);
    }
    try (ArticleIndex opened = index.openOnce(surroundings)) {
      SearchResults results = opened.search(request);
      Explanations explanations =
          explain ? hit -> opened.explain(request, hit.id()) : hit -> Optional.empty();
      switch (format) {
        case JSON ->
            new ResultsJson(surroundings.out(), explanations)
                .write(
                    parsed,
                    results,
                    facets,
                    showQuery ? Optional.of(repeat) : Optional.empty(),
                    this::command);
        case JSONL -> new ResultsJson(surroundings.out(), explanations).writeLines(results);
        case CSV, TSV -> new ResultsTable(surroundings.out()).write(format, results);
        case TREC -> new ResultsTable(surroundings.out()).writeRun(queryId.orElse("1"), results);
        default ->
            new ResultsText(surroundings.out(), surroundings.terminal(), explanations)
                .print(results, facets, articles(opened));
      }
      if (format != Format.JSON && articles(opened) > 0) {
        results.nothingFound().ifPresent(help -> sayWhatHelps(help, results.request()));
      }
      return results.total() > 0 ? ExitCode.FOUND : ExitCode.NOTHING_FOUND;
    }
  }

  private void sayWhatHelps(NothingFound help, SearchRequest request) {
    new NothingFoundText(surroundings.err(), this::command).print(help, request);
  }

  /** The command that asks a request. */
  private String command(SearchRequest request) {
    String canonical = request.query().print();
    return new RepeatedCommand(command.name(), canonical, request, facets, index.given()).text();
  }

  private SearchRequest request(ParsedQuery parsed) {
    try {
      facetLimit.ifPresent(SearchCommand::checkFacetLimit);
      SearchRequest request =
          narrowed(collapse.apply(scope.select(SearchRequest.of(parsed))))
              .sort(sort)
              .limit(limit)
              .offset(offset)
              .snippets(snippets)
              .ranking(ranking.ranking(Clock.systemUTC()));
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

  private void checkRun() {
    if (format != Format.TREC && queryId.isPresent()) {
      throw wrong("--query-id is for --format trec alone: '%s'".formatted(queryId.get()));
    }
    if (format == Format.TREC && offset != 0) {
      throw wrong(
          "--offset is not for --format trec, whose ranks begin at 1: '%d'".formatted(offset));
    }
    if (queryId
        .filter(id -> id.isEmpty() || id.chars().anyMatch(Character::isWhitespace))
        .isPresent()) {
      throw wrong("--query-id is empty or holds a blank: '%s'".formatted(queryId.get()));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
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
