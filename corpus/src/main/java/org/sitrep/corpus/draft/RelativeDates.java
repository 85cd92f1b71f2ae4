package org.sitrep.corpus.draft;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds dates that are counted from the time of reading, by the words of {@code relative.txt}.
 * Stateless; safe for use by several threads.
 */
public final class RelativeDates {
  /** Where longer than a dateline, a text is not looked through. */
  private static final int LONGEST = 300;

  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "second", ChronoUnit.SECONDS,
          "minute", ChronoUnit.MINUTES,
          "hour", ChronoUnit.HOURS,
          "day", ChronoUnit.DAYS,
          "week", ChronoUnit.WEEKS,
          "month", ChronoUnit.MONTHS,
          "year", ChronoUnit.YEARS);
  private static final Map<String, Integer> DAYS =
      Map.of("today", 0, "yesterday", 1, "day-before", 2);
  private static final String OPEN = "(?<![\\p{L}\\p{M}\\d'’-])";
  private static final String CLOSED = "(?![\\p{L}\\p{M}\\d'’])";

  private static final Map<String, List<String>> WORDS = load();
  private static final Pattern DATE = pattern();

  /** Of each date one of these words is a part, so that most lines need not be matched. */
  private static final Set<String> SIGNS =
      Stream.of("before", "after", "now", "today", "yesterday", "day-before")
          .flatMap(RelativeDates::words)
          .map(RelativeDates::longestWord)
          .collect(Collectors.toUnmodifiableSet());

  private RelativeDates() {}

  /**
   * Finds the first relative date of a text.
   *
   * @param text the text, such as a line of a page
   * @return the date, empty where there is none or the text is longer than a dateline
   */
  public static Optional<RelativeDate> find(String text) {
    if (text.length() > LONGEST || !hasSign(text)) {
      return Optional.empty();
    }
    Matcher matcher = DATE.matcher(text);
    return matcher.find() ? read(matcher) : Optional.empty();
  }

  private static boolean hasSign(String text) {
    int at = 0;
    while (at < text.length()) {
      int end = endOfWord(text, at);
      if (end > at && SIGNS.contains(text.substring(at, end).toLowerCase(Locale.ROOT))) {
        return true;
      }
      at = Math.max(end, at + 1);
    }
    return false;
  }

  private static int endOfWord(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static String longestWord(String phrase) {
    return Arrays.stream(phrase.split("\\P{L}+", -1))
        .max(Comparator.comparingInt(String::length))
        .orElse(phrase);
  }

  /**
   * Reads a text that is a relative date and nothing else.
   *
   * @param text the text
   * @return the date, empty where the text says more, or something else
   */
  public static Optional<RelativeDate> parse(String text) {
    String stripped = text.strip();
    return find(stripped).filter(d -> d.start() == 0 && d.end() == stripped.length());
  }

  private static Optional<RelativeDate> read(Matcher matcher) {
    for (Map.Entry<String, Integer> day : DAYS.entrySet()) {
      if (matcher.group(group(day.getKey())) != null) {
        Optional<LocalTime> time =
            Optional.ofNullable(matcher.group("hour"))
                .map(
                    h -> LocalTime.of(Integer.parseInt(h), Integer.parseInt(matcher.group("min"))));
        return Optional.of(date(matcher, day.getValue(), ChronoUnit.DAYS, time));
      }
    }
    if (matcher.group("now") != null) {
      return Optional.of(date(matcher, 0, ChronoUnit.MINUTES, Optional.empty()));
    }
    if (matcher.group("alone") != null) {
      return unit(matcher.group("alone"), matcher.group())
          .map(unit -> date(matcher, 1, unit, Optional.empty()));
    }
    String side = matcher.group("unit1") != null ? "1" : "2";
    String number = matcher.group("n" + side);
    int amount = Character.isDigit(number.charAt(0)) ? Integer.parseInt(number) : 1;
    return unit(matcher.group("unit" + side), matcher.group())
        .map(unit -> date(matcher, amount, unit, Optional.empty()));
  }

  private static RelativeDate date(
      Matcher matcher, int amount, ChronoUnit unit, Optional<LocalTime> time) {
    return new RelativeDate(
        matcher.start(), matcher.end(), matcher.group().strip(), amount, unit, time);
  }

  /** The unit of a word; "год" is an hour in Ukrainian ("год тому") and a year in Russian. */
  private static Optional<ChronoUnit> unit(String word, String whole) {
    String small = word.toLowerCase(Locale.ROOT);
    boolean russianYear = small.equals("год") && whole.toLowerCase(Locale.ROOT).endsWith("назад");
    if (russianYear) {
      return Optional.of(ChronoUnit.YEARS);
    }
    return Stream.of("second", "minute", "hour", "day", "week", "month", "year")
        .filter(unit -> WORDS.getOrDefault(unit, List.of()).contains(small))
        .findFirst()
        .map(UNITS::get);
  }

  private static Map<String, List<String>> load() {
    Map<String, List<String>> words = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(RelativeDates.class.getResourceAsStream("relative.txt")),
                StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] entry = line.split("\\s+", 2);
          words.put(entry[0], Arrays.stream(entry[1].split("\\|", -1)).map(String::strip).toList());
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Map.copyOf(words);
  }

  private static Pattern pattern() {
    String units =
        any(UNITS.keySet().stream().flatMap(u -> WORDS.getOrDefault(u, List.of()).stream()));
    String one = any(words("one"));
    String days =
        DAYS.keySet().stream()
            .map(d -> "(?<%s>%s)".formatted(group(d), any(words(d))))
            .collect(Collectors.joining("|", "(?:", ")"));
    return Pattern.compile(
        OPEN
            + "(?:(?<now>"
            + any(words("now"))
            + ")"
            + CLOSED
            + "|"
            + any(words("before"))
            + "\\s+(?<n1>\\d{1,3}|"
            + one
            + ")\\s*(?<unit1>"
            + units
            + ")"
            + CLOSED
            + "\\.?|(?<n2>\\d{1,3}|"
            + one
            + ")\\s*(?<unit2>"
            + units
            + ")\\.?\\s+"
            + any(words("after"))
            + CLOSED
            + "|(?<alone>"
            + any(words("alone"))
            + ")\\s+"
            + any(words("after"))
            + CLOSED
            + "|"
            + days
            + CLOSED
            + "(?:[\\s,|•·–-]+(?:(?:at|um|à|a las|alle|ore|o|о|об|в)\\s+)?"
            + "(?<hour>[01]?\\d|2[0-3])[:h](?<min>[0-5]\\d)(?!\\d)(?:\\s+Uhr)?)?)",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String group(String day) {
    return day.replace("-", "");
  }

  private static Stream<String> words(String kind) {
    return WORDS.getOrDefault(kind, List.of()).stream();
  }

  /** An alternation, the longest first. */
  private static String any(Stream<String> words) {
    return words
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|", "(?:", ")"));
  }
}
