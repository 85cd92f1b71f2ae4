package org.sitrep.corpus.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sitrep.core.vocabulary.Folding;

/** The words of {@code dates.txt}: months, weekdays and time zones, by their folded spelling. */
final class DateWords {
  static final DateWords STANDARD = new DateWords();

  private final Map<String, Integer> months = new HashMap<>();
  private final Map<String, Integer> weekdays = new HashMap<>();
  private final Map<String, Integer> zones = new HashMap<>();
  private final Set<String> writtenMonths = new LinkedHashSet<>();
  private final Set<String> writtenWeekdays = new LinkedHashSet<>();

  private DateWords() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(DateWords.class.getResourceAsStream("dates.txt")),
                StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        if (!line.isBlank() && !line.startsWith("#")) {
          add(line.split("\\s+", 3));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void add(String[] entry) {
    int value = Integer.parseInt(entry[1]);
    for (String word : entry[2].replace('|', ' ').strip().split("\\s+", -1)) {
      switch (entry[0]) {
        case "month" -> {
          months.putIfAbsent(Folding.fold(word), value);
          writtenMonths.add(word);
        }
        case "weekday" -> {
          weekdays.putIfAbsent(Folding.fold(word), value);
          writtenWeekdays.add(word);
        }
        case "zone" -> zones.put(Folding.fold(word), value);
        default -> throw new IllegalArgumentException("no kind of date word: " + entry[0]);
      }
    }
  }

  /** The month's number, 0 where the word is none. */
  int month(String word) {
    return months.getOrDefault(Folding.fold(word), 0);
  }

  /** The weekday's number, Monday being 1, 0 where the word is none. */
  int weekday(String word) {
    return weekdays.getOrDefault(Folding.fold(word), 0);
  }

  /** Whether the word names a time zone. */
  boolean isZone(String word) {
    return zones.containsKey(Folding.fold(word));
  }

  /** The zone's minutes east of Greenwich. */
  int zoneMinutes(String word) {
    return zones.getOrDefault(Folding.fold(word), 0);
  }

  /** An alternation of all months. */
  String monthPattern() {
    return alternation(writtenMonths);
  }

  /** An alternation of all weekdays. */
  String weekdayPattern() {
    return alternation(writtenWeekdays);
  }

  private static String alternation(Set<String> words) {
    return words.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }
}
