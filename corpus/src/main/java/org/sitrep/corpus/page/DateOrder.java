package org.sitrep.corpus.page;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.core.article.DateFrom;
import org.sitrep.corpus.page.FoundDate.Order;

/**
 * Decides which of the two numbers of {@code 07.03.2025} is the day: by the date itself, by what
 * else the page says, by the other pages of the same place, at last by the custom that the page
 * shows. Where nothing decides, it is a guess and says so.
 */
final class DateOrder {
  /**
   * A date in order, and what decided.
   *
   * @param date the date
   * @param reason why its numbers stand in this order; empty where there was no question
   * @param from inferred where nothing decided, and the commoner order stands in
   */
  record Ordered(FoundDate date, String reason, DateFrom from) {}

  private static final String GUESS =
      "a guess, for nothing on the page shows which of the numbers is the day";

  private final PageContext context;
  private final DateEvidence evidence;
  private final Set<LocalDate> said = new HashSet<>();
  private final Map<Character, Order> shown = new HashMap<>();

  DateOrder(PageMap map, PageContext context) {
    this.context = context;
    evidence = new DateEvidence(map, context);
    for (int i = 0; i < map.size(); i++) {
      map.seen(i).dates.forEach(this::note);
    }
    DateFinder.find(context.name()).forEach(this::note);
    context.origin().url().ifPresent(url -> DateFinder.find(url).forEach(this::note));
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
      return new Ordered(date.ordered(Order.DAY_FIRST), "", DateFrom.DECLARED);
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
    if (inAddress(dayFirst) != inAddress(monthFirst)) {
      return decided(
          inAddress(dayFirst) ? dayFirst : monthFirst, "the page's address says the same month");
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
    if (date.numeric() == '.') {
      return decided(dayFirst, "with dots the day comes first");
    }
    return evidence
        .order(date)
        .map(e -> decided(date.ordered(e.order()), e.reason()))
        .orElseGet(() -> new Ordered(dayFirst, GUESS, DateFrom.INFERRED));
  }

  private static Ordered decided(FoundDate date, String why) {
    return new Ordered(date, why, DateFrom.DECLARED);
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

  private boolean inAddress(FoundDate date) {
    return Stream.concat(Stream.of(context.name()), context.origin().url().stream())
        .flatMap(name -> OtherDates.inName(name, context.latest()).stream())
        .anyMatch(
            p ->
                date.partial()
                    .map(d -> d.toString().startsWith(p.date().toString()))
                    .orElse(false));
  }
}
