package org.sitrep.core.query;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes as the language does what comes close to it: a date with other signs, fewer zeros or in
 * another order, a month by its name, a quarter, a time of day, a unit in full.
 */
final class NearDates {
  private static final int MONTHS = 12;
  private static final int MONTHS_OF_QUARTER = 3;
  private static final int SHORT_NAME = 3;
  private static final String TIME = "(?:[Tt ]\\d{1,2}:\\d{2}.*)?";
  private static final String NAME = "([A-Za-z]{3,9})\\.?";
  private static final String GAP = "[-/., ]{0,2}";

  private static final Pattern AGO =
      Pattern.compile("(?i)(\\d{1,4}) ?(d(?:ays?)?|w(?:eeks?)?|m(?:onths?)?|y(?:ears?)?)");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})(?:\\2(\\d{1,2})" + TIME + ")?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?" + TIME);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?:(\\d{1,2})([-/.]))?(\\d{1,2})[-/.](\\d{4})" + TIME);
  private static final Pattern YEARS = Pattern.compile("(\\d{4})-(\\d{4})");
  private static final Pattern QUARTER =
      Pattern.compile("(?i)(?:(\\d{4})" + GAP + "q([1-4])|q([1-4])" + GAP + "(\\d{4}))");
  private static final Pattern NAME_FIRST =
      Pattern.compile(NAME + GAP + "(?:(\\d{1,2})(?:st|nd|rd|th)?" + GAP + ")?(\\d{4})");
  private static final Pattern NAME_LATER =
      Pattern.compile("(?:(\\d{1,2})(?:st|nd|rd|th)?" + GAP + ")?" + NAME + GAP + "(\\d{4})");
  private static final Pattern NAME_LAST =
      Pattern.compile("(\\d{4})" + GAP + NAME + "(?:" + GAP + "(\\d{1,2}))?");

  private NearDates() {}

  /**
   * Corrects a date or both sides of a range.
   *
   * @return the text that was meant, which may still be no date; the text itself where it comes
   *     close to none, or where it could be two days
   */
  static String corrected(String text) {
    int between = text.indexOf(Dates.BETWEEN);
    return between < 0
        ? date(text)
        : date(text.substring(0, between))
            + Dates.BETWEEN
            + date(text.substring(between + Dates.BETWEEN.length()));
  }

  private static String date(String text) {
    Matcher ago = AGO.matcher(text);
    if (ago.matches()) {
      return ago.group(1) + ago.group(2).substring(0, 1).toLowerCase(Locale.ROOT);
    }
    return match(YEAR_FIRST, text)
        .map(date -> joined(date.group(1), date.group(3), date.group(4)))
        .or(() -> match(YEARS, text).map(years -> years.group(1) + ".." + years.group(2)))
        .or(() -> match(DIGITS, text).map(d -> joined(d.group(1), d.group(2), d.group(3))))
        .or(() -> match(YEAR_LAST, text).flatMap(NearDates::yearLast))
        .or(() -> match(QUARTER, text).map(NearDates::quarter))
        .or(() -> match(NAME_FIRST, text).flatMap(d -> named(d.group(3), d.group(1), d.group(2))))
        .or(() -> match(NAME_LATER, text).flatMap(d -> named(d.group(3), d.group(2), d.group(1))))
        .or(() -> match(NAME_LAST, text).flatMap(d -> named(d.group(1), d.group(2), d.group(3))))
        .orElse(text);
  }

  private static Optional<MatchResult> match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  /** With dots the day comes first; else the day is the number that can be no month. */
  private static Optional<String> yearLast(MatchResult date) {
    String first = date.group(1);
    String second = date.group(3);
    if (first == null) {
      return Optional.of(joined(date.group(4), second, null));
    }
    boolean dayFirst = date.group(2).equals(".") || Integer.parseInt(first) > MONTHS;
    boolean monthFirst = !dayFirst && Integer.parseInt(second) > MONTHS;
    if (!dayFirst && !monthFirst && !first.equals(second)) {
      return Optional.empty();
    }
    return Optional.of(joined(date.group(4), dayFirst ? second : first, dayFirst ? first : second));
  }

  private static String quarter(MatchResult date) {
    String year = date.group(1) == null ? date.group(4) : date.group(1);
    String number = date.group(2) == null ? date.group(3) : date.group(2);
    int last = Integer.parseInt(number) * MONTHS_OF_QUARTER;
    String from = joined(year, "" + (last - MONTHS_OF_QUARTER + 1), null);
    return from + Dates.BETWEEN + joined(year, "" + last, null);
  }

  private static Optional<String> named(String year, String name, @Nullable String day) {
    String wanted = name.toLowerCase(Locale.ROOT);
    for (Month month : List.of(Month.values())) {
      String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
      boolean shortened = wanted.length() >= SHORT_NAME && full.startsWith(wanted);
      if (shortened) {
        return Optional.of(joined(year, "" + month.getValue(), day));
      }
    }
    return Optional.empty();
  }

  private static String joined(String year, String month, @Nullable String day) {
    return year + padded(month) + (day == null ? "" : padded(day));
  }

  private static String padded(String number) {
    return (number.length() < 2 ? "-0" : "-") + number;
  }
}
