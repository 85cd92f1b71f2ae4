package org.sitrep.core.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.vocabulary.CountryFile.Entry;
import org.sitrep.core.vocabulary.CountryFile.Row;

/**
 * Countries by some of the phrases of one file. Only the phrases with the first letter of the word
 * that is asked for are written out, once for each letter.
 */
final class NameTable {
  static final Set<String> NAMES = Set.of("label", "name", "adjective");

  private final Supplier<List<Row>> rows;
  private final Set<String> kinds;
  private final boolean second;
  private final Map<Integer, Map<String, Country>> byInitial = new ConcurrentHashMap<>();

  /**
   * Prepares a table.
   *
   * @param rows the rows of a file
   * @param kinds the kinds of rows to take
   * @param second whether phrases that usually mean something else are taken too
   */
  NameTable(Supplier<List<Row>> rows, Set<String> kinds, boolean second) {
    this.rows = rows;
    this.kinds = kinds;
    this.second = second;
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
    Map<String, Country> secondMeanings = new HashMap<>();
    for (Row row : rows.get()) {
      Country country = Country.Known.BY_CODE.get(row.code());
      if (country != null && kinds.contains(row.kind())) {
        for (Entry entry : row.entries(initial)) {
          Map<String, Country> claims = entry.has('~') ? secondMeanings : first;
          claims.putIfAbsent(CountryNames.key(entry.text()), country);
        }
      }
    }
    if (second) {
      secondMeanings.forEach(first::putIfAbsent);
    }
    return first;
  }
}
