package org.sitrep.core.vocabulary;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.core.vocabulary.CountryFile.Entry;
import org.sitrep.core.vocabulary.CountryFile.Row;

/**
 * What a country can be asked for by. Most people type a label, so the labels are looked at first,
 * then the other English names, then codes, then the names of other languages; each is read only
 * when those before it do not know the words.
 */
final class CountryNames {
  private static final String ARTICLE = "the ";

  private CountryNames() {}

  static Optional<Country> find(String words) {
    String key = key(words);
    Optional<Country> found = ofKey(key);
    return found.isEmpty() && key.startsWith(ARTICLE)
        ? ofKey(key.substring(ARTICLE.length()))
        : found;
  }

  private static Optional<Country> ofKey(String key) {
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Country label = Labels.BY_KEY.get(key);
    Country english = label != null ? label : English.TABLE.find(key);
    if (english != null) {
      return Optional.of(english);
    }
    Optional<Country> byCode = Country.ofCode(key);
    Optional<Country> byIso3 = byCode.or(() -> Optional.ofNullable(ThreeLetters.BY_KEY.get(key)));
    Optional<Country> byNumber = byIso3.or(() -> CountryNumbers.find(key));
    return byNumber.isPresent() ? byNumber : CountryLanguage.named(key);
  }

  /**
   * The countries of which a name, an adjective or the code has a word that begins so, in the order
   * of the labels, each with that name: its label where this begins so, else the first of its other
   * names, those before others whose first word begins so, and names of other languages last.
   */
  static Map<Country, String> beginning(String start) {
    String key = key(start);
    Map<Country, String> found = new TreeMap<>((a, b) -> a.label().compareTo(b.label()));
    if (key.isEmpty()) {
      return found;
    }
    find(start).ifPresent(country -> found.put(country, start.strip()));
    for (boolean first : new boolean[] {false, true}) {
      for (Name name : AllEnglish.NAMES.reversed()) {
        if (first ? name.key().startsWith(" " + key) : name.key().contains(" " + key)) {
          if (name.isFoundBy(key)) {
            found.put(name.country(), name.text());
          }
        }
      }
    }
    AllEnglish.LABELS.forEach(
        (country, label) -> {
          if (label.contains(" " + key)) {
            found.put(country, country.label());
          }
        });
    for (Name name : CountryLanguage.names(key)) {
      if (name.key().contains(" " + key) && name.isFoundBy(key)) {
        found.putIfAbsent(name.country(), name.text());
      }
    }
    return found;
  }

  /** The words as names are compared: folded, without dots and apostrophes. */
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

  /** The labels that no other country has the first claim to. */
  private static final class Labels {
    static final Map<String, Country> BY_KEY = byKey();

    private Labels() {}

    private static Map<String, Country> byKey() {
      Map<String, Country> labels = new HashMap<>(512);
      for (Row row : Country.Known.LABELS) {
        Country country = Country.Known.BY_CODE.get(row.code());
        if (country != null && !Entry.of(row.phrases()).has('~')) {
          labels.put(key(country.label()), country);
        }
      }
      return labels;
    }
  }

  /** The codes of three letters that ISO 3166-1 gives, as the JDK knows them. */
  private static final class ThreeLetters {
    static final Map<String, Country> BY_KEY = byKey();

    private ThreeLetters() {}

    private static Map<String, Country> byKey() {
      Map<String, Country> codes = new HashMap<>(512);
      for (String code : Locale.getISOCountries()) {
        String three = Locale.of("", code).getISO3Country();
        Country.ofCode(code).ifPresent(country -> codes.put(key(three), country));
      }
      return codes;
    }
  }

  private static final class English {
    static final NameTable TABLE = new NameTable(() -> Country.English.ROWS, NameTable.NAMES, true);

    private English() {}
  }

  /**
   * A name beside the label.
   *
   * @param key the name as names are compared, with a blank before each word
   * @param text the name as it is written
   */
  record Name(String key, String text, Country country) {
    /** How much of a name has to be typed: few letters begin words that nobody thinks of. */
    private static final int FEWEST_LETTERS = 3;

    private static final Set<String> SMALL_WORDS = Set.of("of", "the", "and");

    /** The names and adjectives in the rows of a file. */
    static List<Name> of(List<Row> rows) {
      Set<Name> names = new LinkedHashSet<>();
      for (Row row : rows) {
        Country country = Country.Known.BY_CODE.get(row.code());
        if (country != null && NameTable.NAMES.contains(row.kind())) {
          for (Entry entry : row.entries()) {
            names.add(new Name(" " + CountryNames.key(entry.text()), entry.text(), country));
          }
        }
      }
      return List.copyOf(names);
    }

    /** Says whether what a word of the name begins with is enough to mean it. */
    boolean isFoundBy(String start) {
      int at = key.indexOf(" " + start);
      int end = at + 1 + start.length();
      boolean whole = end == key.length() || key.charAt(end) == ' ';
      boolean small = at > 0 && SMALL_WORDS.contains(start);
      return !small && (start.length() >= FEWEST_LETTERS || (at == 0 && whole));
    }
  }

  /** The labels, and every other English name, adjective and code. */
  private static final class AllEnglish {
    static final Map<Country, String> LABELS = labels();
    static final List<Name> NAMES = names();

    private AllEnglish() {}

    private static Map<Country, String> labels() {
      Map<Country, String> labels = new HashMap<>();
      Country.all().forEach(country -> labels.put(country, " " + key(country.label())));
      return labels;
    }

    private static List<Name> names() {
      Set<Name> names = new LinkedHashSet<>(Name.of(Country.English.ROWS));
      Country.all().forEach(c -> names.add(new Name(" " + key(c.code()), c.code(), c)));
      return List.copyOf(names);
    }
  }
}
