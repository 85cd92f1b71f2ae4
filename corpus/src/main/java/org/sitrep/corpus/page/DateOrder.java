package org.sitrep.corpus.page;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sitrep.corpus.page.FoundDate.Order;

/**
 * Decides which of the two numbers of {@code 07.03.2025} is the day: by the date itself, by what
 * else the page says, by the other pages of the same place, at last by the way of writing.
 */
final class DateOrder {
  private static final Pattern AMERICAN =
      Pattern.compile("\\b(?:defense|program|labor|color|center|honor)s?\\b|\\b[ap]\\.?m\\b");
  private static final Pattern BRITISH =
      Pattern.compile("\\b(?:defence|programme|labour|colour|centre|honour)s?\\b");
  private static final Pattern ENGLISH = Pattern.compile("\\b(?:the|and|of)\\b");

  /**
   * A date in order, and what decided.
   *
   * @param date the date
   * @param reason why its numbers stand in this order; empty where there was no question
   */
  record Ordered(FoundDate date, String reason) {}

  private final PageMap map;
  private final PageContext context;
  private final Set<LocalDate> said = new HashSet<>();
  private final Map<Character, Order> shown = new HashMap<>();
  private Optional<Boolean> americanPage = Optional.empty();

  DateOrder(PageMap map, PageContext context) {
    this.map = map;
    this.context = context;
    for (int i = 0; i < map.size(); i++) {
      map.seen(i).dates.forEach(this::note);
    }
    DateFinder.find(context.name()).forEach(this::note);
  }

  private void note(FoundDate date) {
    if (date.numeric() == 0) {
      date.localDate().ifPresent(said::add);
    }
    date.shownOrder().ifPresent(order -> shown.putIfAbsent(date.numeric(), order));
  }

  /** Puts the numbers of a date in order. */
  Ordered order(FoundDate date) {
    if (!date.ambiguous()) {
      return new Ordered(date.ordered(Order.DAY_FIRST), "");
    }
    FoundDate dayFirst = date.ordered(Order.DAY_FIRST);
    FoundDate monthFirst = date.ordered(Order.MONTH_FIRST);
    if (dayFirst.weekdayAgrees() != monthFirst.weekdayAgrees()) {
      return decided(dayFirst.weekdayAgrees() ? dayFirst : monthFirst, "by its weekday");
    }
    boolean saidDayFirst = saidElsewhere(dayFirst);
    if (saidDayFirst != saidElsewhere(monthFirst)) {
      return decided(
          saidDayFirst ? dayFirst : monthFirst, "the page says the same day in words or ISO");
    }
    Optional<Order> shown = shownBySameSign(date);
    if (shown.isPresent()) {
      return decided(date.ordered(shown.get()), "as another date of the page is written");
    }
    if (future(dayFirst) != future(monthFirst)) {
      return decided(future(dayFirst) ? monthFirst : dayFirst, "the other order is in the future");
    }
    Optional<Order> elsewhere = context.neighbours().order(date.numeric());
    if (elsewhere.isPresent()) {
      return decided(date.ordered(elsewhere.get()), "as the other pages of its place write");
    }
    return byWriting(date);
  }

  private static Ordered decided(FoundDate date, String why) {
    return new Ordered(date, why);
  }

  private boolean saidElsewhere(FoundDate date) {
    return date.localDate().map(said::contains).orElse(false);
  }

  private Optional<Order> shownBySameSign(FoundDate date) {
    return Optional.ofNullable(shown.get(date.numeric()));
  }

  private boolean future(FoundDate date) {
    return date.localDate().map(d -> d.isAfter(context.latest())).orElse(false);
  }

  /** Only Americans put the month first, and they write a slash or a dash. */
  private Ordered byWriting(FoundDate date) {
    if (date.numeric() == '.') {
      return decided(date.ordered(Order.DAY_FIRST), "with dots the day comes first");
    }
    if (americanPage.isEmpty()) {
      americanPage = Optional.of(isAmerican());
    }
    return americanPage.get()
        ? decided(date.ordered(Order.MONTH_FIRST), "the page writes American English")
        : decided(date.ordered(Order.DAY_FIRST), "nothing on the page puts the month first");
  }

  private boolean isAmerican() {
    int american = 0;
    int british = 0;
    int english = 0;
    for (Line line : map.page().lines()) {
      String text = line.content.toLowerCase(Locale.ROOT);
      american += (int) AMERICAN.matcher(text).results().count();
      british += (int) BRITISH.matcher(text).results().count();
      english += (int) ENGLISH.matcher(text).results().count();
    }
    return english > 0 && american > british;
  }
}
