package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What to ask instead of a request that nothing matches. Every request here can be run as it is and
 * finds exactly as many hits as is said, stories where it collapses them ({@link
 * SearchResults#total}); its query prints as text that reads the same.
 *
 * @param meant the requests that read otherwise what was probably meant so: a misspelt field or
 *     country, the address of an article as its id, a longer or shorter designation, a value in
 *     another field, "or" in small letters as the operator
 * @param spellings for words and values that no article has, up to {@value #MAX_SPELLINGS} each
 *     that exist, the best first
 * @param looser the requests in which fewer words have to match, and how many then do
 * @param without the requests with one word, filter or selection left out, in the order of the
 *     request, then those with all filters and selections left out, and with all left out that no
 *     article has; those that find nothing either are not among them
 * @param skipped how many words were not looked up and requests not counted because the time for
 *     help was over, or because there were too many; 0 where this is everything
 * @param phrases the requests in which the words of phrases, and words joined by punctuation that
 *     no article has so, may stand in another order with others between them, or anywhere
 * @param together where nothing else finds anything, the first request that does with several of
 *     these changes at once
 * @param unmatched the words, phrases, filters and selections that no article has, whatever else is
 *     asked, as {@link org.sitrep.core.query.Query#print printed}; up to {@value #MAX_CLAUSES} of
 *     the query are looked up
 * @param contradictions what is asked for and excluded at once, as {@link
 *     org.sitrep.core.query.Query#print printed}, also by words such as "without"
 * @param choices where a value that no article has, and no other spelling helps, is of a dimension
 *     with up to {@value #MAX_CHOICES} values: the requests with each of those in its place, those
 *     of most hits first
 */
public record NothingFound(
    List<Change> meant,
    List<Respelling> spellings,
    List<Change> looser,
    List<Change> without,
    int skipped,
    List<Change> phrases,
    List<Change> together,
    List<String> unmatched,
    List<String> contradictions,
    List<Change> choices) {

  /** How many spellings there are for a word at most. */
  public static final int MAX_SPELLINGS = 3;

  /** How many words are looked up, and how many clauses left out, at most. */
  public static final int MAX_CLAUSES = 32;

  /** How many values a dimension has at most that are all offered. */
  public static final int MAX_CHOICES = 12;

  /** Checks and copies the parts. */
  public NothingFound {
    meant = List.copyOf(meant);
    spellings = List.copyOf(spellings);
    looser = List.copyOf(looser);
    without = List.copyOf(without);
    phrases = List.copyOf(phrases);
    together = List.copyOf(together);
    unmatched = List.copyOf(unmatched);
    contradictions = List.copyOf(contradictions);
    choices = List.copyOf(choices);
    if (skipped < 0) {
      throw new IllegalArgumentException("skipped is negative: " + skipped);
    }
  }

  /**
   * A request that was changed and what it finds.
   *
   * @param text what was changed: what is left out, or the query that was meant or is looser, as
   *     {@link org.sitrep.core.query.Query#print printed}; for fewer words the name of the {@link
   *     Match} in lower case
   * @param request the changed request
   * @param total how many hits it finds, articles or stories, more than 0
   */
  public record Change(String text, SearchRequest request, long total) {
    /** Checks the parts. */
    public Change {
      requireNonNull(text, "text");
      requireNonNull(request, "request");
    }
  }

  /**
   * A word or value that no article has, and one like it that some have.
   *
   * @param typed the word or value asked for
   * @param spelling one that exists, in lower case without accents, as words are compared
   * @param articles how many articles have it, whatever else is asked
   * @param request the request with this spelling, and the best one of each other word that no
   *     article has
   * @param total how many hits that request finds, articles or stories, possibly 0
   */
  public record Respelling(
      String typed, String spelling, long articles, SearchRequest request, long total) {
    /** Checks the parts. */
    public Respelling {
      requireNonNull(typed, "typed");
      requireNonNull(spelling, "spelling");
      requireNonNull(request, "request");
    }
  }
}
