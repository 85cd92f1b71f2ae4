package org.sitrep.corpus.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of a feed: texts by the names of their elements, {@code dc:} and {@code content:}
 * before those of the two extensions that are read. Texts are as they stand in the feed, markup and
 * all; but the dates of mail are in ISO 8601, and an entry of Atom without an author has that of
 * its feed.
 *
 * @param texts the texts of each element, in the order of the feed
 */
public record FeedEntry(Map<String, List<String>> texts) {
  /** The name of the language that the entry declares of itself. */
  public static final String LANGUAGE = "xml:lang";

  /** Copies the texts. */
  public FeedEntry {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    texts.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    texts = java.util.Collections.unmodifiableMap(copy);
  }

  /**
   * Returns a text.
   *
   * @param names names of elements, the preferred first
   * @return the first text that is not blank
   */
  public Optional<String> first(String... names) {
    return all(names).stream().findFirst();
  }

  /**
   * Returns texts.
   *
   * @param names names of elements
   * @return all texts that are not blank, in the order of the names
   */
  public List<String> all(String... names) {
    List<String> all = new ArrayList<>();
    for (String name : names) {
      for (String text : texts.getOrDefault(name, List.of())) {
        if (!text.isBlank()) {
          all.add(text.strip());
        }
      }
    }
    return all;
  }
}
