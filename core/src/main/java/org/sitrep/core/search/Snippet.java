package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A passage of an article, as written, and what in it matched.
 *
 * @param text the passage
 * @param matches the places in the text that matched the query, in order, none overlapping; empty
 *     where nothing of the body matched and its beginning stands in
 */
public record Snippet(String text, List<Span> matches) {
  /** Checks and copies the parts. */
  public Snippet {
    requireNonNull(text, "text");
    matches = List.copyOf(matches);
    int last = 0;
    for (Span match : matches) {
      if (match.start() < last || match.end() > text.length()) {
        throw new IllegalArgumentException("match is out of place: " + match);
      }
      last = match.end();
    }
  }
}
