package org.sitrep.core.query;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.article.PartialDate;

/**
 * Writes as the language does what people say of days in relation to today: {@code last week},
 * {@code past 3 months}, {@code 2 years ago}, {@code monday}. A week is one of ISO 8601, from
 * Monday on. The last week, month or year is that of the calendar; the past one ends today.
 */
final class SpokenDates {
  private static final Set<String> FILLERS =
      Set.of("the", "in", "on", "of", "within", "over", "during", "for");
  private static final Set<String> CURRENT = Set.of("this", "current");
  private static final Set<String> BEFORE = Set.of("last", "previous");
  private static final List<String> NUMBERS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final Pattern SPAN =
      Pattern.compile(
          "(?:(?:last|past|previous|recent) ?)?(\\d{1,4}|an?|"
              + String.join("|", NUMBERS)
              + ") ?(h(?:(?:ou)?rs?)?|d(?:ays?)?|w(?:eeks?)?|m(?:onths?)?|y(?:ears?)?)( ago)?");
  private static final Pattern NOW =
      Pattern.compile("now(?:/[a-z]+)?(?:-(\\d{1,4})([hdwmy])[a-z]*)?(?:/[a-z]+)?");
  private static final int HOURS_OF_DAY = 24;
  private static final Pattern UNIT = Pattern.compile("day|week|month|quarter|year");

  private final Dates dates;

  SpokenDates(Dates dates) {
    this.dates = dates;
  }

  /**
   * Writes a text in the language.
   *
   * @param text the text in lower case, with single blanks between words
   * @return a date, or a first and a last one; empty where the text is none in relation to today
   */
  Optional<String> written(String text) {
    Matcher now = NOW.matcher(text);
    if (now.matches()) {
      return Optional.of(
          now.group(1) == null
              ? "today"
              : back(Integer.parseInt(now.group(1)), now.group(2)).toString());
    }
    String english = ForeignDays.english(text).orElse(text);
    if (english.equals("today") || english.equals("yesterday")) {
      return Optional.of(english);
    }
    List<String> words =
        Arrays.stream(english.split(" ", -1)).filter(word -> !FILLERS.contains(word)).toList();
    Matcher span = SPAN.matcher(String.join(" ", words));
    if (span.matches()) {
      int count = number(span.group(1));
      String unit = span.group(2).substring(0, 1);
      boolean hours = unit.equals("h");
      return span.group(3) == null
          ? Optional.of(hours ? daysOf(count) + 1 + "d" : count + unit)
          : Optional.of(containing(back(count, unit), unit));
    }
    return switch (words.size()) {
      case 1 -> lastOf(words.getFirst(), 0);
      case 2 -> of(words.getFirst(), words.getLast());
      default -> Optional.empty();
    };
  }

  private static int number(String count) {
    int named = NUMBERS.indexOf(count);
    return named >= 0 ? named + 1 : count.startsWith("a") ? 1 : Integer.parseInt(count);
  }

  private Optional<String> of(String which, String what) {
    boolean current = CURRENT.contains(which);
    boolean before = BEFORE.contains(which);
    if (UNIT.matcher(what).matches()) {
      if (which.equals("past") || (before && what.equals("day"))) {
        return what.equals("quarter") ? Optional.of("3m") : Optional.of("1" + what.substring(0, 1));
      }
      String unit = what.substring(0, 1);
      return current || before
          ? Optional.of(containing(current ? dates.today() : back(1, unit), unit))
          : Optional.empty();
    }
    if ((current || before) && what.equals("weekend")) {
      LocalDate saturday =
          back(before ? 1 : 0, "w")
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
              .with(DayOfWeek.SATURDAY);
      return Optional.of(saturday + Dates.BETWEEN + saturday.plusDays(1));
    }
    return current || before ? lastOf(what, before ? 1 : 0) : Optional.empty();
  }

  /** The days on which a number of hours may have begun before today. */
  private static int daysOf(int hours) {
    return (hours + HOURS_OF_DAY - 1) / HOURS_OF_DAY;
  }

  private LocalDate back(int count, String unit) {
    LocalDate now = dates.today();
    return switch (unit) {
      case "h" -> now.minusDays(daysOf(count));
      case "d" -> now.minusDays(count);
      case "w" -> now.minusWeeks(count);
      case "q" -> now.minusMonths(3L * count);
      case "m" -> now.minusMonths(count);
      default -> now.minus(Period.ofYears(count));
    };
  }

  /** The day, or the whole week, month, quarter or year that a day is in. */
  private static String containing(LocalDate day, String unit) {
    return switch (unit) {
      case "h", "d" -> day.toString();
      case "w" -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield monday + Dates.BETWEEN + monday.plusDays(6);
      }
      case "q" -> {
        YearMonth first = YearMonth.from(day.with(IsoFields.DAY_OF_QUARTER, 1));
        yield first + Dates.BETWEEN + first.plusMonths(2);
      }
      case "m" -> YearMonth.from(day).toString();
      default -> day.getYear() < 1 ? "" : PartialDate.of(day.getYear()).toString();
    };
  }

  /** The last weekday or month of a name; the current one where it need not be some days past. */
  private Optional<String> lastOf(String name, int daysPast) {
    LocalDate latest = dates.today().minusDays(daysPast);
    OptionalInt month = DateNames.month(name);
    if (month.isPresent()) {
      YearMonth current = YearMonth.from(dates.today()).minusMonths(daysPast);
      int years = current.getMonthValue() < month.getAsInt() ? 1 : 0;
      return Optional.of(current.withMonth(month.getAsInt()).minusYears(years).toString());
    }
    OptionalInt weekday = DateNames.weekday(name);
    return weekday.isPresent()
        ? Optional.of(
            latest
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.of(weekday.getAsInt())))
                .toString())
        : Optional.empty();
  }
}
