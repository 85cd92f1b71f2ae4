package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How hits are scored. The usual values lie where cross-validation over two collections with
 * judgements finds the gain and a third, of long and messy queries, loses nothing (docs/ranking.md
 * has the figures); an application with judged queries of its own can look for better ones with
 * {@code core.eval}. Which articles match does not depend on any of them.
 *
 * <p>A word scores by BM25 over title and body together (BM25F: Robertson, Zaragoza and Taylor,
 * "Simple BM25 Extension to Multiple Weighted Fields", CIKM 2004). A word typed n times counts 2n /
 * (n + 1) times. What else adds to a score: the word's exact form, neighbouring words of the query
 * that stand near each other in the body, and the words of the best articles ({@link Feedback}).
 *
 * @param k1 how soon more occurrences of a word stop to count, 0 to 100
 * @param b how much long articles are held back, 0 (not) to 1
 * @param titleWeight how many times an occurrence in the title counts, 1 to 100
 * @param exactWeight the share of the exact form's score that is added, 0 to 100
 * @param nearWeight the share of the score of two words as a loose phrase that is added, 0 to 100
 * @param feedbackWeight the weight of the words of the best articles, all together, beside those
 *     typed, 0 to 100
 * @param feedback when they are looked for
 * @param recency whether newer articles rank higher, empty for no
 */
public record Ranking(
    double k1,
    double b,
    double titleWeight,
    double exactWeight,
    double nearWeight,
    double feedbackWeight,
    Feedback feedback,
    Optional<Recency> recency) {
  private static final double MAX = 100;

  private static final Ranking USUAL =
      new Ranking(1.2, 0.75, 2, 0.25, 0.1, 0.3, Feedback.FOR_ANY, Optional.empty());

  /** Checks the parts. */
  public Ranking {
    checkBounds("k1", k1, 0, MAX);
    checkBounds("b", b, 0, 1);
    checkBounds("titleWeight", titleWeight, 1, MAX);
    checkBounds("exactWeight", exactWeight, 0, MAX);
    checkBounds("nearWeight", nearWeight, 0, MAX);
    checkBounds("feedbackWeight", feedbackWeight, 0, MAX);
    requireNonNull(feedback, "feedback");
    requireNonNull(recency, "recency");
  }

  private static void checkBounds(String name, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          "%s is not in %.0f..%.0f: %s".formatted(name, min, max, value));
    }
  }

  /**
   * Returns what is used where nobody says otherwise.
   *
   * @return the usual values, with feedback where any word is enough, without recency
   */
  public static Ranking usual() {
    return USUAL;
  }

  /**
   * Returns this ranking with feedback at other times.
   *
   * @param feedback when the words of the best articles are looked for
   * @return the changed ranking
   */
  public Ranking feedback(Feedback feedback) {
    return new Ranking(
        k1, b, titleWeight, exactWeight, nearWeight, feedbackWeight, feedback, recency);
  }

  /**
   * Returns this ranking with newer articles higher.
   *
   * @param recency how much newer articles gain
   * @return the changed ranking
   */
  public Ranking recency(Recency recency) {
    return new Ranking(
        k1,
        b,
        titleWeight,
        exactWeight,
        nearWeight,
        feedbackWeight,
        feedback,
        Optional.of(recency));
  }
}
