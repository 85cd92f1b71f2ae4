package org.sitrep.corpus.draft;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.article.PartialDate.Precision;

/**
 * A date that says how long ago it was: "2 hours ago", "gestern, 14:05". It names a day only
 * together with the time at which its page was fetched.
 *
 * @param start where it begins in its text
 * @param end where it ends
 * @param words the words that say it
 * @param amount how many units ago, 0 or more
 * @param unit a unit from seconds to years
 * @param time the time of day where it is said; only with days
 */
public record RelativeDate(
    int start, int end, String words, int amount, ChronoUnit unit, Optional<LocalTime> time) {
  /** Checks the parts. */
  public RelativeDate {
    requireNonNull(words, "words");
    requireNonNull(unit, "unit");
    requireNonNull(time, "time");
    if (amount < 0) {
      throw new IllegalArgumentException("amount is negative: " + amount);
    }
  }

  /**
   * Counts the date back from the time of fetching.
   *
   * <p>Pages round down: "2 hours ago" is said until it is three. So the answer is the finest of
   * day, month and year that holds all of the time that can be meant, never a time of day that the
   * page does not say; days are days of the calendar.
   *
   * @param fetched when the page was fetched
   * @return the date; empty where it can lie in two years, or where hours are to be counted from a
   *     day
   */
  public Optional<PartialDate> before(PartialDate fetched) {
    if (fetched.precision().compareTo(Precision.DAY) < 0
        || (timed() && fetched.precision() == Precision.DAY)) {
      return Optional.empty();
    }
    LocalDateTime from = fetched.start();
    if (unit == ChronoUnit.DAYS) {
      LocalDate day = from.toLocalDate().minusDays(amount);
      return Optional.of(
          time.map(t -> PartialDate.of(day.atTime(t))).orElseGet(() -> PartialDate.of(day)));
    }
    LocalDate last = from.minus(amount, unit).toLocalDate();
    LocalDateTime earliest = from.minus(amount + 1L, unit);
    LocalDate first = (timed() ? earliest : earliest.plusDays(1)).toLocalDate();
    return Optional.ofNullable(
        first.equals(last)
            ? PartialDate.of(last)
            : YearMonth.from(first).equals(YearMonth.from(last))
                ? PartialDate.of(YearMonth.from(last))
                : first.getYear() == last.getYear() ? PartialDate.of(last.getYear()) : null);
  }

  /** Whether it counts in parts of a day. */
  private boolean timed() {
    return unit.compareTo(ChronoUnit.DAYS) < 0;
  }
}
