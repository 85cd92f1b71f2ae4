package org.sitrep.core.vocabulary;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.core.vocabulary.CountryFile.Entry;
import org.sitrep.core.vocabulary.CountryFile.Row;

/**
 * What a country can be asked for by. Most people type a label, so the labels are looked at first,
 * then the other English names, then codes, then the names of other languages; each is read only
 * when those before it do not know the words.
 */
final class CountryNames {
  private CountryNames() {}

  static Optional<Country> find(String words) {
    String key = key(words);
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
    return byIso3.isPresent() ? byIso3 : CountryLanguage.named(key);
  }

  /** The countries of which a name, an adjective or the code has a word that begins so. */
  static List<Country> beginning(String start) {
    String key = key(start);
    if (key.isEmpty()) {
      return List.of();
    }
    Set<Country> found = new HashSet<>();
    find(start).ifPresent(found::add);
    for (Map.Entry<String, Country> name : AllEnglish.NAMES) {
      // All names are kept with a blank before each word.
      if (name.getKey().contains(" " + key)) {
        found.add(name.getValue());
      }
    }
    return found.stream().sorted(Comparator.comparing(Country::label)).toList();
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

  /** Every English name, adjective and code, each with a blank before it. */
  private static final class AllEnglish {
    static final List<Map.Entry<String, Country>> NAMES = names();

    private AllEnglish() {}

    private static List<Map.Entry<String, Country>> names() {
      Set<Map.Entry<String, Country>> names = new LinkedHashSet<>();
      for (Row row : Country.English.ROWS) {
        Country country = Country.Known.BY_CODE.get(row.code());
        if (country != null && NameTable.NAMES.contains(row.kind())) {
          for (Entry entry : row.entries()) {
            names.add(Map.entry(" " + key(entry.text()), country));
          }
        }
      }
      Country.all().forEach(c -> names.add(Map.entry(" " + key(c.code()), c)));
      return List.copyOf(names);
    }
  }
}
