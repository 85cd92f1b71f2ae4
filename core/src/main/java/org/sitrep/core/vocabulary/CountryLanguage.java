package org.sitrep.core.vocabulary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sitrep.core.vocabulary.CountryFile.Entry;
import org.sitrep.core.vocabulary.CountryFile.Row;

/**
 * A language other than English that countries and topics are named in. Each has files of its own,
 * which are read when the language is first met; all that changes is that they have been read.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum CountryLanguage {
  GERMAN("de", Script.LATIN),
  FRENCH("fr", Script.LATIN),
  SPANISH("es", Script.LATIN),
  ITALIAN("it", Script.LATIN),
  POLISH("pl", Script.LATIN),
  UKRAINIAN("uk", Script.CYRILLIC),
  RUSSIAN("ru", Script.CYRILLIC);

  /** What a language is written in, and which of the English names can be read in its texts. */
  @SuppressWarnings("ImmutableEnumChecker")
  private enum Script {
    LATIN(Set.of("label", "name", "capital"), 5),
    CYRILLIC(Set.of("label", "name", "capital", "metonym", "place"), 3);

    final Set<String> english;

    /** How many letters begin a name: fewer Latin ones begin too many English words. */
    final int fewestLetters;

    Script(Set<String> english, int fewestLetters) {
      this.english = english;
      this.fewestLetters = fewestLetters;
    }

    static Script of(String key) {
      return key.codePoints()
              .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
          ? CYRILLIC
          : LATIN;
    }
  }

  /** English places, which are not names of countries even where another language has them so. */
  private static final NameTable ENGLISH_PLACES =
      new NameTable(() -> Country.English.ROWS, Set.of("place", "capital"), true);

  private final String tag;
  private final Script script;
  private final Lazy<List<Row>> rows = new Lazy<>(this::read);
  private final NameTable names = new NameTable(this::rows, NameTable.NAMES, false);
  private final Lazy<List<CountryNames.Name>> allNames =
      new Lazy<>(() -> CountryNames.Name.of(rows()));
  private final Lazy<Gazetteer> gazetteer = new Lazy<>(() -> new Gazetteer(this));

  CountryLanguage(String tag, Script script) {
    this.tag = tag;
    this.script = script;
  }

  /** The language of a BCP 47 tag; empty for English and for every language without names. */
  static Optional<CountryLanguage> of(String languageTag) {
    String primary = primary(languageTag);
    for (CountryLanguage language : values()) {
      if (language.tag.equals(primary)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  static boolean isEnglish(String languageTag) {
    return primary(languageTag).equals("en");
  }

  private static String primary(String languageTag) {
    int end = 0;
    while (end < languageTag.length() && Character.isLetter(languageTag.charAt(end))) {
      end++;
    }
    return languageTag.substring(0, end).toLowerCase(Locale.ROOT);
  }

  String tag() {
    return tag;
  }

  /** The country that a name or an adjective of some language means; English ones are not asked. */
  static Optional<Country> named(String key) {
    Script script = Script.of(key);
    if (ENGLISH_PLACES.find(key) != null) {
      return Optional.empty();
    }
    for (CountryLanguage language : values()) {
      if (language.script == script) {
        Country country = language.names.find(key);
        if (country != null) {
          return Optional.of(country);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The names and adjectives of the languages in the letters of a word's beginning; none for too
   * few letters.
   */
  static List<CountryNames.Name> names(String key) {
    Script script = Script.of(key);
    return key.codePointCount(0, key.length()) < script.fewestLetters
        ? List.of()
        : Arrays.stream(values())
            .filter(language -> language.script == script)
            .flatMap(language -> language.allNames.get().stream())
            .toList();
  }

  /** The rows of its file. */
  List<Row> rows() {
    return rows.get();
  }

  /** The phrases of its file, ready for finding. */
  Gazetteer gazetteer() {
    return gazetteer.get();
  }

  /**
   * Whether an English phrase is looked for in its texts too: names that stand for one thing only
   * and that its own file says nothing of. Among the same letters abbreviations are left out, for
   * they abbreviate other things there.
   */
  boolean takesEnglish(Row row, Entry entry) {
    if (!script.english.contains(row.kind()) || !entry.marks().isEmpty()) {
      return false;
    }
    boolean isAbbreviation = entry.text().chars().noneMatch(Character::isLowerCase);
    return script == Script.CYRILLIC || !isAbbreviation;
  }

  private List<Row> read() {
    return CountryFile.read("countries_" + tag + ".tsv");
  }
}
