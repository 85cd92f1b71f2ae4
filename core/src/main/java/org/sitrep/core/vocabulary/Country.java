package org.sitrep.core.vocabulary;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitrep.core.vocabulary.CountryFile.Entry;
import org.sitrep.core.vocabulary.CountryFile.Row;

/**
 * A country: its code and its English label.
 *
 * <p>The countries are those of ISO 3166-1, Kosovo (XK), and the Soviet Union (SU), Yugoslavia
 * (YU), East Germany (DD) and Czechoslovakia (CS), which older news names. There is one instance
 * for each code. Immutable; safe for use by several threads.
 */
public final class Country {
  private final String code;
  private final String label;

  private Country(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /**
   * The code.
   *
   * @return two capital letters, as in {@code UA}
   */
  public String code() {
    return code;
  }

  /**
   * The English label.
   *
   * @return the common short name, as in {@code Ukraine}; different for each country
   */
  public String label() {
    return label;
  }

  /**
   * The label in a language. English is this library's own; other languages are the JDK's, and so
   * may differ between its versions.
   *
   * @param locale the language
   * @return the name of the country in that language, the English label where it is not known
   */
  public String label(Locale locale) {
    requireNonNull(locale, "locale");
    if (locale.getLanguage().isEmpty() || locale.getLanguage().equals("en")) {
      return label;
    }
    String display = Locale.of("", code).getDisplayCountry(locale);
    return display.isEmpty() || display.equals(code) ? label : display;
  }

  /**
   * Every country, in the order of the labels.
   *
   * @return an unmodifiable list
   */
  public static List<Country> all() {
    return InOrder.ALL;
  }

  /**
   * The country with a code.
   *
   * @param code two letters in any case
   * @return the country, empty where no country has the code
   */
  public static Optional<Country> ofCode(String code) {
    requireNonNull(code, "code");
    Country exact = Known.BY_CODE.get(code);
    return exact != null
        ? Optional.of(exact)
        : Optional.ofNullable(Known.BY_CODE.get(code.toUpperCase(Locale.ROOT)));
  }

  /**
   * The country that a person means by a word: a code, a name in use or out of use, an adjective or
   * the name of the people. Case, accents, dots and apostrophes do not count. Capitals and other
   * places are no names of a country. A name that several countries have gives the one with the
   * first claim: "georgia" is the country, "congo" is Congo (Kinshasa).
   *
   * @param words what a person typed: {@code UA}, {@code ukrainian}, {@code burma}, {@code u.s.}
   * @return the country, empty where the words name none
   */
  public static Optional<Country> named(String words) {
    requireNonNull(words, "words");
    String key = Names.key(words);
    Optional<Country> byName = Optional.ofNullable(Names.BY_KEY.get(key));
    return byName.isPresent() ? byName : ofCode(key);
  }

  /**
   * The code and the label.
   *
   * @return as in {@code UA Ukraine}
   */
  @Override
  public String toString() {
    return code + " " + label;
  }

  /** The countries and the rows that speak of them, read once. */
  static final class Known {
    static final List<Row> ROWS = CountryFile.read();
    static final Map<String, Country> BY_CODE = byCode();

    private Known() {}

    private static Map<String, Country> byCode() {
      Map<String, Country> countries = new LinkedHashMap<>(512);
      for (Row row : ROWS) {
        if (row.is("label")) {
          countries.put(row.code(), new Country(row.code(), Entry.of(row.phrases()).text()));
        }
      }
      return countries;
    }
  }

  /** Every country in the order of the labels. */
  private static final class InOrder {
    static final List<Country> ALL =
        Known.BY_CODE.values().stream().sorted(Comparator.comparing(Country::label)).toList();

    private InOrder() {}
  }

  /** What a country can be asked for by. */
  private static final class Names {
    static final Map<String, Country> BY_KEY = byKey();

    private Names() {}

    private static Map<String, Country> byKey() {
      Map<String, Country> names = new HashMap<>(8192);
      addNames(names, false);
      addNames(names, true);
      return names;
    }

    /** Adds the phrases with the first claim, or the others, which give way to them. */
    private static void addNames(Map<String, Country> names, boolean second) {
      for (Row row : Known.ROWS) {
        Country country = Known.BY_CODE.get(row.code());
        if (country != null && (row.is("label") || row.is("name") || row.is("adjective"))) {
          for (Entry entry : row.entries()) {
            if (entry.has('~') == second) {
              names.putIfAbsent(key(entry.text()), country);
            }
          }
        }
      }
    }

    static String key(String words) {
      StringBuilder key = new StringBuilder(words.length());
      WordScanner scanner = new WordScanner(words);
      int at = 0;
      while (scanner.next(at)) {
        String word = scanner.folded().replace(".", "");
        if (!key.isEmpty() && word.length() > 0) {
          key.append(' ');
        }
        key.append(word);
        at = scanner.resume();
      }
      return key.toString();
    }
  }
}
