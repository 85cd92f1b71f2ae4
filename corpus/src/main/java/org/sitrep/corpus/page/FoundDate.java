package org.sitrep.corpus.page;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sitrep.core.article.PartialDate;

/**
 * A date as it stands in a text.
 *
 * @param start where it begins, its time and weekday included
 * @param end where it ends
 * @param year the year, 0 where it is not said
 * @param month the month, or the first of two numbers where {@code numeric}
 * @param day the day, 0 where it is not said; the second of two numbers where {@code numeric}
 * @param numeric the sign between the numbers where their order is not known, else 0
 * @param weekday the weekday where it is said
 * @param time the time where it is said
 * @param offset the offset from UTC where it is said
 */
record FoundDate(
    int start,
    int end,
    int year,
    int month,
    int day,
    char numeric,
    Optional<DayOfWeek> weekday,
    Optional<LocalTime> time,
    Optional<ZoneOffset> offset) {

  /** Which of two numbers is the day. */
  enum Order {
    DAY_FIRST,
    MONTH_FIRST
  }

  /** Whether year, month and day are said. */
  boolean full() {
    return year > 0 && day > 0;
  }

  /** Whether both orders give a date. */
  boolean ambiguous() {
    return numeric != 0 && month <= 12 && day <= 12 && month != day;
  }

  /** The order that the numbers themselves show, empty where they show none. */
  Optional<Order> shownOrder() {
    if (numeric == 0 || (month <= 12 && day <= 12)) {
      return Optional.empty();
    }
    return Optional.of(month > 12 ? Order.DAY_FIRST : Order.MONTH_FIRST);
  }

  /** This date with its numbers put in an order; as it is where there is no question of order. */
  FoundDate ordered(Order order) {
    if (numeric == 0) {
      return this;
    }
    boolean dayFirst = shownOrder().orElse(order) == Order.DAY_FIRST;
    return new FoundDate(
        start,
        end,
        year,
        dayFirst ? day : month,
        dayFirst ? month : day,
        (char) 0,
        weekday,
        time,
        offset);
  }

  FoundDate withYear(int other) {
    return new FoundDate(start, end, other, month, day, numeric, weekday, time, offset);
  }

  /** The day that it names, empty where it is not full, not ordered or no date. */
  Optional<LocalDate> localDate() {
    if (!full() || numeric != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** Whether the weekday that is said is that of the date; true where none is said. */
  boolean weekdayAgrees() {
    return weekday.isEmpty()
        || localDate().map(d -> d.getDayOfWeek() == weekday.get()).orElse(true);
  }

  /** The date with as many parts as are said, empty where it has no year or is no date. */
  Optional<PartialDate> partial() {
    if (year == 0 || numeric != 0) {
      return Optional.empty();
    }
    try {
      if (month == 0) {
        return Optional.of(PartialDate.of(year));
      }
      if (day == 0) {
        return Optional.of(PartialDate.of(YearMonth.of(year, month)));
      }
      LocalDate date = LocalDate.of(year, month, day);
      if (time.isEmpty()) {
        return Optional.of(PartialDate.of(date));
      }
      PartialDate minute = PartialDate.of(LocalDateTime.of(date, time.get()));
      return Optional.of(new PartialDate(minute.start(), minute.precision(), offset));
    } catch (DateTimeException | IllegalArgumentException noSuchDay) {
      return Optional.empty();
    }
  }
}
