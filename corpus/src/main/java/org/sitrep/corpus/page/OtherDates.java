package org.sitrep.corpus.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.vocabulary.Folding;

/**
 * Finds a date of publication where the page declares none: in its address or file name, or by the
 * latest full date that the text reports as past.
 */
final class OtherDates {
  private static final Pattern IN_NAME =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)([-_/.]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?!\\d)");
  private static final Pattern MONTH_IN_NAME =
      Pattern.compile("/((?:19|20)\\d\\d)/(0[1-9]|1[0-2])/");
  private static final Pattern SENTENCE =
      Pattern.compile("(?<=[.!?…])[\"”’»]?\\s+(?=[\\p{Lu}\"“«])");
  private static final int CLAUSE_BEFORE = 60;
  private static final List<String> AHEAD = Markers.standard().anywhere(Marker.AHEAD);
  private static final List<String> BOUND = Markers.standard().anywhere(Marker.BOUND);

  private final PageMap map;
  private final PageContext context;
  private final DateOrder order;

  OtherDates(PageMap map, PageContext context, DateOrder order) {
    this.map = map;
    this.context = context;
    this.order = order;
  }

  /** The date that the page's address or file name carries. */
  static Optional<Published> inName(String name, LocalDate latest) {
    Matcher day = IN_NAME.matcher(name);
    Matcher month = MONTH_IN_NAME.matcher(name);
    Optional<PartialDate> date =
        day.find()
            ? PartialDate.parse(day.group(1) + "-" + day.group(3) + "-" + day.group(4))
            : month.find()
                ? PartialDate.parse(month.group(1) + "-" + month.group(2))
                : Optional.empty();
    return date.filter(d -> !d.firstDay().isAfter(latest))
        .map(d -> new Published(d, DateFrom.URL, "the name says so: " + name));
  }

  /** The latest full date that the text reports as past, its year completed from the page. */
  Optional<Published> inferred() {
    List<LocalDate> onPage = fullDates();
    Optional<Published> best = Optional.empty();
    for (int i = 0; i < map.size(); i++) {
      if (!map.zone(i).inBody()) {
        continue;
      }
      for (String sentence : SENTENCE.split(map.line(i).content, -1)) {
        for (FoundDate found : DateFinder.find(sentence)) {
          Optional<Published> candidate =
              past(sentence, found) ? completed(i, found, onPage) : Optional.empty();
          if (candidate.isPresent() && later(candidate.get(), best)) {
            best = candidate;
          }
        }
      }
    }
    return best;
  }

  private static boolean later(Published candidate, Optional<Published> best) {
    return best.isEmpty() || candidate.date().compareTo(best.get().date()) > 0;
  }

  /**
   * Whether the clause before the date speaks of what was, not of what is to come or began long
   * ago.
   */
  private static boolean past(String sentence, FoundDate date) {
    String before =
        Folding.fold(sentence.substring(Math.max(0, date.start() - CLAUSE_BEFORE), date.start()));
    int clause = Math.max(before.lastIndexOf(", "), before.lastIndexOf("; "));
    String words = " " + before.substring(clause + 1) + " ";
    String near = words.replaceAll("[^\\p{L}\\d']+$", " ");
    return AHEAD.stream().noneMatch(word -> words.contains(" " + word + " "))
        && BOUND.stream().noneMatch(word -> near.endsWith(" " + word + " "));
  }

  private Optional<Published> completed(int i, FoundDate found, List<LocalDate> onPage) {
    if (found.day() == 0) {
      return Optional.empty();
    }
    FoundDate date = order.order(found).date();
    String line = "the latest day that the text reports, line %d".formatted(map.line(i).number);
    if (date.year() > 0) {
      return date.localDate().flatMap(d -> published(d, line));
    }
    return nearest(date, onPage)
        .flatMap(d -> published(d, line + ", its year from another date of the page"));
  }

  private Optional<Published> published(LocalDate day, String reason) {
    return day.isAfter(context.latest())
        ? Optional.empty()
        : Optional.of(new Published(PartialDate.of(day), DateFrom.INFERRED, reason));
  }

  /** The year's candidate that is nearest to a full date of the page, and not in the future. */
  private Optional<LocalDate> nearest(FoundDate date, List<LocalDate> onPage) {
    return onPage.stream()
        .flatMap(
            d ->
                List.of(d.getYear() - 1, d.getYear(), d.getYear() + 1).stream()
                    .map(date::withYear)
                    .filter(FoundDate::weekdayAgrees)
                    .flatMap(c -> c.localDate().stream())
                    .filter(c -> !c.isAfter(context.latest()))
                    .map(c -> new LocalDate[] {c, d}))
        .min(Comparator.comparingLong(p -> Math.abs(ChronoUnit.DAYS.between(p[0], p[1]))))
        .map(p -> p[0]);
  }

  private List<LocalDate> fullDates() {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < map.size(); i++) {
      for (FoundDate found : DateFinder.find(map.line(i).content)) {
        order.order(found).date().localDate().ifPresent(days::add);
      }
    }
    days.removeIf(d -> d.isAfter(context.latest()));
    return days.stream().distinct().toList();
  }
}
