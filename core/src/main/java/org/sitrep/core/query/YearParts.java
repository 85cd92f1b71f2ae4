package org.sitrep.core.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes as the language does a part of a year that is no month, and a decade: {@code Q1 2024},
 * {@code second half of 2024}, {@code 2024-W05}, {@code end of 2024}, {@code 2020s}.
 */
final class YearParts {
  private static final int MONTHS_OF_YEAR = 12;
  private static final int YEARS_OF_DECADE = 10;
  private static final int MOST_WEEKS = 53;

  private static final List<String> ORDINALS =
      List.of("1st|first", "2nd|second", "3rd|third", "4th|fourth|last");
  private static final Pattern DECADE = Pattern.compile("(?:the )?(\\d{3}0)['’]?s");
  private static final Pattern SPELT =
      Pattern.compile(
          "(?:the )?(?:([1-4])|(\\p{L}+|[1-4]\\p{L}{2}))[ -]?(q(?:uarter)?|h(?:alf)?)\\b");
  private static final Pattern QUARTER =
      Pattern.compile(
          "(?:(\\d{4})[-/., ]{0,2}(q[1-4]|h[12])|(q[1-4]|h[12])(?:[-/., ]{0,2}| of )(\\d{4}))");
  private static final Pattern WEEK =
      Pattern.compile(
          "(\\d{4})[-/ ]?(?:w|wk|week) ?(\\d{1,2})|(?:w|wk|week|kw) ?(\\d{1,2})(?:[-/, ]{1,2}| of"
              + " )(\\d{4})");
  private static final Pattern SEASON =
      Pattern.compile(
          "(?:(?:in|by|at) )?(?:the )?(early|beginning|start|mid|middle|late|end)(?: in| of|-)?"
              + " ?(?:the year )?(\\d{4})");

  private YearParts() {}

  /** Returns the first and the last day, month or year of what a text in lower case names. */
  static Optional<String> written(String typed) {
    Matcher decade = DECADE.matcher(typed);
    if (decade.matches()) {
      String first = decade.group(1);
      return Optional.of(first + Dates.BETWEEN + first.substring(0, 3) + (YEARS_OF_DECADE - 1));
    }
    Matcher quarter = QUARTER.matcher(numbered(typed));
    if (quarter.matches()) {
      boolean yearFirst = quarter.group(1) != null;
      String part = quarter.group(yearFirst ? 2 : 3);
      int parts = part.startsWith("q") ? 4 : 2;
      int months = MONTHS_OF_YEAR / parts;
      int last = (part.charAt(1) - '0') * months;
      return Optional.of(months(quarter.group(yearFirst ? 1 : 4), last - months + 1, last));
    }
    Matcher week = WEEK.matcher(typed);
    if (week.matches()) {
      boolean yearFirst = week.group(1) != null;
      return week(
          Integer.parseInt(week.group(yearFirst ? 1 : 4)),
          Integer.parseInt(week.group(yearFirst ? 2 : 3)));
    }
    Matcher season = SEASON.matcher(typed);
    return season.matches()
        ? Optional.of(season(season.group(2), season.group(1)))
        : Optional.empty();
  }

  /** Writes a quarter or half that is counted in words by its sign. */
  private static String numbered(String typed) {
    Matcher spelt = SPELT.matcher(typed);
    if (!spelt.lookingAt()) {
      return typed;
    }
    String sign = spelt.group(3).substring(0, 1);
    if (spelt.group(1) != null) {
      return sign + spelt.group(1) + typed.substring(spelt.end());
    }
    boolean lastHalf = sign.equals("h") && spelt.group(2).equals("last");
    for (int i = 0; i < ORDINALS.size(); i++) {
      if (List.of(ORDINALS.get(i).split("\\|", -1)).contains(spelt.group(2))) {
        return sign + (lastHalf ? 2 : i + 1) + typed.substring(spelt.end());
      }
    }
    return typed;
  }

  private static String season(String year, String part) {
    return switch (part) {
      case "early", "beginning", "start" -> months(year, 1, 3);
      case "mid", "middle" -> months(year, 5, 8);
      default -> months(year, 10, 12);
    };
  }

  private static String months(String year, int first, int last) {
    YearMonth january = YearMonth.of(Integer.parseInt(year), 1);
    return january.withMonth(first) + Dates.BETWEEN + january.withMonth(last);
  }

  private static Optional<String> week(int year, int week) {
    if (week < 1 || week > MOST_WEEKS) {
      return Optional.empty();
    }
    LocalDate monday = LocalDate.of(year, 1, 4).with(DayOfWeek.MONDAY).plusWeeks(week - 1L);
    return monday.get(IsoFields.WEEK_BASED_YEAR) == year
        ? Optional.of(monday + Dates.BETWEEN + monday.plusDays(6))
        : Optional.empty();
  }
}
