package org.sitrep.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.cli.options.Options;
import org.sitrep.cli.options.UsageException;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.query.ParsedQuery;
import org.sitrep.core.search.Cursor;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.NothingFound;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Sort;

/** What the commands that answer with hits have in common. */
abstract class SearchCommand implements Command {
  private static final int MAX_FACET_LIMIT = FacetRequest.MAX_LIMIT;

  private final Surroundings surroundings;
  private final Options options;
  private final IndexOption index;
  private final ScopeOptions scope;
  private final CollapseOptions collapse;
  private final RankingOptions ranking;

  private List<Dimension> facets = List.of();

  private Optional<Integer> facetLimit = Optional.empty();

  private Sort sort = Sort.RELEVANCE;

  private int limit = RepeatedCommand.USUAL_LIMIT;

  private int offset;

  private Optional<Cursor> after = Optional.empty();

  private int snippets = RepeatedCommand.USUAL_SNIPPETS;

  private boolean explain;

  private boolean showQuery;

  private Format format = Format.TEXT;

  private Optional<String> queryId = Optional.empty();

  private final CommonOptions common;

  SearchCommand(Surroundings surroundings, Options options) {
    this.surroundings = surroundings;
    this.options = options;
    index = new IndexOption(options);
    scope = new ScopeOptions(options);
    collapse = new CollapseOptions(options);
    ranking = new RankingOptions(options);
    declarePage();
    declareForm();
    common = new CommonOptions(options);
  }

  private void declarePage() {
    options
        .listed(
            "--facets",
            "DIMENSION",
            Dimension::one,
            values -> facets = values,
            "count by these, parted by commas; date, date:month or date:day")
        .choices(Dimension.names());
    options.one(
        "--facet-limit",
        "N",
        Values::wholeNumber,
        value -> facetLimit = Optional.of(value),
        "how many values of a facet to list (default: 10, of dates all)");
    options.choice(
        "--sort",
        "ORDER",
        List.of(Sort.values()),
        value -> sort = value,
        "relevance (default), newest or oldest");
    options.one(
        "--limit",
        "N",
        Values::wholeNumber,
        value -> limit = value,
        "how many hits to show (default: 10)");
    options.one(
        "--offset",
        "N",
        Values::wholeNumber,
        value -> offset = value,
        "how many hits to pass over first");
    options.one(
        "--after",
        "CURSOR",
        Values::cursor,
        value -> after = Optional.of(value),
        "go on where a page sorted by date ended: the 'next' of --format json");
    options.one(
        "--snippets",
        "N",
        Values::wholeNumber,
        value -> snippets = value,
        "how many passages to show of each hit (default: 1)");
  }

  private void declareForm() {
    options.flag(
        "--explain",
        () -> explain = true,
        "show under each hit how it comes by its score by relevance");
    options.flag(
        "--show-query",
        () -> showQuery = true,
        "show how the query was read, what is selected, and the command that repeats it");
    options.choice(
        "--format",
        "FORMAT",
        Format.OF_HITS,
        value -> format = value,
        "text (default), json, or without facets one hit a line: jsonl, csv, tsv or trec, a run"
            + " file for scorers");
    options.one(
        "--query-id",
        "ID",
        Values::any,
        value -> queryId = Optional.of(value),
        "what to call the query in a run file (default: 1)");
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
  public Options options() {
    return options;
  }

  @Override
  public int call() throws IOException {
    common.apply(surroundings);
    facets = Dimension.distinct(facets);
    checkRun();
    checkForm();
    ParsedQuery parsed = scope.parse(words(), surroundings.terminal());
    SearchRequest request = request(parsed);
    String repeat = command(request);
    if (format != Format.JSON) {
      sayHowItWasRead(parsed, repeat);
    }
    try (ArticleIndex opened = index.openOnce(surroundings)) {
      if (format != Format.JSON) {
        collapse.sayUnknownSources(opened, surroundings.err());
      }
      SearchResults results = helped(opened, opened.search(request));
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
                .print(results, facets, opened.size());
      }
      if (format != Format.JSON && opened.size() > 0) {
        results.nothingFound().ifPresent(help -> sayWhatHelps(help, results.request()));
        sayWhereHitsEnd(results);
      }
      return results.total() > 0 ? ExitCode.FOUND : ExitCode.NOTHING_FOUND;
    }
  }

  /** Where no hits are asked for, an answer does not say what helps; a person wants to know. */
  private SearchResults helped(ArticleIndex opened, SearchResults found) throws IOException {
    if (limit > 0 || found.total() > 0) {
      return found;
    }
    return new SearchResults(
        found.request(),
        found.total(),
        found.hits(),
        found.facets(),
        found.timeline(),
        found.took(),
        found.articles(),
        opened.search(found.request().facets(new FacetRequest[0]).limit(1)).nothingFound(),
        found.next());
  }

  private void sayWhereHitsEnd(SearchResults results) {
    if (results.hits().isEmpty() && limit > 0 && results.total() > 0 && offset > 0) {
      String hits = ResultsText.count(results.total(), "hit");
      surroundings.err().line("note: only %s: --offset passes over %d".formatted(hits, offset));
    }
  }

  private void sayWhatHelps(NothingFound help, SearchRequest request) {
    new NothingFoundText(surroundings.err(), this::command).print(help, request);
  }

  /** The command that asks a request. */
  private String command(SearchRequest asked) {
    SearchRequest request = asked.limit(limit);
    String canonical = request.query().print();
    return new RepeatedCommand(options.command(), canonical, request, facets, index.given()).text();
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
      if (after.filter(cursor -> !cursor.fits(request)).isPresent()) {
        throw wrong("--after goes on with another search: one with other words or options");
      }
      return page.facets(
          facets.stream()
              .map(facet -> facet.request(facetLimit))
              .map(facet -> format == Format.JSON ? facet.withOthers() : facet)
              .toArray(FacetRequest[]::new));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
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

  private void checkForm() {
    boolean listed = Set.of(Format.CSV, Format.TSV, Format.TREC).contains(format);
    if (explain && listed) {
      throw wrong("--explain is not for --format " + Values.id(format));
    }
    if (!facets.isEmpty() && (listed || format == Format.JSONL)) {
      throw wrong("--facets is not for --format " + Values.id(format));
    }
  }

  private UsageException wrong(String message) {
    return new UsageException(message);
  }

  private static void checkFacetLimit(int limit) {
    if (limit < 0 || limit > MAX_FACET_LIMIT) {
      throw new IllegalArgumentException(
          "facet-limit is not in 0..%d: %d".formatted(MAX_FACET_LIMIT, limit));
    }
  }

  private void sayHowItWasRead(ParsedQuery parsed, String repeat) {
    scope.sayRepairs(parsed.repairs(), surroundings.err());
    if (showQuery) {
      surroundings.err().print("query: ").line(parsed.canonical());
      surroundings.err().print("again: ").line(repeat);
    }
    surroundings.err().flush();
  }
}
