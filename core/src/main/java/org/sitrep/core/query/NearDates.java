package org.sitrep.core.query;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes as the language does what comes close to it: a date with other signs, fewer zeros or in
 * another order, a month by its name, a quarter, a time of day, days in relation to today, and two
 * dates with a word or a sign that says what lies between them.
 */
final class NearDates {
  /** Texts of more UTF-16 units are no date. */
  static final int LONGEST = 60;

  private static final int YEAR_DIGITS = 4;
  private static final int YEARS_OF_CENTURY = 100;

  /** A year of two digits that is further ahead is one of the century before. */
  private static final int MOST_YEARS_AHEAD = 10;

  /** What stands around the parts of a date, in the languages of {@link DateNames}. */
  private static final Set<String> FILLERS =
      Set.of(
          "the", "of", "on", "in", "de", "del", "di", "du", "d", "le", "la", "el", "il", "den",
          "der", "am", "im", "em", "we", "w", "у", "в", "рік", "року", "р", "год", "года", "г",
          "roku", "r");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\h]+");
  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}−]");
  private static final Pattern TIME = Pattern.compile("(?:t|,? )\\d{1,2}:\\d{2}.*");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})(?:\\2(\\d{1,2}))?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?:(\\d{1,2})([-/.]) ?)?(\\d{1,2})[-/.] ?(\\d{4})");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("(\\d{1,2})([/.]) ?(\\d{1,2})\\2 ?['’‘]?(\\d{2})");
  private static final Pattern NAMED_SHORT_YEAR =
      Pattern.compile("(\\d{1,2})([-/. ])(\\p{L}{3,}[.]?)\\2(\\d{2})");
  private static final Pattern YEAR_ALONE = Pattern.compile("['’‘](\\d{2})");
  private static final Pattern MONTH_NUMBER =
      Pattern.compile("(\\p{L}{3,}[.]?)(-?)(\\d{2})|(\\p{L}{3,}[.]?)[-/, ]{1,2}(3[2-9]|[04-9]\\d)");
  private static final Pattern BRACKETED =
      Pattern.compile("([\\[{]) ?(\\S+) to ([^\\s\\]}]+) ?([\\]}]?)");
  private static final Pattern PIECE =
      Pattern.compile(
          "['’‘](\\d{2})(?![\\d\\p{L}])|(\\d{1,4})(?:(?:st|nd|rd|th|er)(?!\\p{L})|[ºª°])?|([\\p{L}\\p{M}]+)");
  private static final Pattern GAPS = Pattern.compile("[-/.,'’ ]*");
  private static final Pattern DAY = Pattern.compile("(?:the )?(\\d{1,2})(?:st|nd|rd|th|[.])?");
  private static final Pattern COMPARISON = Pattern.compile("[<>≤≥]|=[<>]");
  private static final Pattern COMPARED =
      Pattern.compile("(>=|=>|≥|since|from|>|after|<=|=<|≤|until|till|up to|<|before|==?) ?(.+)");
  private static final Pattern OPENING =
      Pattern.compile("(?:between|from|von|de|du|dal|od|від|от) ");
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\.\\.+|…|(?: (?:to|until|till|through|thru|and|bis|à|a|al|do|по|до) )|-"
              + "|(?<=\\d{4}|-\\d{2}):(?=\\d{4})|(?<=-\\d{2})/(?=\\d{4}-)");

  private final Dates dates;
  private final SpokenDates spoken;

  NearDates(Dates dates) {
    this.dates = dates;
    this.spoken = new SpokenDates(dates);
  }

  /**
   * Reads a date, or two and what lies between them.
   *
   * @return what the text may stand for, in the writing of the language: nothing where it comes
   *     close to no date, and two where nobody can tell which number is the day
   */
  List<String> readings(String text, Scope.Days meant) {
    if (text.length() > LONGEST) {
      return List.of();
    }
    String typed =
        DASHES
            .matcher(BLANKS.matcher(text.strip()).replaceAll(" "))
            .replaceAll("-")
            .toLowerCase(Locale.ROOT);
    return Stream.of(true, false)
        .flatMap(dayFirst -> new Order(dayFirst).written(typed, meant).stream())
        .filter(written -> dates.read(written, meant).isPresent())
        .distinct()
        .toList();
  }

  /** Says whether a text is a range as other languages have it, which has both ends. */
  static boolean isBracketed(String text) {
    return text.startsWith("[") || text.startsWith("{");
  }

  /** Says whether a text is what comes before or after a date: {@code >=2024}. */
  static boolean isCompared(String text) {
    return COMPARISON.matcher(text).lookingAt();
  }

  private static String start(String days) {
    int between = days.indexOf(Dates.BETWEEN);
    return between < 0 ? days : days.substring(0, between);
  }

  private static String end(String days) {
    int between = days.indexOf(Dates.BETWEEN);
    return between < 0 ? days : days.substring(between + Dates.BETWEEN.length());
  }

  /** Reads by one order of day and month, where both are numbers. */
  private final class Order {
    private final boolean dayFirst;

    Order(boolean dayFirst) {
      this.dayFirst = dayFirst;
    }

    Optional<String> written(String typed, Scope.Days meant) {
      Optional<String> days = days(typed);
      return switch (meant) {
        case WITHIN ->
            days.or(() -> bracketed(typed)).or(() -> between(typed)).or(() -> compared(typed));
        case SINCE -> days.map(NearDates::start);
        case UNTIL -> days.map(NearDates::end);
      };
    }

    // ---- two dates

    /** Reads a range as other languages have it; in braces the date itself is not included. */
    private Optional<String> bracketed(String typed) {
      Matcher sides = BRACKETED.matcher(typed.replace("\"", ""));
      if (!sides.matches()) {
        return Optional.empty();
      }
      Optional<String> first = side(sides.group(2)).map(NearDates::start);
      Optional<String> last = side(sides.group(3)).map(NearDates::end);
      if (first.isEmpty() || last.isEmpty()) {
        return Optional.empty();
      }
      String after =
          sides.group(1).equals("{") ? moved(first.get(), d -> d.last().plusDays(1)) : first.get();
      String before =
          sides.group(4).equals("}") ? moved(last.get(), d -> d.first().minusDays(1)) : last.get();
      boolean empty =
          dates
              .read(after + Dates.BETWEEN + before, Scope.Days.WITHIN)
              .filter(Dates.Bounds::endsBeforeItStarts)
              .isPresent();
      return Optional.of(
          empty ? first.get() + Dates.BETWEEN + last.get() : after + Dates.BETWEEN + before);
    }

    private Optional<String> side(String typed) {
      return typed.equals("*") ? Optional.of("") : days(typed);
    }

    private String moved(String date, Function<Dates.Days, LocalDate> beyond) {
      return dates.days(date).map(beyond).map(LocalDate::toString).orElse(date);
    }

    private Optional<String> between(String typed) {
      Matcher opening = OPENING.matcher(typed);
      String sides = opening.lookingAt() ? typed.substring(opening.end()) : typed;
      // A hyphen may be one within a date, which no other sign can be.
      List<MatchResult> signs =
          BETWEEN
              .matcher(sides)
              .results()
              .sorted(Comparator.comparing(sign -> sign.group().equals("-")))
              .toList();
      for (MatchResult sign : signs) {
        String before = sides.substring(0, sign.start()).strip();
        String after = sides.substring(sign.end()).strip();
        if (sign.group().equals("-") && DAY.matcher(before).matches() && after.contains("-")) {
          return Optional.empty(); // 40-May-25 is no date, and not two
        }
        Optional<String> range =
            sign.group().startsWith(".") && (before.isEmpty() || after.isEmpty())
                ? open(before, after)
                : days(after).map(NearDates::end).flatMap(last -> from(before, last));
        if (range.isPresent()) {
          return range;
        }
      }
      return Optional.empty();
    }

    private Optional<String> open(String before, String after) {
      return after.isEmpty()
          ? days(before).map(first -> start(first) + Dates.BETWEEN)
          : days(after).map(last -> Dates.BETWEEN + end(last));
    }

    /** Reads the first of two dates, which may lack the year or month that the last one has. */
    private Optional<String> from(String typed, String last) {
      Matcher day = DAY.matcher(typed);
      Optional<Dates.Days> end = dates.days(last);
      if (end.isEmpty()) {
        return Optional.empty();
      }
      boolean isDay = last.length() == LocalDate.EPOCH.toString().length();
      if (day.matches() && isDay) {
        String month = last.substring(0, last.lastIndexOf('-'));
        return Optional.of(month + padded(day.group(1)) + Dates.BETWEEN + last);
      }
      int year = end.get().last().getYear();
      return Stream.of(year, year - 1)
          .flatMap(each -> days(typed + " " + each).stream())
          .map(NearDates::start)
          .filter(first -> dates.days(first).filter(d -> startsBefore(d, end.get())).isPresent())
          .findFirst()
          .or(() -> days(typed).map(NearDates::start))
          .map(first -> first + Dates.BETWEEN + last);
    }

    private static boolean startsBefore(Dates.Days first, Dates.Days last) {
      return !first.first().isAfter(last.last());
    }

    /** Reads a date behind a sign or word that says on which side of it the days lie. */
    private Optional<String> compared(String typed) {
      Matcher sides = COMPARED.matcher(typed);
      if (!sides.matches()) {
        return Optional.empty();
      }
      Optional<String> days = days(sides.group(2));
      return switch (sides.group(1)) {
        case ">=", "=>", "≥", "since", "from" -> days.map(d -> start(d) + Dates.BETWEEN);
        case "<=", "=<", "≤", "until", "till", "up to" -> days.map(d -> Dates.BETWEEN + end(d));
        case ">", "after" ->
            days.flatMap(d -> dates.days(end(d)))
                .map(last -> last.last().plusDays(1) + Dates.BETWEEN);
        case "<", "before" ->
            days.flatMap(d -> dates.days(start(d)))
                .map(first -> Dates.BETWEEN + first.first().minusDays(1));
        default -> days;
      };
    }

    // ---- one date

    private Optional<String> days(String typed) {
      if (dates.days(typed).isPresent()) {
        return Optional.of(typed);
      }
      Optional<String> inRelation = spoken.written(typed);
      if (inRelation.isPresent()) {
        return inRelation;
      }
      String day = withoutTime(typed);
      return match(YEAR_FIRST, day)
          .map(date -> joined(date.group(1), date.group(3), date.group(4)))
          .or(() -> match(DIGITS, day).map(d -> joined(d.group(1), d.group(2), d.group(3))))
          .or(() -> match(YEAR_LAST, day).map(this::yearLast))
          .or(() -> match(SHORT_YEAR, day).map(this::shortYear))
          .or(() -> match(NAMED_SHORT_YEAR, day).flatMap(NearDates.this::namedShortYear))
          .or(() -> match(YEAR_ALONE, day).map(date -> fullYear(date.group(1))))
          .or(() -> YearParts.written(day))
          .or(() -> match(MONTH_NUMBER, day).flatMap(this::monthAndNumber))
          .or(() -> named(day))
          .filter(date -> dates.days(start(date)).isPresent());
    }

    private static String withoutTime(String typed) {
      Matcher time = TIME.matcher(typed);
      return time.find() && time.start() > 0 ? typed.substring(0, time.start()) : typed;
    }

    private String shortYear(MatchResult date) {
      boolean day = dayFirst || date.group(2).equals(".");
      return joined(
          fullYear(date.group(4)),
          day ? date.group(3) : date.group(1),
          day ? date.group(1) : date.group(3));
    }

    /** Reads a month and two digits, which may be those of a day or of a year. */
    private Optional<String> monthAndNumber(MatchResult date) {
      boolean year = date.group(1) == null;
      OptionalInt month = month(date.group(year ? 4 : 1).replace(".", ""));
      if (month.isEmpty()) {
        return Optional.empty();
      }
      String digits = date.group(year ? 5 : 3);
      Optional<String> day =
          Optional.of(dated(null, month.getAsInt(), digits)).filter(d -> dates.days(d).isPresent());
      return !year && dayFirst && day.isPresent()
          ? day
          : Optional.of(joined(fullYear(digits), "" + month.getAsInt(), null));
    }

    /** With dots the day comes first. */
    private String yearLast(MatchResult date) {
      String first = date.group(1);
      String second = date.group(3);
      if (first == null) {
        return joined(date.group(4), second, null);
      }
      boolean day = dayFirst || date.group(2).equals(".");
      return joined(date.group(4), day ? second : first, day ? first : second);
    }
  }

  private static Optional<MatchResult> match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  /** Returns the year of two digits that is at most some years ahead. */
  private String fullYear(String digits) {
    int century = dates.today().getYear() / YEARS_OF_CENTURY * YEARS_OF_CENTURY;
    int year = century + Integer.parseInt(digits);
    boolean ahead = year > dates.today().getYear() + MOST_YEARS_AHEAD;
    return "%04d".formatted(Math.max(1, ahead ? year - YEARS_OF_CENTURY : year));
  }

  // ---- months by their names

  /** Reads a month by its name, with a year and a day in any order; without a year the last one. */
  private Optional<String> named(String typed) {
    String year = null;
    String day = null;
    int month = 0;
    Matcher pieces = PIECE.matcher(typed);
    int end = 0;
    while (pieces.find()) {
      if (!GAPS.matcher(typed.substring(end, pieces.start())).matches()) {
        return Optional.empty();
      }
      end = pieces.end();
      String shortYear = pieces.group(1);
      String number = shortYear == null ? pieces.group(2) : fullYear(shortYear);
      boolean isYear = number != null && number.length() == YEAR_DIGITS;
      OptionalInt named = number == null ? month(pieces.group(3)) : OptionalInt.empty();
      if (isYear && year == null) {
        year = number;
      } else if (number != null && !isYear && day == null) {
        day = number;
      } else if (named.isPresent() && month == 0) {
        month = named.getAsInt();
      } else if (number != null || !isPassedOver(pieces.group(3))) {
        return Optional.empty();
      }
    }
    return month == 0 || !GAPS.matcher(typed.substring(end)).matches()
        ? Optional.empty()
        : Optional.of(dated(year, month, day));
  }

  /** Reads 14-May-25: with a name between them the day comes first and the year last. */
  private Optional<String> namedShortYear(MatchResult date) {
    OptionalInt month = month(date.group(3).replace(".", ""));
    return month.isEmpty()
        ? Optional.empty()
        : Optional.of(joined(fullYear(date.group(4)), "" + month.getAsInt(), date.group(1)));
  }

  private static OptionalInt month(String word) {
    return FILLERS.contains(word) ? OptionalInt.empty() : DateNames.month(word);
  }

  private static boolean isPassedOver(String word) {
    return FILLERS.contains(word) || DateNames.weekday(word).isPresent();
  }

  private String dated(@Nullable String typedYear, int month, @Nullable String day) {
    if (typedYear != null) {
      return joined(typedYear, "" + month, day);
    }
    LocalDate today = dates.today();
    String date = joined("" + today.getYear(), "" + month, day);
    boolean past = dates.days(date).filter(d -> !d.first().isAfter(today)).isPresent();
    return past ? date : joined("" + (today.getYear() - 1), "" + month, day);
  }

  private static String joined(String year, String month, @Nullable String day) {
    return year + padded(month) + (day == null ? "" : padded(day));
  }

  private static String padded(String number) {
    return (number.length() < 2 ? "-0" : "-") + number;
  }
}
