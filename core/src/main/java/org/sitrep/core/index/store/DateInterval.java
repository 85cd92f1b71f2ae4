package org.sitrep.core.index.store;

import java.time.LocalDate;
import org.sitrep.core.query.Query;

/**
 * A range of days as the seconds that points and doc values hold.
 *
 * @param first the first second
 * @param last the last second, included
 */
public record DateInterval(long first, long last) {
  /**
   * Returns the seconds of a range.
   *
   * @param range the days
   * @return the seconds from the start of the first day to the end of the last
   */
  public static DateInterval of(Query.Range range) {
    return new DateInterval(
        range.from().map(DateInterval::start).orElse(Long.MIN_VALUE),
        range.to().map(day -> start(day.plusDays(1)) - 1).orElse(Long.MAX_VALUE));
  }

  private static long start(LocalDate day) {
    return Schema.second(day.atStartOfDay());
  }

  /**
   * Says whether a date lies within the range as a whole.
   *
   * @param start the date's first second
   * @param end the date's last second
   * @return true when the range contains all of it
   */
  public boolean contains(long start, long end) {
    return start >= first && end <= last;
  }
}
