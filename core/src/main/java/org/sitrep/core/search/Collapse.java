package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.sitrep.core.article.Facet;

/**
 * Asks for one hit a story: of the articles that match and are the same text, the best copy, with
 * the others listed on it ({@link Hit#copies()}). An article without copies is a story of one. The
 * articles of a story that do not match take no part: neither as hits nor as copies.
 *
 * <p>Starts with {@link #first()}, {@link #longest()} or {@link #preferring}; immutable and safe
 * for use by several threads.
 *
 * @param best which of the copies that match stands for the story
 * @param sources for {@link Best#PREFERRED_SOURCE} the keys of the publishers, the most preferred
 *     first, 1 to {@value #MAX_SOURCES}; empty otherwise
 * @param counted what the facets and the timeline count
 */
public record Collapse(Best best, List<String> sources, Counted counted) {
  /** The largest number of preferred publishers. */
  public static final int MAX_SOURCES = 100;

  /** Which copy stands for its story. */
  public enum Best {
    /** The one published first, by the start of its date; unknown dates last, equals by id. */
    FIRST,
    /** The one with the longest body, in characters; equals as with {@link #FIRST}. */
    LONGEST,
    /**
     * The one of the publisher that is preferred most; those of other publishers and of none after
     * them, equals as with {@link #FIRST}.
     */
    PREFERRED_SOURCE
  }

  /** What a count of a facet's value is the number of. */
  public enum Counted {
    /**
     * Stories: a story counts once for each value that one of its copies would be a hit for. A
     * value's count is then the {@link SearchResults#total()} there will be when it is selected.
     */
    STORIES,
    /**
     * Articles, copies too. A value's count is then the {@link SearchResults#articles()} there will
     * be when it is selected.
     */
    ARTICLES
  }

  /** Checks and copies the parts; a source in any spelling becomes its key. */
  public Collapse {
    requireNonNull(best, "best");
    sources =
        requireNonNull(sources, "sources").stream()
            .map(source -> SelectedValue.key(Facet.SOURCE, source))
            .distinct()
            .toList();
    requireNonNull(counted, "counted");
    if (best == Best.PREFERRED_SOURCE && sources.isEmpty()) {
      throw new IllegalArgumentException("sources are empty");
    }
    if (best != Best.PREFERRED_SOURCE && !sources.isEmpty()) {
      throw new IllegalArgumentException("sources are not asked for: " + sources);
    }
    if (sources.size() > MAX_SOURCES) {
      throw new IllegalArgumentException(
          "sources are more than %d: %d".formatted(MAX_SOURCES, sources.size()));
    }
  }

  /**
   * Takes the copy that was published first, and counts stories.
   *
   * @return the collapse
   */
  public static Collapse first() {
    return new Collapse(Best.FIRST, List.of(), Counted.STORIES);
  }

  /**
   * Takes the longest copy, and counts stories.
   *
   * @return the collapse
   */
  public static Collapse longest() {
    return new Collapse(Best.LONGEST, List.of(), Counted.STORIES);
  }

  /**
   * Takes the copy of the publisher that is preferred most, and counts stories.
   *
   * @param sources the publishers in any spelling that has the right key, the most preferred first,
   *     1 to {@value #MAX_SOURCES}
   * @return the collapse
   */
  public static Collapse preferring(String... sources) {
    return new Collapse(Best.PREFERRED_SOURCE, List.of(sources), Counted.STORIES);
  }

  /**
   * Returns this collapse with another unit of counts.
   *
   * @param counted what facets and timeline count
   * @return the changed collapse
   */
  public Collapse counting(Counted counted) {
    return new Collapse(best, sources, counted);
  }
}
