package org.sitrep.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.cli.options.Options;
import org.sitrep.cli.options.UsageException;
import org.sitrep.cli.options.WrongValueException;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.ParsedQuery;
import org.sitrep.core.query.Query;
import org.sitrep.core.query.QuerySyntaxException;
import org.sitrep.core.query.Repair;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;

/** Which articles a command speaks of: how the query is read, and what is selected beside it. */
final class ScopeOptions {
  private static final int SAID_REPAIRS = 10;

  static final String TIMEOUT = "--timeout";

  private static final String VALUE = "VALUE";

  /** What is selected, in the order in which it is applied. */
  private final Map<Facet, List<String>> selected = new EnumMap<>(Facet.class);

  private Optional<Values.Days> from = Optional.empty();
  private Optional<Values.Days> to = Optional.empty();
  private List<Dimension.Excluded> excluded = List.of();
  private List<Dimension> all = List.of();
  private Match match = Match.ALL;
  private boolean strict;
  private Optional<Duration> timeout = Optional.empty();

  ScopeOptions(Options options) {
    select(
        options,
        Facet.COUNTRY,
        "articles that name a country: a code, name or adjective; the options that select take one"
            + " value and can be repeated, 'none' selects the articles without any, and"
            + " double quotes stand around a value that is really called so: '\"none\"'");
    select(options, Facet.ABOUT, "articles about a country");
    select(options, Facet.TAG, "articles with a tag");
    select(options, Facet.TOPIC, "articles on a topic");
    select(options, Facet.SOURCE, "articles of a publisher");
    select(options, Facet.AUTHOR, "articles by an author");
    select(options, Facet.SECTION, "articles of a section");
    select(options, Facet.LANGUAGE, "articles in a language, such as en");
    select(
        options,
        Facet.DATE,
        "articles of a year, month or day; 'unknown' for those without a date; not with --from or"
            + " --to");
    declareDaysAndExclusions(options);
    declareReading(options);
  }

  private void select(Options options, Facet facet, String description) {
    String names = facet == Facet.LANGUAGE ? "--lang, --language" : Dimension.option(facet);
    options.many(names, VALUE, Values::any, values -> selected.put(facet, values), description);
  }

  private void declareDaysAndExclusions(Options options) {
    options.one(
        "--from",
        "DATE",
        Values::days,
        value -> from = Optional.of(value),
        "articles from a day on, or from the first day of a month or year; 7d, 2w, 3m or 1y go"
            + " back from today");
    options.one(
        "--to",
        "DATE",
        Values::days,
        value -> to = Optional.of(value),
        "articles up to a day, or to the last day of a month or year; also today, yesterday");
    options.many(
        "--exclude",
        "DIMENSION=VALUE",
        Dimension::pair,
        values -> excluded = values,
        "leave out the articles with a value, as in tag=sport; can be repeated");
    options
        .many(
            "--all",
            "DIMENSION",
            Dimension::one,
            values -> all = values,
            "articles with all values selected in a dimension, not one of them")
        .choices(Dimension.names());
  }

  private void declareReading(Options options) {
    options.choice(
        "--match",
        "WORDS",
        List.of(Match.values()),
        value -> match = value,
        "how many words have to match: all (default), most or any");
    options.flag(
        "--strict", () -> strict = true, "refuse a query that cannot be read to the letter");
    options.one(
        TIMEOUT,
        "TIME",
        Values::time,
        value -> timeout = Optional.of(value),
        "give up after a time such as 500ms, 2s or 1m");
  }

  /** Reads a query, and refuses it under {@code --strict} where it has to be repaired. */
  ParsedQuery parse(List<String> words, Terminal terminal) {
    String text = String.join(" ", words);
    if (strict) {
      try {
        Query.parseStrict(text);
      } catch (QuerySyntaxException e) {
        String place = new CaretLine(text, e.offset(), terminal.columns()).toString();
        throw new WrongQueryException(String.valueOf(e.getMessage()), place);
      }
    }
    return Query.parse(text);
  }

  /** Says how a query and the days of options were read where that is not how they were typed. */
  void sayRepairs(List<Repair> repairs, Output err) {
    for (String date : selected.getOrDefault(Facet.DATE, List.of())) {
      if (!Dimension.value(Facet.DATE, date).equals(Facet.NONE)) {
        sayRepairs(Dimension.option(Facet.DATE) + ": ", Optional.of(Values.days(date)), err);
      }
    }
    sayRepairs("--from: ", from, err);
    sayRepairs("--to: ", to, err);
    for (Repair repair : repairs.subList(0, Math.min(repairs.size(), SAID_REPAIRS))) {
      err.print("note: ").line(repair.message());
    }
    if (repairs.size() > SAID_REPAIRS) {
      err.line("note: … and more; --format json lists up to " + Query.MAX_REPAIRS);
    }
  }

  private static void sayRepairs(String option, Optional<Values.Days> days, Output err) {
    for (Repair repair : days.stream().flatMap(read -> read.repairs().stream()).toList()) {
      err.print("note: ").print(option).line(repair.message());
    }
  }

  /** Adds what the options select. */
  SearchRequest select(SearchRequest scope) {
    if (selected.containsKey(Facet.DATE) && (from.isPresent() || to.isPresent())) {
      throw wrong(
          "--date cannot be used with --from or --to: name years, months or days, or a range");
    }
    SearchRequest request = scope.match(match);
    for (Map.Entry<Facet, List<String>> values : selected.entrySet()) {
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

  private SearchRequest include(SearchRequest request, Facet facet, List<String> values) {
    List<String> read = new ArrayList<>();
    for (String value : values) {
      try {
        read.add(Dimension.value(facet, value));
      } catch (WrongValueException e) {
        throw wrong(Dimension.option(facet) + " " + e.getMessage());
      }
    }
    return request.select(facet, read.toArray(String[]::new));
  }

  private Query.Range days() {
    Optional<LocalDate> first =
        from.map(days -> day("--from names no first day", days.days().from()));
    Optional<LocalDate> last = to.map(days -> day("--to names no last day", days.days().to()));
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      throw wrong("--to is before --from: '%s'".formatted(last.get()));
    }
    return new Query.Range(first, last);
  }

  private LocalDate day(String problem, Optional<LocalDate> day) {
    return day.orElseThrow(() -> wrong(problem));
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

  private UsageException wrong(String message) {
    return new UsageException(message);
  }
}
