package org.sitrep.core.index.help;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.io.IOException;
import java.util.List;

/**
 * What the words and values of one reader complete to, kept from one letter typed to the next: the
 * fewer letters, the more terms begin with them. Made with the reader and dropped with it; safe for
 * use by several threads.
 */
public final class SuggestionCache {
  /** How many words and values are kept; some 100 bytes each. */
  private static final int MOST = 20_000;

  /** Works out what is not kept yet. */
  interface Finder<T> {
    List<T> find() throws IOException;
  }

  private final Cache<Object, List<?>> kept =
      CacheBuilder.newBuilder()
          .maximumWeight(MOST)
          .weigher((Object key, List<?> found) -> 1 + found.size())
          .concurrencyLevel(1) // each part has its share of the weight
          .build();

  /** Makes a cache of nothing. */
  public SuggestionCache() {}

  /** Returns what is kept for a key, which is always of one type, or finds and keeps it. */
  <T> List<T> get(Record key, Finder<T> finder) throws IOException {
    @SuppressWarnings("unchecked") // the key's class says of what type the list is
    List<T> known = (List<T>) kept.getIfPresent(key);
    if (known == null) {
      known = List.copyOf(finder.find());
      kept.put(key, known);
    }
    return known;
  }

  /** Keeps nothing more for a key. */
  void drop(Record key) {
    kept.invalidate(key);
  }
}
