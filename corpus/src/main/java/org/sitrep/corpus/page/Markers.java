package org.sitrep.corpus.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
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
  private static final Pattern AROUND =
      Pattern.compile("^[\\s\\p{Punct}\\d«»‹›→←↑•·–—…|“”]+|[\\s\\p{Punct}\\d«»‹›→←↑•·–—…|“”]+$");
  private static final Pattern OPENING = Pattern.compile("^[(\\[“\"«>»→\\s]+(?=\\p{L})");
  private static final Pattern LEADING_COUNT = Pattern.compile("^\\d+\\s+");
  private static final int LONGEST_LOOKED_AT = 300;

  private static final Markers STANDARD = load("markers.txt");

  private final Map<Marker, Set<String>> whole = new EnumMap<>(Marker.class);
  private final Map<Marker, Map<String, List<String>>> starts = new EnumMap<>(Marker.class);
  private final Map<Marker, List<String>> parts = new EnumMap<>(Marker.class);
  private final Map<Marker, List<String>> ends = new EnumMap<>(Marker.class);

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
    return markers;
  }

  private void add(String[] entry) {
    Marker marker = Marker.valueOf(entry[0].toUpperCase(Locale.ROOT));
    for (String written : entry[2].split("\\|", -1)) {
      String phrase = Folding.fold(written);
      switch (entry[1]) {
        case "line" -> whole.computeIfAbsent(marker, m -> new HashSet<>()).add(stripped(phrase));
        case "start" ->
            starts
                .computeIfAbsent(marker, m -> new HashMap<>())
                .computeIfAbsent(firstWord(phrase), w -> new ArrayList<>())
                .add(phrase);
        case "part" -> parts.computeIfAbsent(marker, m -> new ArrayList<>()).add(phrase);
        case "end" -> ends.computeIfAbsent(marker, m -> new ArrayList<>()).add(phrase);
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
    static Wording of(String content) {
      String start = content.substring(0, Math.min(content.length(), LONGEST_LOOKED_AT));
      String folded = Folding.fold(OPENING.matcher(start).replaceFirst(""));
      boolean whole = content.length() <= LONGEST_LOOKED_AT;
      return new Wording(
          folded, LEADING_COUNT.matcher(folded).replaceFirst(""), whole ? stripped(folded) : "");
    }
  }

  /** Returns the phrase by which a text is of a kind, empty where it is not. */
  Optional<String> find(Marker marker, Wording text) {
    if (isWhole(marker, text)) {
      return Optional.of(text.bare());
    }
    return startOf(marker, text.folded())
        .or(() -> startOf(marker, text.uncounted()))
        .or(() -> anywhere(marker).stream().filter(text.folded()::contains).findFirst())
        .or(() -> endings(marker).stream().filter(text.bare()::endsWith).findFirst());
  }

  boolean is(Marker marker, String content) {
    return find(marker, Wording.of(content)).isPresent();
  }

  /** Whether the text as a whole is a phrase of the kind. */
  boolean isWhole(Marker marker, Wording text) {
    return !text.bare().isEmpty() && whole.getOrDefault(marker, Set.of()).contains(text.bare());
  }

  private List<String> endings(Marker marker) {
    return ends.getOrDefault(marker, List.of());
  }

  /** Returns the longest phrase of the kind with which a text begins, and a word ends. */
  Optional<String> startOf(Marker marker, String folded) {
    String found = null;
    List<String> phrases =
        starts.getOrDefault(marker, Map.of()).getOrDefault(firstWord(folded), List.of());
    for (String phrase : phrases) {
      boolean longer = found == null || phrase.length() > found.length();
      if (longer && folded.startsWith(phrase) && endsWord(folded, phrase)) {
        found = phrase;
      }
    }
    return Optional.ofNullable(found);
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
    String bare = AROUND.matcher(folded).replaceAll("");
    return bare.isEmpty() ? folded : bare;
  }

  /** The phrases of a kind that may stand anywhere. */
  List<String> anywhere(Marker marker) {
    return parts.getOrDefault(marker, List.of());
  }
}
