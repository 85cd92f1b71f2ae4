package org.sitrep.core.index.analysis;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How amounts and designations are written, from the file {@code notations.txt}, whose header
 * explains it. Read once; safe for use by several threads.
 */
final class Notations {
  /** The longest notation. */
  static final int MAX_LENGTH = 24;

  private static final String FILE = "notations.txt";
  private static final Notations STANDARD = read();

  private final Map<String, String> currencies = new HashMap<>();
  private final Map<String, String> magnitudes = new HashMap<>();
  private final Map<String, String> units = new HashMap<>();
  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, String> families = new HashMap<>();
  private final Set<String> never = new HashSet<>();
  private final Set<String> percents = new HashSet<>();
  private final Set<String> prefixes = new HashSet<>();
  private final Set<String> joinedUnits = new HashSet<>();

  private Notations() {}

  static Notations standard() {
    return STANDARD;
  }

  private static Notations read() {
    Notations read = new Notations();
    // Asked for by this class: in a module its resources are closed to others, Guava among them.
    try (InputStream file = requireNonNull(Notations.class.getResourceAsStream(FILE), FILE)) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(read::add);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
    return read;
  }

  private void add(String line) {
    List<String> words = Splitter.on(" ").omitEmptyStrings().splitToList(line);
    String meaning = words.get(1);
    for (String word : words.subList(2, words.size())) {
      String notation = word.replace('_', ' ');
      switch (words.get(0)) {
        case "currency" -> currencies.put(notation, meaning);
        case "code" -> codes.put(notation, meaning);
        case "magnitude" -> magnitudes.put(notation, meaning);
        case "unit" -> units.put(notation, meaning);
        case "family" -> families.put(notation, meaning.equals(".") ? notation : meaning);
        case "never" -> never.add(notation);
        case "percent" -> percents.add(notation);
        case "joined" -> joinedUnits.add(notation);
        case "prefix" -> prefixes.add(notation);
        default -> throw new IllegalStateException(FILE + ": unknown kind: " + line);
      }
    }
    if (words.get(0).equals("currency")) {
      codes.put(meaning, meaning);
    } else if (words.get(0).equals("unit")) {
      units.put(meaning, meaning);
    }
  }

  /** The code of a currency by a word or sign in small letters, or null. */
  @Nullable String currency(String notation) {
    return currencies.get(notation);
  }

  /** The code of a currency by a word that is one only behind a magnitude, or null. */
  @Nullable String currencyOfMillions(String notation) {
    String currency = currencies.get(notation);
    return currency == null ? currencies.get("+" + notation) : currency;
  }

  /** The code of a currency by one that counts as it is written: DM in capitals; or null. */
  @Nullable String code(String asWritten) {
    return codes.get(asWritten);
  }

  /** The power of ten of a word in small letters, or -1. */
  int magnitude(String notation) {
    return Integer.parseInt(magnitudes.getOrDefault(notation, "-1"));
  }

  /** The power of ten of a letter that stands for one only beside a currency, or -1. */
  int shortMagnitude(String notation) {
    return Integer.parseInt(magnitudes.getOrDefault("+" + notation, "-1"));
  }

  /** The abbreviation of a unit by a word in small letters, or null. */
  @Nullable String unit(String notation) {
    return units.get(notation);
  }

  /** Says whether letters right behind a number are a unit of it: "m" in "500m". */
  boolean isJoinedUnit(String letters) {
    return joinedUnits.contains(letters);
  }

  boolean isFamily(String word) {
    return families.containsKey(word);
  }

  /** The letters that stand for a family's: "mk" for "mark"; null where there is no such family. */
  @Nullable String family(String word) {
    return families.get(word);
  }

  /** Says whether words in small letters are "percent" in some language. */
  boolean isPercent(String words) {
    return percents.contains(words);
  }

  /** Says whether a word in small letters is one that others begin with, as in "anti-tank". */
  boolean isPrefix(String word) {
    return prefixes.contains(word);
  }

  boolean isNever(String word) {
    return never.contains(word);
  }
}
