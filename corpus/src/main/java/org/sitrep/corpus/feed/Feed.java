package org.sitrep.corpus.feed;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A feed as it was read.
 *
 * @param title the feed's title, empty where it has none
 * @param language the language that it declares, as a BCP 47 tag
 * @param entries its entries, in its order
 * @param fault where and why reading ended before the feed did; empty where it was read to its end
 * @param note what was wrong with the feed and could be mended; empty where nothing was
 */
public record Feed(
    String title,
    Optional<String> language,
    List<FeedEntry> entries,
    Optional<String> fault,
    Optional<String> note) {
  /** Checks and copies the parts. */
  public Feed {
    requireNonNull(title, "title");
    requireNonNull(language, "language");
    entries = List.copyOf(entries);
    requireNonNull(fault, "fault");
    requireNonNull(note, "note");
  }
}
