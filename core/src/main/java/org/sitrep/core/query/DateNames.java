package org.sitrep.core.query;

import com.google.common.base.Suppliers;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.core.vocabulary.Folding;

/**
 * The names of months and weekdays in English and in the other languages whose names of countries
 * are known, as the JDK has them, whole or from three letters on. A language is read when no other
 * before it has a name, for reading one takes a good part of a short run.
 */
final class DateNames {
  private static final int SHORTEST = 3;
  private static final int SHORTEST_MISSPELT = 4;
  private static final int LONG = 6;

  /** The words beside names that dates are made of, which may be misspelt too. */
  private static final Set<String> OTHER_WORDS =
      Set.of("today", "yesterday", "unknown", "last", "past", "this", "week", "month", "year");

  private static final List<Supplier<DateNames>> LANGUAGES =
      Stream.of("en", "de", "fr", "es", "it", "pl", "uk", "ru")
          .<Supplier<DateNames>>map(tag -> Suppliers.memoize(() -> new DateNames(Locale.of(tag))))
          .toList();

  private final Map<String, Integer> months = new HashMap<>();
  private final Map<String, Integer> weekdays = new HashMap<>();

  private DateNames(Locale language) {
    for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
      for (Month month : Month.values()) {
        months.put(Folding.fold(month.getDisplayName(style, language)), month.getValue());
      }
      for (DayOfWeek day : DayOfWeek.values()) {
        weekdays.put(Folding.fold(day.getDisplayName(style, language)), day.getValue());
      }
    }
  }

  /** Returns the month of a name, from 1 on. */
  static OptionalInt month(String name) {
    return find(name, false);
  }

  /** Returns the weekday of a name, Monday being 1. */
  static OptionalInt weekday(String name) {
    return find(name, true);
  }

  private static OptionalInt find(String name, boolean weekday) {
    String folded = Folding.fold(name);
    if (folded.length() < SHORTEST) {
      return OptionalInt.empty();
    }
    return LANGUAGES.stream()
        .map(Supplier::get)
        .map(language -> language.named(folded, weekday))
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  private OptionalInt named(String folded, boolean weekday) {
    Map<String, Integer> names = weekday ? weekdays : months;
    Integer whole = names.get(folded);
    if (whole != null) {
      return OptionalInt.of(whole);
    }
    Set<Integer> begun =
        names.entrySet().stream()
            .filter(each -> each.getKey().startsWith(folded))
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    return begun.size() == 1 ? OptionalInt.of(begun.iterator().next()) : OptionalInt.empty();
  }

  /** Returns the English word of dates that is closest to one that is none. */
  static Optional<String> nearest(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    if (wanted.length() < SHORTEST_MISSPELT) {
      return Optional.empty();
    }
    int near = wanted.length() < LONG ? 1 : 2;
    DateNames english = LANGUAGES.getFirst().get();
    return Stream.of(OTHER_WORDS, english.months.keySet(), english.weekdays.keySet())
        .flatMap(Set::stream)
        .filter(known -> EditDistance.between(known, wanted) <= near)
        .min(
            Comparator.<String>comparingInt(known -> EditDistance.between(known, wanted))
                .thenComparing(Comparator.naturalOrder()));
  }
}
