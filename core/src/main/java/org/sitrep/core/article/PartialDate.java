package org.sitrep.core.article;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of which as many parts are kept as are known: a year, a month, a day, a minute or a
 * second, with an offset from UTC only where one was stated.
 *
 * <p>A partial date is the interval that it names: {@code 2025-03} is the whole of March 2025.
 * Dates are calendar dates as published; nothing here moves one by a time zone. The order is by the
 * start of the interval, then by its end, so that 7 March stands before the whole of March only
 * when it starts earlier. The offset takes no part in the order.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param start the first moment of the interval, with everything below the precision at its lowest
 * @param precision the finest part that is known
 * @param offset the stated offset from UTC, empty where none is known; only for a date with a time
 * @see <a href="https://www.iso.org/iso-8601-date-and-time-format.html">ISO 8601, reduced
 *     precision</a>
 */
public record PartialDate(LocalDateTime start, Precision precision, Optional<ZoneOffset> offset)
    implements Comparable<PartialDate> {

  /** The finest part of a date that is known. */
  public enum Precision {
    /** Only the year is known. */
    YEAR,
    /** Year and month are known. */
    MONTH,
    /** The day is known. */
    DAY,
    /** The time is known to the minute. */
    MINUTE,
    /** The time is known to the second. */
    SECOND
  }

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)"
              + "(?:T(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,]\\d{1,9})?)?"
              + "(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?)?)?");

  /**
   * Checks the parts.
   *
   * @throws NullPointerException if a part is null
   * @throws IllegalArgumentException if the year is not in 1..9999, the start has parts below the
   *     precision, or an offset stands beside a date without a time
   */
  public PartialDate {
    requireNonNull(start, "start");
    requireNonNull(precision, "precision");
    requireNonNull(offset, "offset");
    if (start.getYear() < 1 || start.getYear() > 9999) {
      throw new IllegalArgumentException("year is not in 1..9999: " + start.getYear());
    }
    if (!start.equals(truncate(start, precision))) {
      throw new IllegalArgumentException("start is finer than its precision: " + start);
    }
    if (offset.isPresent() && precision.compareTo(Precision.MINUTE) < 0) {
      throw new IllegalArgumentException("an offset needs a time: " + offset.get());
    }
  }

  /**
   * Returns a year.
   *
   * @param year 1 to 9999
   * @return the date known to the year
   */
  public static PartialDate of(int year) {
    return at(LocalDateTime.of(year, 1, 1, 0, 0), Precision.YEAR);
  }

  /**
   * Returns a month.
   *
   * @param month a month of the years 1 to 9999
   * @return the date known to the month
   */
  public static PartialDate of(YearMonth month) {
    return at(month.atDay(1).atStartOfDay(), Precision.MONTH);
  }

  /**
   * Returns a day.
   *
   * @param day a day of the years 1 to 9999
   * @return the date known to the day
   */
  public static PartialDate of(LocalDate day) {
    return at(day.atStartOfDay(), Precision.DAY);
  }

  /**
   * Returns a minute without an offset.
   *
   * @param time a moment of the years 1 to 9999; seconds are dropped
   * @return the date known to the minute
   */
  public static PartialDate of(LocalDateTime time) {
    return at(time.truncatedTo(ChronoUnit.MINUTES), Precision.MINUTE);
  }

  private static PartialDate at(LocalDateTime start, Precision precision) {
    return new PartialDate(start, precision, Optional.empty());
  }

  /**
   * Reads an ISO 8601 date of any of the precisions: {@code 2025}, {@code 2025-03}, {@code
   * 2025-03-07}, {@code 2025-03-07T16:27}, {@code 2025-03-07T16:27:05+02:00}. Fractions of a second
   * are dropped.
   *
   * @param text the date
   * @return the date, or empty when the text is not one, or names a day or time that does not exist
   */
  public static Optional<PartialDate> parse(String text) {
    Matcher parts = ISO.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime start =
          LocalDateTime.of(
              number(parts, 1, 0),
              number(parts, 2, 1),
              number(parts, 3, 1),
              number(parts, 4, 0),
              number(parts, 5, 0),
              number(parts, 6, 0));
      Optional<ZoneOffset> offset = Optional.ofNullable(parts.group(7)).map(ZoneOffset::of);
      return Optional.of(new PartialDate(start, precisionOf(parts), offset));
    } catch (DateTimeException | IllegalArgumentException notADate) {
      return Optional.empty();
    }
  }

  private static int number(Matcher parts, int group, int unknown) {
    String digits = parts.group(group);
    return digits == null ? unknown : Integer.parseInt(digits);
  }

  private static Precision precisionOf(Matcher parts) {
    if (parts.group(6) != null) {
      return Precision.SECOND;
    }
    if (parts.group(4) != null) {
      return Precision.MINUTE;
    }
    if (parts.group(3) != null) {
      return Precision.DAY;
    }
    return parts.group(2) != null ? Precision.MONTH : Precision.YEAR;
  }

  private static LocalDateTime truncate(LocalDateTime time, Precision precision) {
    return switch (precision) {
      case YEAR -> LocalDate.of(time.getYear(), 1, 1).atStartOfDay();
      case MONTH -> time.toLocalDate().withDayOfMonth(1).atStartOfDay();
      case DAY -> time.toLocalDate().atStartOfDay();
      case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
      case SECOND -> time.truncatedTo(ChronoUnit.SECONDS);
    };
  }

  /**
   * Returns the last second of the interval.
   *
   * @return the end, included in the interval
   */
  public LocalDateTime end() {
    return switch (precision) {
      case YEAR -> start.plusYears(1).minusSeconds(1);
      case MONTH -> start.plusMonths(1).minusSeconds(1);
      case DAY -> start.plusDays(1).minusSeconds(1);
      case MINUTE -> start.plusSeconds(59);
      case SECOND -> start;
    };
  }

  /**
   * Returns the first day of the interval.
   *
   * @return the day on which the interval starts
   */
  public LocalDate firstDay() {
    return start.toLocalDate();
  }

  /**
   * Returns the last day of the interval.
   *
   * @return the day on which the interval ends
   */
  public LocalDate lastDay() {
    return end().toLocalDate();
  }

  /**
   * Returns the same date known to the day at best, as calendars and facets show it.
   *
   * @return this date without its time and offset
   */
  public PartialDate withoutTime() {
    return precision.compareTo(Precision.DAY) <= 0 ? this : of(firstDay());
  }

  /** Orders by start, then by end; dates that differ in offset alone are in no order. */
  @Override
  public int compareTo(PartialDate other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : end().compareTo(other.end());
  }

  /**
   * Returns the date in ISO 8601 with exactly the parts that are known; {@link #parse} reads it
   * back.
   */
  @Override
  public String toString() {
    // The JDK's own ISO 8601, which is the same in every locale.
    String day = start.toLocalDate().toString();
    String time =
        switch (precision) {
          case YEAR -> day.substring(0, 4);
          case MONTH -> day.substring(0, 7);
          case DAY -> day;
          case MINUTE -> start.toString();
          case SECOND -> start.getSecond() == 0 ? start + ":00" : start.toString();
        };
    return offset.map(o -> time + o).orElse(time);
  }
}
