package org.sitrep.core.vocabulary;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    return byCode.isPresent() ? byCode : CountryLanguage.named(key);
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

  private static final class English {
    static final NameTable TABLE = new NameTable(() -> Country.English.ROWS, NameTable.NAMES, true);

    private English() {}
  }
}
