package org.sitrep.corpus.page;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.article.PartialDate;

/**
 * Finds the dates in a text, in all the styles that pages use. Whether a date is the article's is
 * not asked here.
 */
final class DateFinder {
  private static final DateWords WORDS = DateWords.STANDARD;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{M}\\d])";
  private static final String NO_WORD_AFTER = "(?![\\p{L}\\p{M}\\d])";

  /** Any word; looking it up afterwards is quicker than trying each month at every place. */
  private static final String MONTH = "([\\p{L}\\p{M}]++)" + NO_WORD_AFTER + "\\.?";

  private static final String DAY = "([0-3]?\\d)(?:st|nd|rd|th|er|º|°|\\.)?";
  private static final String YEAR = "((?:19|20)\\d\\d)";

  /** A year in full or as "'24". */
  private static final String ANY_YEAR = "((?:19|20)\\d\\d|['’]\\d\\d(?![\\p{L}\\d]))";

  private static final Pattern ISO =
      Pattern.compile(
          NO_WORD_BEFORE
              + YEAR
              + "([-/.])(\\d\\d)\\2(\\d\\d)"
              + "(?:[T ](\\d\\d):(\\d\\d)(?::\\d\\d(?:[.,]\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?)?"
              + "(?!\\d)");
  private static final Pattern NUMERIC =
      Pattern.compile(
          NO_WORD_BEFORE
              + "(?<![./-])(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d]|[./-]\\d)");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          NO_WORD_BEFORE
              + DAY
              + "[\\s-]+(?:de |of )?"
              + MONTH
              + "(?:,?[\\s-]+(?:de )?"
              + ANY_YEAR
              + ")?"
              + "(?!\\d)",
          FLAGS);
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          NO_WORD_BEFORE
              + MONTH
              + "[\\s-]*([0-3]?\\d)(?:st|nd|rd|th)?(?!\\d|[.,:]\\d)(?:,?\\s+"
              + ANY_YEAR
              + NO_WORD_AFTER
              + ")?",
          FLAGS);
  private static final Pattern MONTH_YEAR =
      Pattern.compile(NO_WORD_BEFORE + MONTH + ",?\\s+(?:de )?" + YEAR + "(?!\\d)", FLAGS);
  private static final Pattern ASIAN =
      Pattern.compile(YEAR + "\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]");

  private static final String BETWEEN =
      "[\\s,;|•·@(–—-]*(?:at|um|à|a las|alle|ore|о|об|в|kl\\.?|godz\\.?)?\\s*";
  private static final Pattern TIME =
      Pattern.compile(
          "(2[0-3]|[01]?\\d)(?:[:.h]([0-5]\\d)(?::[0-5]\\d)?)?\\s*([ap]\\.?\\s?m\\b\\.?)?(?:\\s*\\(?(?:(GMT|UTC)?([+-]\\d{1,2})(?::?(\\d\\d))?|([A-Z]{1,4}))\\b)?");

  /** What Poles, Ukrainians and Russians put after a year: "5 marca 2024 r., godz. 14:20". */
  private static final String OF_THE_YEAR = "(?:\\s*(?:r\\.|roku|р\\.|року|г\\.|года))?";

  private static final Pattern TIME_AFTER =
      Pattern.compile(OF_THE_YEAR + BETWEEN + TIME.pattern(), FLAGS);
  private static final Pattern TIME_ALONE =
      Pattern.compile(BETWEEN + TIME.pattern() + "(?:\\s+(?:Uhr|hrs?|ч))?\\.?", FLAGS);
  private static final Pattern TIME_BEFORE =
      Pattern.compile(
          "(?<![\\d:.])"
              + TIME.pattern()
              + "[\\s,;|•·–—-]*(?:on\\s+)?(?:"
              + WORDS.weekdayPattern()
              + "\\.?,?\\s+)?$",
          FLAGS);
  private static final Pattern WEEKDAY_BEFORE =
      Pattern.compile(
          NO_WORD_BEFORE + "(" + WORDS.weekdayPattern() + ")\\.?\\s*,?\\s*(?:the |den |le |dem )?$",
          FLAGS);
  private static final int REACH = 40;
  private static final int FURTHEST_TIME = 80;

  /** Longer texts are no lines of a page; what they say further on is not asked. */
  private static final int LONGEST_LOOKED_AT = 20_000;

  private DateFinder() {}

  /** Returns the dates of a text, in its order, none overlapping another. */
  static List<FoundDate> find(String whole) {
    String text = whole.substring(0, Math.min(whole.length(), LONGEST_LOOKED_AT));
    int first = 0;
    int last = text.length() - 1;
    while (first <= last && !isDigit(text.charAt(first))) {
      first++;
    }
    if (first > last) {
      return List.of();
    }
    while (!isDigit(text.charAt(last))) {
      last--;
    }
    return find(text, Math.max(0, first - REACH), Math.min(text.length(), last + REACH));
  }

  private static List<FoundDate> find(String text, int from, int to) {
    List<FoundDate> found = new ArrayList<>();
    each(within(ISO, text, from, to), m -> found.add(iso(m)));
    each(within(NUMERIC, text, from, to), m -> found.add(numeric(m)));
    each(within(ASIAN, text, from, to), m -> found.add(plain(m, num(m, 1), num(m, 2), num(m, 3))));
    each(
        within(DAY_MONTH, text, from, to),
        m -> found.add(plain(m, num(m, 3), month(m, 2), num(m, 1))));
    each(
        within(MONTH_DAY, text, from, to),
        m -> found.add(plain(m, num(m, 3), month(m, 1), num(m, 2))));
    each(within(MONTH_YEAR, text, from, to), m -> found.add(plain(m, num(m, 2), month(m, 1), 0)));
    found.removeIf(d -> d.numeric() == 0 && (d.month() < 1 || d.month() > 12 || d.day() > 31));
    return withoutOverlaps(found).stream().map(d -> surrounded(d, text)).toList();
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Dates are looked for where digits are near. */
  private static Matcher within(Pattern pattern, String text, int from, int to) {
    return pattern
        .matcher(text)
        .region(from, to)
        .useTransparentBounds(true)
        .useAnchoringBounds(false);
  }

  private static void each(Matcher matcher, java.util.function.Consumer<MatchResult> found) {
    while (matcher.find()) {
      found.accept(matcher.toMatchResult());
    }
  }

  private static List<FoundDate> withoutOverlaps(List<FoundDate> found) {
    found.sort(
        Comparator.comparingInt(FoundDate::start)
            .thenComparing(Comparator.comparing(FoundDate::full).reversed())
            .thenComparing(Comparator.comparingInt(FoundDate::end).reversed()));
    List<FoundDate> kept = new ArrayList<>();
    for (FoundDate date : found) {
      FoundDate last = kept.isEmpty() ? null : kept.getLast();
      if (last == null || date.start() >= last.end()) {
        kept.add(date);
      } else if (date.full() && !last.full()) {
        kept.set(kept.size() - 1, date);
      }
    }
    return kept;
  }

  private static FoundDate plain(MatchResult m, int year, int month, int day) {
    return new FoundDate(
        m.start(),
        m.end(),
        year,
        month,
        day,
        (char) 0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static FoundDate iso(MatchResult m) {
    FoundDate date = plain(m, num(m, 1), num(m, 3), num(m, 4));
    if (m.group(5) == null || num(m, 5) > 23 || num(m, 6) > 59) {
      return date;
    }
    Optional<ZoneOffset> offset =
        Optional.ofNullable(m.group(7))
            .flatMap(o -> PartialDate.parse("2000-01-01T00:00" + o).flatMap(PartialDate::offset));
    return new FoundDate(
        m.start(),
        m.end(),
        date.year(),
        date.month(),
        date.day(),
        (char) 0,
        Optional.empty(),
        Optional.of(LocalTime.of(num(m, 5), num(m, 6))),
        offset);
  }

  private static FoundDate numeric(MatchResult m) {
    FoundDate date = plain(m, inFull(num(m, 4)), num(m, 1), num(m, 3));
    return new FoundDate(
        date.start(),
        date.end(),
        date.year(),
        date.month(),
        date.day(),
        m.group(2).charAt(0),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The year of two digits, or of four. */
  private static int inFull(int year) {
    return year < 70 ? 2000 + year : year < 100 ? 1900 + year : year;
  }

  private static int num(MatchResult m, int group) {
    String digits = m.group(group);
    if (digits == null) {
      return 0;
    }
    boolean cut = !isDigit(digits.charAt(0));
    int number = Integer.parseInt(cut ? digits.substring(1) : digits);
    return cut ? inFull(number) : number;
  }

  private static int month(MatchResult m, int group) {
    return WORDS.month(m.group(group));
  }

  /** Adds weekday and time that stand around a date. */
  private static FoundDate surrounded(FoundDate date, String text) {
    int start = date.start();
    Optional<DayOfWeek> weekday = Optional.empty();
    Matcher before = WEEKDAY_BEFORE.matcher(text.substring(Math.max(0, start - REACH), start));
    if (before.find()) {
      weekday = Optional.of(DayOfWeek.of(WORDS.weekday(before.group(1))));
      start = start - (Math.min(start, REACH) - before.start());
    }
    FoundDate with =
        new FoundDate(
            start,
            date.end(),
            date.year(),
            date.month(),
            date.day(),
            date.numeric(),
            weekday,
            date.time(),
            date.offset());
    return date.time().isPresent() || date.day() == 0 ? with : timed(with, text);
  }

  private static FoundDate timed(FoundDate date, String text) {
    Matcher after =
        TIME_AFTER
            .matcher(text)
            .region(date.end(), Math.min(text.length(), date.end() + FURTHEST_TIME));
    if (after.lookingAt() && isTime(after)) {
      return withTime(date, date.start(), after.end(), after);
    }
    int from = Math.max(0, date.start() - REACH);
    Matcher before = TIME_BEFORE.matcher(text.substring(from, date.start()));
    if (before.find() && isTime(before)) {
      return withTime(date, from + before.start(), date.end(), before);
    }
    return date;
  }

  /** The time of day of a text that says nothing else: "alle 18:20", "3:45 p.m.". */
  static Optional<LocalTime> time(String text) {
    Matcher time = TIME_ALONE.matcher(text);
    return time.matches() && isTime(time)
        ? Optional.of(LocalTime.of(hour(time), num(time, 2)))
        : Optional.empty();
  }

  private static int hour(MatchResult time) {
    int hour = num(time, 1);
    if (time.group(3) == null || hour > 12) {
      return hour;
    }
    boolean afternoon = time.group(3).toLowerCase(Locale.ROOT).startsWith("p");
    return hour % 12 + (afternoon ? 12 : 0);
  }

  private static boolean isTime(MatchResult time) {
    return time.group(2) != null || time.group(3) != null;
  }

  private static FoundDate withTime(FoundDate date, int start, int end, MatchResult time) {
    String name = time.group(7);
    boolean zoneKnown = name == null || WORDS.isZone(name);
    return new FoundDate(
        start,
        zoneKnown ? end : Math.min(end, time.start(7) < 0 ? end : end - name.length()),
        date.year(),
        date.month(),
        date.day(),
        date.numeric(),
        date.weekday(),
        Optional.of(LocalTime.of(hour(time), num(time, 2))),
        offset(time));
  }

  private static Optional<ZoneOffset> offset(MatchResult time) {
    if (time.group(5) != null) {
      int hours = Integer.parseInt(time.group(5));
      int minutes = num(time, 6) * Integer.signum(hours == 0 ? 1 : hours);
      boolean exists = Math.abs(hours) <= 14 && Math.abs(minutes) < 60;
      return exists ? Optional.of(ZoneOffset.ofHoursMinutes(hours, minutes)) : Optional.empty();
    }
    String name = time.group(7);
    return name != null && WORDS.isZone(name)
        ? Optional.of(ZoneOffset.ofTotalSeconds(WORDS.zoneMinutes(name) * 60))
        : Optional.empty();
  }
}
