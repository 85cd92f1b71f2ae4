package org.sitrep.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.ParsedQuery;
import org.sitrep.core.query.Query;
import org.sitrep.core.query.QuerySyntaxException;
import org.sitrep.core.query.Repair;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Which articles a command speaks of: how the query is read, and what is selected beside it. */
final class ScopeOptions {
  private static final int SAID_REPAIRS = 10;

  static final String TIMEOUT = "--timeout";

  private static final String VALUE = "VALUE";

  /** Reads {@code --match}. */
  static final class MatchValue implements ITypeConverter<Match> {
    @Override
    public Match convert(String value) {
      return Values.choice(Match.class, value);
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--country",
      paramLabel = VALUE,
      description = {
        "articles that name a country: a code, name or adjective; the options that select take one"
            + " value and can be repeated, 'none' selects the articles without any, and"
            + " double quotes stand around a value that is really called so: '\"none\"'"
      })
  private List<String> country = List.of();

  @Option(names = "--about", paramLabel = VALUE, description = "articles about a country")
  private List<String> about = List.of();

  @Option(names = "--tag", paramLabel = VALUE, description = "articles with a tag")
  private List<String> tag = List.of();

  @Option(names = "--topic", paramLabel = VALUE, description = "articles on a topic")
  private List<String> topic = List.of();

  @Option(names = "--source", paramLabel = VALUE, description = "articles of a publisher")
  private List<String> source = List.of();

  @Option(names = "--author", paramLabel = VALUE, description = "articles by an author")
  private List<String> author = List.of();

  @Option(names = "--section", paramLabel = VALUE, description = "articles of a section")
  private List<String> section = List.of();

  @Option(
      names = {"--lang", "--language"},
      paramLabel = VALUE,
      description = "articles in a language, such as en")
  private List<String> language = List.of();

  @Option(
      names = "--date",
      paramLabel = VALUE,
      description =
          "articles of a year, month or day; 'unknown' for those without a date; not with"
              + " --from or --to")
  private List<String> date = List.of();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = Values.Days.class,
      description =
          "articles from a day on, or from the first day of a month or year; 7d, 2w, 3m or 1y go"
              + " back from today")
  private Optional<Query.Range> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = Values.Days.class,
      description =
          "articles up to a day, or to the last day of a month or year; also today, yesterday")
  private Optional<Query.Range> to = Optional.empty();

  @Option(
      names = "--exclude",
      paramLabel = "DIMENSION=VALUE",
      converter = Dimension.Pair.class,
      description = "leave out the articles with a value, as in tag=sport; can be repeated")
  private List<Dimension.Excluded> excluded = List.of();

  @Option(
      names = "--all",
      paramLabel = "DIMENSION",
      converter = Dimension.One.class,
      description = "articles with all values selected in a dimension, not one of them")
  private List<Dimension> all = List.of();

  @Option(
      names = "--match",
      paramLabel = "WORDS",
      converter = MatchValue.class,
      description = "how many words have to match: all (default), most or any")
  private Match match = Match.ALL;

  @Option(names = "--strict", description = "refuse a query that cannot be read to the letter")
  private boolean strict;

  @Option(
      names = TIMEOUT,
      paramLabel = "TIME",
      converter = Values.Time.class,
      description = "give up after a time such as 500ms, 2s or 1m")
  private Optional<Duration> timeout = Optional.empty();

  /** Reads a query, and refuses it under {@code --strict} where it has to be repaired. */
  ParsedQuery parse(List<String> words, Terminal terminal) {
    String text = String.join(" ", words);
    if (strict) {
      try {
        Query.parseStrict(text);
      } catch (QuerySyntaxException e) {
        String place = new CaretLine(text, e.offset(), terminal.columns()).toString();
        throw new WrongQueryException(command.commandLine(), String.valueOf(e.getMessage()), place);
      }
    }
    return Query.parse(text);
  }

  /** Says how a query was read where that is not how it was typed. */
  static void sayRepairs(List<Repair> repairs, Output err) {
    for (Repair repair : repairs.subList(0, Math.min(repairs.size(), SAID_REPAIRS))) {
      err.print("note: ").line(repair.message());
    }
    if (repairs.size() > SAID_REPAIRS) {
      err.line("note: … and more; --format json lists up to " + Query.MAX_REPAIRS);
    }
  }

  /** Adds what the options select. */
  SearchRequest select(SearchRequest scope) {
    if (!date.isEmpty() && (from.isPresent() || to.isPresent())) {
      throw wrong(
          "--date cannot be used with --from or --to: name years, months or days, or a range");
    }
    SearchRequest request = scope.match(match);
    for (Map.Entry<Facet, List<String>> values : selected().entrySet()) {
      request = include(request, values.getKey(), values.getValue());
    }
    if (from.isPresent() || to.isPresent()) {
      request = request.select(days());
    }
    for (Dimension.Excluded value : excluded) {
      request = exclude(request, value);
    }
    for (Dimension dimension : all) {
      request = request.mode(dimension.facet(), Selection.Mode.ALL);
    }
    return timeout.isPresent() ? request.timeLimit(timeout.get()) : request;
  }

  private Map<Facet, List<String>> selected() {
    Map<Facet, List<String>> selected = new EnumMap<>(Facet.class);
    selected.put(Facet.COUNTRY, country);
    selected.put(Facet.ABOUT, about);
    selected.put(Facet.TAG, tag);
    selected.put(Facet.TOPIC, topic);
    selected.put(Facet.DATE, date);
    selected.put(Facet.SECTION, section);
    selected.put(Facet.SOURCE, source);
    selected.put(Facet.AUTHOR, author);
    selected.put(Facet.LANGUAGE, language);
    return selected;
  }

  private SearchRequest include(SearchRequest request, Facet facet, List<String> values) {
    List<String> read = new ArrayList<>();
    for (String value : values) {
      try {
        read.add(Dimension.value(facet, value));
      } catch (TypeConversionException e) {
        throw wrong(Dimension.option(facet) + " " + e.getMessage());
      }
    }
    return request.select(facet, read.toArray(String[]::new));
  }

  private Query.Range days() {
    Optional<LocalDate> first = from.flatMap(Query.Range::from);
    Optional<LocalDate> last = to.flatMap(Query.Range::to);
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      throw wrong("--to is before --from: '%s'".formatted(last.get()));
    }
    return new Query.Range(first, last);
  }

  private SearchRequest exclude(SearchRequest request, Dimension.Excluded value) {
    Facet facet = value.facet();
    String key = facet.key(value.value());
    if (request.selection(facet).included().contains(key)) {
      throw wrong(
          "--exclude takes back what %s selects: '%s'"
              .formatted(Dimension.option(facet), Dimension.typed(facet, key)));
    }
    return request.exclude(facet, value.value());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
