package org.sitrep.core.vocabulary;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Comparator;
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
   * The country that a person means by a word: a code of two letters or, as ISO 3166-1 has it, of
   * three letters or digits, a name in use or out of use, an adjective or the name of the people.
   * Case, accents, dots and apostrophes do not count. Capitals and other places are no names of a
   * country. A name that several countries have gives the one with the first claim: "georgia" is
   * the country, "congo" is Congo (Kinshasa). Names and adjectives are known in English and, where
   * they are neither English nor a code, in German, French, Spanish, Italian, Polish, Ukrainian and
   * Russian.
   *
   * @param words what a person typed: {@code UA}, {@code ukrainian}, {@code burma}, {@code u.s.},
   *     {@code Polen}
   * @return the country, empty where the words name none
   */
  public static Optional<Country> named(String words) {
    requireNonNull(words, "words");
    return CountryNames.find(words);
  }

  /**
   * The countries of which a word of a name begins so: what a person who types the beginning of a
   * name may mean. Looks at labels, and from three letters on, or where they are typed in full, at
   * codes and at other English names and adjectives; a whole name in another language that {@link
   * #named} knows counts as well.
   *
   * @param start the beginning of a word of a name, or several words of which the last may be cut
   *     off; case, accents, dots and apostrophes do not count
   * @return the countries, in the order of the labels, each with the name that begins so: its label
   *     where that does; none where the text holds no word
   */
  public static Map<Country, String> beginning(String start) {
    requireNonNull(start, "start");
    return Collections.unmodifiableMap(CountryNames.beginning(start));
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

  /** The countries and their labels, read once. */
  static final class Known {
    static final List<Row> LABELS = CountryFile.readLabels();
    static final Map<String, Country> BY_CODE = byCode();

    private Known() {}

    private static Map<String, Country> byCode() {
      Map<String, Country> countries = new LinkedHashMap<>(512);
      for (Row row : LABELS) {
        countries.put(row.code(), new Country(row.code(), Entry.of(row.phrases()).text()));
      }
      return countries;
    }
  }

  /** Everything that the English file says of countries, read once. */
  static final class English {
    static final List<Row> ROWS = CountryFile.read(CountryFile.ENGLISH);

    private English() {}
  }

  /** Every country in the order of the labels. */
  private static final class InOrder {
    static final List<Country> ALL =
        Known.BY_CODE.values().stream().sorted(Comparator.comparing(Country::label)).toList();

    private InOrder() {}
  }
}
