package org.sitrep.corpus.page;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.vocabulary.Folding;
import org.sitrep.corpus.page.FoundDate.Order;

/**
 * What a page shows of the custom by which it writes dates: the weekday on which its text says that
 * things happened, American time zones, its address, its spelling, its language.
 */
final class DateEvidence {
  /**
   * An order and what shows it.
   *
   * @param order the order
   * @param reason what shows it, in plain words
   */
  record Shown(Order order, String reason) {}

  private static final Pattern AMERICAN =
      Pattern.compile("\\b(?:defense|program|labor|color|center|honor)s?\\b|\\bu\\.s\\.");
  private static final Pattern BRITISH =
      Pattern.compile("\\b(?:defence|programme|labour|colour|centre|honour)s?\\b|£\\d");
  private static final Pattern ENGLISH = Pattern.compile("\\b(?:the|and|of)\\b");
  private static final Pattern AMERICAN_ZONE = Pattern.compile("\\b(?:E[SD]?T|[MP][SD]T|CDT)\\b");
  private static final Pattern HOST =
      Pattern.compile("(?i)https?://[^/]*?\\.([a-z]{2,6})(?:[:/].*|$)");
  private static final Pattern CLAUSE = Pattern.compile("[,;:.!?]\\s");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  /** Two letters that stand for no country but for what they spell. */
  private static final Set<String> NO_COUNTRY =
      Set.of("io", "co", "tv", "me", "ai", "fm", "cc", "ly", "to", "gg", "ws", "ca", "ph", "eu");

  private static final Set<String> AMERICAN_HOST = Set.of("us", "mil", "gov");
  private static final Set<String> NOT_OF_THAT_DAY =
      Set.of(
          "next", "last", "every", "each", "until", "by", "from", "since", "before", "this", "a");

  private static final int LEAD = 4;
  private static final int WEEK = 7;

  private final PageMap map;
  private final PageContext context;
  private @Nullable Custom custom;

  /** What does not depend on the date, worked out once, when its first date is asked for. */
  private record Custom(
      boolean english, boolean american, List<DayOfWeek> weekdays, Optional<Shown> shown) {}

  DateEvidence(PageMap map, PageContext context) {
    this.map = map;
    this.context = context;
  }

  /** The order that the page shows, empty where it shows none. */
  Optional<Shown> order(FoundDate date) {
    Custom known = custom();
    if (!known.english() && map.size() > 0) {
      return shown(Order.DAY_FIRST, "the page is not in English");
    }
    if (known.american()) {
      return shown(Order.MONTH_FIRST, "the page tells the time of North America");
    }
    return byWeekday(date, known.weekdays()).or(known::shown);
  }

  private Custom custom() {
    Custom known = custom;
    if (known == null) {
      known =
          new Custom(
              count(ENGLISH) > 0,
              americanZone(),
              weekdaysOfTheLead(),
              byAddress().or(this::bySpelling).or(this::byLanguage));
      custom = known;
    }
    return known;
  }

  private static Optional<Shown> shown(Order order, String reason) {
    return Optional.of(new Shown(order, reason));
  }

  private boolean americanZone() {
    for (int i = 0; i < map.size(); i++) {
      Seen seen = map.seen(i);
      boolean timed = seen.dates.stream().anyMatch(d -> d.time().isPresent());
      if (timed && seen.dateline() && AMERICAN_ZONE.matcher(seen.line.content).find()) {
        return true;
      }
    }
    return false;
  }

  /**
   * News is written on the day of which it tells or the day after: of two days, the one that is so
   * near to each weekday that the first paragraphs name.
   */
  private static Optional<Shown> byWeekday(FoundDate date, List<DayOfWeek> weekdays) {
    Set<Order> near = new HashSet<>();
    for (DayOfWeek day : weekdays) {
      boolean dayFirst = follows(date.ordered(Order.DAY_FIRST), day);
      boolean monthFirst = follows(date.ordered(Order.MONTH_FIRST), day);
      if (dayFirst != monthFirst) {
        near.add(dayFirst ? Order.DAY_FIRST : Order.MONTH_FIRST);
      }
    }
    return near.size() == 1
        ? shown(near.iterator().next(), "by the weekday that the text names")
        : Optional.empty();
  }

  private static boolean follows(FoundDate date, DayOfWeek told) {
    Optional<LocalDate> day = date.localDate();
    return day.isPresent()
        && Math.floorMod(day.get().getDayOfWeek().getValue() - told.getValue(), WEEK) <= 1;
  }

  private List<DayOfWeek> weekdaysOfTheLead() {
    List<DayOfWeek> days = new ArrayList<>();
    int paragraphs = 0;
    for (int i = 0; i < map.size() && paragraphs < LEAD; i++) {
      if (map.zone(i).inBody() && map.line(i).worded()) {
        paragraphs++;
        for (String clause : CLAUSE.split(Folding.fold(map.line(i).content), -1)) {
          days.addAll(weekdays(clause));
        }
      }
    }
    return days;
  }

  /** The weekdays that a clause of what has happened names in full, and not as of other weeks. */
  private static List<DayOfWeek> weekdays(String clause) {
    List<DayOfWeek> days = new ArrayList<>();
    Set<String> before = new HashSet<>();
    String previous = "";
    for (Matcher word = WORD.matcher(clause); word.find(); previous = word.group()) {
      int day = word.group().length() >= 6 ? DateWords.STANDARD.weekday(word.group()) : 0;
      boolean ahead = Markers.standard().anywhere(Marker.AHEAD).stream().anyMatch(before::contains);
      if (day > 0 && !ahead && !NOT_OF_THAT_DAY.contains(previous)) {
        days.add(DayOfWeek.of(day));
      }
      before.add(word.group());
    }
    return days;
  }

  private Optional<Shown> byAddress() {
    String url = context.origin().url().orElse(context.name());
    Matcher host = HOST.matcher(url);
    if (!host.matches()) {
      return Optional.empty();
    }
    String top = host.group(1).toLowerCase(Locale.ROOT);
    if (AMERICAN_HOST.contains(top)) {
      return shown(Order.MONTH_FIRST, "the page's address is American");
    }
    return top.length() == 2 && !NO_COUNTRY.contains(top)
        ? shown(Order.DAY_FIRST, "the page's address is of a country that puts the day first")
        : Optional.empty();
  }

  private Optional<Shown> bySpelling() {
    int american = count(AMERICAN);
    int british = count(BRITISH);
    if (american == british) {
      return Optional.empty();
    }
    return american > british
        ? shown(Order.MONTH_FIRST, "the page writes American English")
        : shown(Order.DAY_FIRST, "the page writes British English");
  }

  /** Only Americans put the month first; Canadians and Filipinos write both ways. */
  private Optional<Shown> byLanguage() {
    if (context.origin().language().isEmpty()) {
      return Optional.empty();
    }
    Locale declared = Locale.forLanguageTag(context.origin().language().get());
    String region = declared.getCountry();
    if (!declared.getLanguage().equals("en")) {
      return shown(Order.DAY_FIRST, "the page declares a language that puts the day first");
    }
    if (region.isEmpty() || region.equals("CA") || region.equals("PH")) {
      return Optional.empty();
    }
    return shown(
        region.equals("US") ? Order.MONTH_FIRST : Order.DAY_FIRST,
        "the page declares its language as " + declared.toLanguageTag());
  }

  private int count(Pattern pattern) {
    int count = 0;
    for (Line line : map.page().lines()) {
      count += (int) pattern.matcher(line.content.toLowerCase(Locale.ROOT)).results().count();
    }
    return count;
  }
}
