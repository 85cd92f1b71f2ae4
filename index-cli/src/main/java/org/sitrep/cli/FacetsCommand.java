package org.sitrep.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sitrep facets}. */
@Command(
    name = "facets",
    description = {
      "Counts articles by the values of a dimension; 'date' draws a timeline.",
      "A count is how many articles there are when that value alone is selected."
    },
    footer = {
      "  sitrep facets country procurement --prefix ukr",
      "  sitrep facets date 'drone OR uav' --country ukraine --by month"
    })
final class FacetsCommand implements Callable<Integer> {
  private static final int USUAL_LIMIT = 50;

  /** Reads {@code --sort}. */
  static final class OrderValue implements ITypeConverter<FacetOrder> {
    @Override
    public FacetOrder convert(String value) {
      return Values.choice(FacetOrder.class, value);
    }
  }

  /** Reads {@code --by}. */
  static final class LevelValue implements ITypeConverter<DateLevel> {
    @Override
    public DateLevel convert(String value) {
      return Values.choice(DateLevel.class, value);
    }
  }

  private final Surroundings surroundings;

  @Spec private CommandSpec command = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "DIMENSION",
      converter = Dimension.One.class,
      description = "country, about, tag, topic, date, section, source, author or language")
  private Dimension dimension = new Dimension(Facet.COUNTRY, DateLevel.YEAR);

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "QUERY",
      description = "counts the articles that match; without it, all")
  private List<String> words = List.of();

  @Mixin private IndexOption index = new IndexOption();
  @Mixin private ScopeOptions scope = new ScopeOptions();
  @Mixin private CollapseOptions collapse = new CollapseOptions();

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      converter = Values.Text.class,
      description = "the values of which a word begins so; case and accents do not count")
  private Optional<String> prefix = Optional.empty();

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      converter = OrderValue.class,
      description = "count (default) or label")
  private Optional<FacetOrder> order = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "how many values to list (default: " + USUAL_LIMIT + ")")
  private Optional<Integer> limit = Optional.empty();

  @Option(names = "--offset", paramLabel = "N", description = "how many to pass over first")
  private Optional<Integer> offset = Optional.empty();

  @Option(
      names = "--by",
      paramLabel = "LEVEL",
      converter = LevelValue.class,
      description = "of a timeline: year, month or day (default: by how long it is)")
  private Optional<DateLevel> by = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Format.OfTable.class,
      description = "text (default), json, jsonl, csv or tsv")
  private Format format = Format.TEXT;

  @Mixin private CommonOptions common = new CommonOptions();

  FacetsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    common.apply(surroundings);
    ParsedQuery parsed = scope.parse(words, surroundings.terminal());
    boolean timeline = dimension.facet() == Facet.DATE;
    checkOptions(timeline);
    try (ArticleIndex opened = index.openOnce(surroundings)) {
      if (format != Format.JSON) {
        ScopeOptions.sayRepairs(parsed.repairs(), surroundings.err());
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

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  /** What the library refuses of a request is wrong usage here. */
  private <T> T checked(java.util.function.Supplier<T> request) {
    try {
      return request.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
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
