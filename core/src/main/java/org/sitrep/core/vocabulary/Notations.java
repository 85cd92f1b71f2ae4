package org.sitrep.core.vocabulary;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How amounts and designations are written in all languages, from the file {@code notations.txt},
 * whose header explains it. Read once; immutable and safe for use by several threads.
 */
public final class Notations {
  /** How many UTF-16 units the longest notation has. */
  public static final int MAX_LENGTH = 24;

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

  /**
   * The notations that come with this library. The first call reads their file.
   *
   * @return the notations
   */
  public static Notations standard() {
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
    List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
    words.removeIf(String::isEmpty);
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

  /**
   * Finds a currency.
   *
   * @param notation a word or sign, in small letters
   * @return its code, or null where it is none
   */
  public @Nullable String currency(String notation) {
    return currencies.get(notation);
  }

  /**
   * Finds a currency behind a magnitude, where more words are one.
   *
   * @param notation a word or sign, in small letters
   * @return its code, or null where it is none
   */
  public @Nullable String currencyOfMillions(String notation) {
    String currency = currencies.get(notation);
    return currency == null ? currencies.get("+" + notation) : currency;
  }

  /**
   * Finds a currency by a code, which counts as it is written: DM in capitals.
   *
   * @param asWritten the code
   * @return the currency's usual code, or null where it is none
   */
  public @Nullable String code(String asWritten) {
    return codes.get(asWritten);
  }

  /**
   * Finds a power of ten.
   *
   * @param notation a word, in small letters
   * @return its exponent, such as 6 for "million", or -1 where it is none
   */
  public int magnitude(String notation) {
    return Integer.parseInt(magnitudes.getOrDefault(notation, "-1"));
  }

  /**
   * Finds a power of ten beside a currency, where letters stand for one.
   *
   * @param notation one letter or more, small
   * @return its exponent, or -1 where it is none
   */
  public int shortMagnitude(String notation) {
    return Integer.parseInt(magnitudes.getOrDefault("+" + notation, "-1"));
  }

  /**
   * Finds a unit of measure.
   *
   * @param notation a word, in small letters
   * @return its abbreviation, or null where it is none
   */
  public @Nullable String unit(String notation) {
    return units.get(notation);
  }

  /**
   * Says whether letters right behind a number are a unit of it: "m" in "500m".
   *
   * @param letters the letters, small
   * @return true where they are
   */
  public boolean isJoinedUnit(String letters) {
    return joinedUnits.contains(letters);
  }

  /**
   * Says whether a word is of a family of designations, such as "mark" or "type".
   *
   * @param word a word, in small letters
   * @return true where it is
   */
  public boolean isFamily(String word) {
    return families.containsKey(word);
  }

  /**
   * Finds the letters that a family of designations goes by: "mk" for "mark".
   *
   * @param word a word, in small letters
   * @return the letters, or null where it is of no family
   */
  public @Nullable String family(String word) {
    return families.get(word);
  }

  /**
   * Says whether words are "percent" in some language.
   *
   * @param words the words, in small letters, with a blank between each two
   * @return true where they are
   */
  public boolean isPercent(String words) {
    return percents.contains(words);
  }

  /**
   * Says whether a word is one that others begin with, as in "anti-tank".
   *
   * @param word a word, in small letters
   * @return true where it is
   */
  public boolean isPrefix(String word) {
    return prefixes.contains(word);
  }

  /**
   * Says whether a word before a number makes no designation of both.
   *
   * @param word a word, in small letters
   * @return true for words such as "page"
   */
  public boolean isNever(String word) {
    return never.contains(word);
  }
}
