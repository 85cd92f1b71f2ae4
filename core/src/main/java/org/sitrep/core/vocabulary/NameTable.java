package org.sitrep.core.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.vocabulary.CountryFile.Entry;
import org.sitrep.core.vocabulary.CountryFile.Row;

/**
 * Countries by the labels, names and adjectives of one file. Only the phrases with the first letter
 * of the word that is asked for are written out, once for each letter.
 */
final class NameTable {
  private final Supplier<List<Row>> rows;
  private final Map<Integer, Map<String, Country>> byInitial = new ConcurrentHashMap<>();

  NameTable(Supplier<List<Row>> rows) {
    this.rows = rows;
  }

  /** The country of a key that is not empty; null where it is none's. */
  @Nullable Country find(String key) {
    int initial = key.codePointAt(0);
    Map<String, Country> names = byInitial.get(initial);
    if (names == null) {
      names = read(initial);
      if (!names.isEmpty()) {
        byInitial.put(initial, names);
      }
    }
    return names.get(key);
  }

  private Map<String, Country> read(int initial) {
    Map<String, Country> first = new HashMap<>();
    Map<String, Country> second = new HashMap<>();
    for (Row row : rows.get()) {
      Country country = Country.Known.BY_CODE.get(row.code());
      if (country != null && (row.is("label") || row.is("name") || row.is("adjective"))) {
        for (Entry entry : row.entries(initial)) {
          Map<String, Country> claims = entry.has('~') ? second : first;
          claims.putIfAbsent(CountryNames.key(entry.text()), country);
        }
      }
    }
    second.forEach(first::putIfAbsent);
    return first;
  }
}
