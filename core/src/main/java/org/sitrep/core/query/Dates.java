package org.sitrep.core.query;

import static org.sitrep.core.article.PartialDate.Precision.DAY;
import static org.sitrep.core.article.PartialDate.Precision.MONTH;
import static org.sitrep.core.article.PartialDate.Precision.YEAR;

import com.google.common.base.Suppliers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.article.PartialDate.Precision;

/** Reads and prints the dates of a query. */
final class Dates {
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private static final Pattern AGO = Pattern.compile("(\\d{1,4})([dwmy])");
  static final String BETWEEN = "..";

  /** Days from a first to a last one, both included. */
  record Days(LocalDate first, LocalDate last) {}

  private final Supplier<LocalDate> today;

  Dates(Clock clock) {
    today = Suppliers.memoize(() -> clamped(LocalDate.now(clock)));
  }

  LocalDate today() {
    return today.get();
  }

  private static LocalDate clamped(LocalDate day) {
    return day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
  }

  /**
   * Reads a date, a range of dates, or a time up to today.
   *
   * @return the bounds in the order typed, empty where the text is none
   */
  Optional<Bounds> read(String text, Scope.Days meant) {
    int between = text.indexOf(BETWEEN);
    if (between < 0) {
      return days(text).map(days -> bounds(days, meant));
    }
    String start = text.substring(0, between);
    String end = text.substring(between + BETWEEN.length());
    Optional<Days> first = days(start);
    Optional<Days> last = days(end);
    boolean readable =
        (start.isEmpty() || first.isPresent()) && (end.isEmpty() || last.isPresent());
    if (meant != Scope.Days.WITHIN || !readable || text.equals(BETWEEN)) {
      return Optional.empty();
    }
    return Optional.of(new Bounds(first, last));
  }

  private static Bounds bounds(Days days, Scope.Days meant) {
    return switch (meant) {
      case WITHIN -> new Bounds(Optional.of(days), Optional.of(days));
      case SINCE -> new Bounds(Optional.of(days), Optional.empty());
      case UNTIL -> new Bounds(Optional.empty(), Optional.of(days));
    };
  }

  /** Reads one date. */
  Optional<Days> days(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    Matcher ago = AGO.matcher(word);
    if (word.equals("today")) {
      return Optional.of(new Days(today.get(), today.get()));
    }
    if (word.equals("yesterday")) {
      LocalDate yesterday = clamped(today.get().minusDays(1));
      return Optional.of(new Days(yesterday, yesterday));
    }
    if (ago.matches()) {
      return upToToday(Integer.parseInt(ago.group(1)), ago.group(2));
    }
    return PartialDate.parse(text)
        .filter(date -> date.precision().compareTo(DAY) <= 0)
        .map(date -> new Days(date.firstDay(), date.lastDay()));
  }

  private Optional<Days> upToToday(int count, String unit) {
    Period period =
        switch (unit) {
          case "d" -> Period.ofDays(count);
          case "w" -> Period.ofWeeks(count);
          case "m" -> Period.ofMonths(count);
          default -> Period.ofYears(count);
        };
    return count == 0
        ? Optional.empty()
        : Optional.of(new Days(clamped(today.get().minus(period).plusDays(1)), today.get()));
  }

  /** Says how the language writes a range: by whole months and years where it has them. */
  static String print(Query.Range range) {
    LocalDate first = range.from().orElse(FIRST);
    LocalDate last = range.to().orElse(LAST);
    Precision coarsest =
        Stream.of(YEAR, MONTH)
            .filter(p -> containing(first, p).firstDay().equals(first))
            .filter(p -> containing(last, p).lastDay().equals(last))
            .findFirst()
            .orElse(DAY);
    PartialDate start = containing(first, coarsest);
    PartialDate end = containing(last, coarsest);
    if (range.from().isEmpty()) {
      return "until:" + end;
    }
    if (range.to().isEmpty()) {
      return "since:" + start;
    }
    return "date:" + (start.equals(end) ? start : start + BETWEEN + end);
  }

  private static PartialDate containing(LocalDate day, Precision precision) {
    return switch (precision) {
      case YEAR -> PartialDate.of(day.getYear());
      case MONTH -> PartialDate.of(YearMonth.from(day));
      default -> PartialDate.of(day);
    };
  }

  /** The two sides of a range as typed. */
  record Bounds(Optional<Days> start, Optional<Days> end) {

    boolean endsBeforeItStarts() {
      return start.isPresent() && end.isPresent() && end.get().last().isBefore(start.get().first());
    }

    Bounds turned() {
      return new Bounds(/* start= */ end, /* end= */ start);
    }

    Query.Range toRange() {
      return new Query.Range(start.map(Days::first), end.map(Days::last));
    }
  }
}
