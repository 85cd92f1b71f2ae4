package org.sitrep.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sitrep.cli.options.Options;
import org.sitrep.cli.options.UsageException;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.query.ParsedQuery;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.FacetOrder;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Timeline;

/** {@code sitrep facets}. */
final class FacetsCommand implements Command {
  private static final int USUAL_LIMIT = 50;

  private final Options options =
      new Options(
          "facets",
          List.of(
              "Counts articles by the values of a dimension; 'date' draws a timeline.",
              "A count is how many articles there are when that value alone is selected."),
          List.of(
              "sitrep facets country procurement --prefix ukr",
              "sitrep facets date 'drone OR uav' --country ukraine --by month"));
  private final Surroundings surroundings;
  private Dimension dimension = new Dimension(Facet.COUNTRY, DateLevel.YEAR);
  private List<String> words = List.of();
  private final IndexOption index;
  private final ScopeOptions scope;
  private final CollapseOptions collapse;
  private Optional<String> prefix = Optional.empty();
  private Optional<FacetOrder> order = Optional.empty();
  private Optional<Integer> limit = Optional.empty();
  private Optional<Integer> offset = Optional.empty();
  private Optional<DateLevel> by = Optional.empty();
  private Format format = Format.TEXT;
  private final CommonOptions common;

  FacetsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    options.argument(
        "DIMENSION",
        Dimension.names(),
        Dimension::one,
        value -> dimension = value,
        "country, about, tag, topic, date, section, source, author or language");
    options.arguments(
        "QUERY",
        0,
        Values::any,
        values -> words = values,
        "counts the articles that match; without it, all");
    index = new IndexOption(options);
    scope = new ScopeOptions(options);
    collapse = new CollapseOptions(options);
    options.one(
        "--prefix",
        "TEXT",
        Values::present,
        value -> prefix = Optional.of(value),
        "the values of which a word begins so; case and accents do not count");
    options.choice(
        "--sort",
        "ORDER",
        List.of(FacetOrder.values()),
        value -> order = Optional.of(value),
        "count (default) or label");
    options.one(
        "--limit",
        "N",
        Values::wholeNumber,
        value -> limit = Optional.of(value),
        "how many values to list (default: " + USUAL_LIMIT + ")");
    options.one(
        "--offset",
        "N",
        Values::wholeNumber,
        value -> offset = Optional.of(value),
        "how many to pass over first");
    options.choice(
        "--by",
        "LEVEL",
        List.of(DateLevel.values()),
        value -> by = Optional.of(value),
        "of a timeline: year, month or day (default: by how long it is)");
    options.choice(
        "--format",
        "FORMAT",
        Format.OF_TABLES,
        value -> format = value,
        "text (default), json, jsonl, csv or tsv");
    common = new CommonOptions(options);
  }

  @Override
  public Options options() {
    return options;
  }

  @Override
  public int call() throws IOException {
    common.apply(surroundings);
    ParsedQuery parsed = scope.parse(words, surroundings.terminal());
    boolean timeline = dimension.facet() == Facet.DATE;
    checkOptions(timeline);
    try (ArticleIndex opened = index.openOnce(surroundings)) {
      if (format != Format.JSON) {
        scope.sayRepairs(parsed.repairs(), surroundings.err());
      }
      SearchRequest request =
          checked(
              () -> collapse.apply(scope.select(SearchRequest.of(parsed))).limit(0).snippets(0));
      return timeline ? timeline(opened, parsed, request) : values(opened, parsed, request);
    }
  }

  private void checkOptions(boolean timeline) {
    if (timeline) {
      refuse("--prefix", prefix);
      refuse("--sort", order);
      refuse("--limit", limit);
      refuse("--offset", offset);
    } else if (by.isPresent()) {
      throw wrong("--by is for dates alone, not for " + dimension.facet().id());
    }
  }

  private void refuse(String option, Optional<?> value) {
    if (value.isPresent()) {
      throw wrong(option + " is not for dates");
    }
  }

  private UsageException wrong(String message) {
    return new UsageException(message);
  }

  /** What the library refuses of a request is wrong usage here. */
  private <T> T checked(java.util.function.Supplier<T> request) {
    try {
      return request.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  // ---- values

  private int values(ArticleIndex opened, ParsedQuery parsed, SearchRequest request)
      throws IOException {
    FacetRequest asked =
        checked(
            () ->
                FacetRequest.of(dimension.facet())
                    .limit(limit.orElse(USUAL_LIMIT))
                    .offset(offset.orElse(0))
                    .order(order.orElse(FacetOrder.COUNT))
                    .prefix(prefix.orElse("")));
    SearchResults results = opened.search(request.facets(asked));
    FacetResult facet = results.facets().getFirst();
    FacetsReport report = new FacetsReport(surroundings, format);
    report.values(dimension, parsed, results, facet);
    // Values that --limit or --offset leaves out are there all the same.
    boolean found = !facet.values().isEmpty() || facet.distinct() > 0;
    return found ? ExitCode.FOUND : ExitCode.NOTHING_FOUND;
  }

  // ---- time

  private int timeline(ArticleIndex opened, ParsedQuery parsed, SearchRequest request)
      throws IOException {
    SearchResults results =
        by.isPresent() ? timeline(opened, request, by.get()) : fitting(opened, request);
    Timeline timeline = results.timeline().orElseThrow();
    new FacetsReport(surroundings, format).timeline(parsed, results);
    boolean none = timeline.buckets().isEmpty() && timeline.unknown() + timeline.coarser() == 0;
    return none ? ExitCode.NOTHING_FOUND : ExitCode.FOUND;
  }

  private static SearchResults timeline(ArticleIndex opened, SearchRequest request, DateLevel level)
      throws IOException {
    return opened.search(request.timeline(level));
  }

  /** Counts at the finest level that makes a picture which can be taken in at a glance. */
  private static SearchResults fitting(ArticleIndex opened, SearchRequest request)
      throws IOException {
    SearchResults months = timeline(opened, request, DateLevel.MONTH);
    int length = months.timeline().orElseThrow().buckets().size();
    if (length > 0 && length <= FacetsReport.MAX_MONTHS_BY_DAY) {
      return timeline(opened, request, DateLevel.DAY);
    }
    boolean tooLong = length == 0 || length > FacetsReport.MAX_MONTHS;
    return tooLong ? timeline(opened, request, DateLevel.YEAR) : months;
  }
}
