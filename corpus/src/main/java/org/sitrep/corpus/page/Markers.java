package org.sitrep.corpus.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sitrep.core.vocabulary.Folding;

/** The phrases of {@code markers.txt}, which says what each is for. Immutable. */
final class Markers {
  private static final String AROUND = "«»‹›→←↑•·–—…“”";
  private static final Pattern OPENING = Pattern.compile("^[(\\[“\"«>»→\\s]+(?=\\p{L})");
  private static final Pattern LEADING_COUNT = Pattern.compile("^\\d+\\s+");
  private static final int LONGEST_LOOKED_AT = 300;

  /** Looked for in the clauses around dates, not in lines. */
  private static final Set<Marker> IN_CLAUSES = EnumSet.of(Marker.AHEAD, Marker.BOUND);

  private static final Markers STANDARD = load("markers.txt");

  private final Map<String, Set<Marker>> whole = new HashMap<>();

  /** By their first word, the longest first. */
  private final Map<String, List<Phrase>> starts = new HashMap<>();

  private final List<Phrase> parts = new ArrayList<>();
  private final List<Phrase> ends = new ArrayList<>();

  private record Phrase(Marker marker, String text) {
    boolean begins(String folded) {
      return folded.startsWith(text) && endsWord(folded, text);
    }
  }

  private Markers() {}

  static Markers standard() {
    return STANDARD;
  }

  private static Markers load(String resource) {
    Markers markers = new Markers();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Markers.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        if (!line.isBlank() && !line.startsWith("#")) {
          markers.add(line.strip().split("\\s+", 3));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    markers
        .starts
        .values()
        .forEach(p -> p.sort(Comparator.comparingInt((Phrase s) -> -s.text().length())));
    return markers;
  }

  private void add(String[] entry) {
    Marker marker = Marker.valueOf(entry[0].toUpperCase(Locale.ROOT));
    for (String written : entry[2].split("\\|", -1)) {
      String phrase = Folding.fold(written);
      switch (entry[1]) {
        case "line" ->
            whole.computeIfAbsent(stripped(phrase), w -> EnumSet.noneOf(Marker.class)).add(marker);
        case "start" ->
            starts
                .computeIfAbsent(firstWord(phrase), w -> new ArrayList<>())
                .add(new Phrase(marker, phrase));
        case "part" -> parts.add(new Phrase(marker, phrase));
        case "end" -> ends.add(new Phrase(marker, phrase));
        default -> throw new IllegalArgumentException("marker is of no known kind: " + entry[1]);
      }
    }
  }

  /**
   * A text made ready to be looked up.
   *
   * @param folded its beginning, folded, without what opens it
   * @param uncounted the same without a number before it
   * @param bare the same without numbers and points around it; empty where the text is long
   */
  record Wording(String folded, String uncounted, String bare) {
    /** A line that opens with a letter is folded once, as its key. */
    static Wording of(Line line) {
      String content = line.content;
      boolean plain =
          !content.isEmpty()
              && content.length() <= LONGEST_LOOKED_AT
              && Character.isLetter(content.charAt(0));
      return plain ? new Wording(line.key(), line.key(), stripped(line.key())) : of(content);
    }

    static Wording of(String content) {
      String start = content.substring(0, Math.min(content.length(), LONGEST_LOOKED_AT));
      String folded = Folding.fold(OPENING.matcher(start).replaceFirst(""));
      boolean whole = content.length() <= LONGEST_LOOKED_AT;
      return new Wording(
          folded, LEADING_COUNT.matcher(folded).replaceFirst(""), whole ? stripped(folded) : "");
    }
  }

  /** Returns the kinds of a text, each with the phrase by which it is of that kind. */
  Map<Marker, String> find(Wording text) {
    Map<Marker, String> found = new EnumMap<>(Marker.class);
    for (Marker marker : wholes(text)) {
      found.put(marker, text.bare());
    }
    addStarts(text.folded(), found);
    if (text.uncounted().length() < text.folded().length()) {
      addStarts(text.uncounted(), found);
    }
    for (Phrase part : parts) {
      if (!IN_CLAUSES.contains(part.marker()) && text.folded().contains(part.text())) {
        found.putIfAbsent(part.marker(), part.text());
      }
    }
    for (Phrase end : ends) {
      if (text.bare().endsWith(end.text())) {
        found.putIfAbsent(end.marker(), end.text());
      }
    }
    return found;
  }

  private void addStarts(String folded, Map<Marker, String> found) {
    for (Phrase start : starts.getOrDefault(firstWord(folded), List.of())) {
      if (start.begins(folded)) {
        found.putIfAbsent(start.marker(), start.text());
      }
    }
  }

  boolean is(Marker marker, String content) {
    return find(Wording.of(content)).containsKey(marker);
  }

  /** The kinds that the text as a whole is a phrase of. */
  Set<Marker> wholes(Wording text) {
    return text.bare().isEmpty() ? Set.of() : whole.getOrDefault(text.bare(), Set.of());
  }

  /** Returns the longest phrase of the kind with which a text begins, and a word ends. */
  Optional<String> startOf(Marker marker, String folded) {
    for (Phrase start : starts.getOrDefault(firstWord(folded), List.of())) {
      if (start.marker() == marker && start.begins(folded)) {
        return Optional.of(start.text());
      }
    }
    return Optional.empty();
  }

  private static boolean endsWord(String text, String phrase) {
    int end = phrase.length();
    return end == text.length()
        || !Character.isLetterOrDigit(phrase.charAt(end - 1))
        || !Character.isLetterOrDigit(text.charAt(end));
  }

  private static String firstWord(String folded) {
    int end = 0;
    while (end < folded.length() && Character.isLetterOrDigit(folded.charAt(end))) {
      end++;
    }
    return folded.substring(0, Math.max(end, Math.min(1, folded.length())));
  }

  /** The folded text without counts, points and arrows around it. */
  private static String stripped(String folded) {
    int start = 0;
    int end = folded.length();
    while (start < end && isAround(folded.charAt(start))) {
      start++;
    }
    while (end > start && isAround(folded.charAt(end - 1))) {
      end--;
    }
    return start == end ? folded : folded.substring(start, end);
  }

  private static boolean isAround(char c) {
    return c < 0x7F ? !Character.isLetter(c) : AROUND.indexOf(c) >= 0;
  }

  /** The phrases of a kind that may stand anywhere. */
  List<String> anywhere(Marker marker) {
    return parts.stream().filter(p -> p.marker() == marker).map(Phrase::text).toList();
  }
}
