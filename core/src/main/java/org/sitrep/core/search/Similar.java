package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Asks for articles like some that the index holds. It joins the query as one more thing that has
 * to match, and is scope as the query is.
 *
 * <p>Of the given articles' titles and bodies (the first {@value #MAX_CHARACTERS} characters of
 * each) the {@value #MAX_WORDS} words are chosen that tell most: those that stand in them often and
 * in few articles of the index (tf-idf). Passed over are words of more than half of the articles
 * (in a small index, of more than ten articles), and words that no article holds but those that are
 * left out. Words are compared by their stems, each text read in its own language. An article is
 * similar when its title and body hold at least three tenths of the chosen words, rounded up; the
 * more of them and the rarer, the higher it ranks.
 *
 * <p>The given articles themselves are never hits, and as a rule neither are their copies.
 *
 * @param articles the ids of the given articles, 1 to {@value #MAX_ARTICLES}, each once
 * @param copies whether copies of the given articles can be hits
 */
public record Similar(List<String> articles, Copies copies) {
  /** The largest number of articles. */
  public static final int MAX_ARTICLES = 100;

  /** The largest number of words that are chosen. */
  public static final int MAX_WORDS = 25;

  /** How much of each title and body is read. */
  public static final int MAX_CHARACTERS = 100_000;

  /** What becomes of the articles that are of one story with a given one. */
  public enum Copies {
    /** They are left out, as the given articles are. */
    LEFT_OUT,
    /** They are found like any other. */
    FOUND
  }

  /** Checks and copies the parts; an id that is given twice counts once. */
  public Similar {
    articles = articles.stream().map(String::strip).distinct().toList(); // as an article's id is
    requireNonNull(copies, "copies");
    if (articles.isEmpty() || articles.size() > MAX_ARTICLES) {
      throw new IllegalArgumentException(
          "number of articles is not in 1..%d: %d".formatted(MAX_ARTICLES, articles.size()));
    }
  }

  /**
   * Returns how many of the chosen words an article has to hold.
   *
   * @param chosen how many words were chosen, from 0
   * @return three tenths of them, rounded up
   */
  public static int least(int chosen) {
    return (3 * chosen + 9) / 10;
  }

  /**
   * Asks for articles like some, without their copies.
   *
   * @param articles the ids of the given articles, 1 to {@value #MAX_ARTICLES}
   * @return the question
   */
  public static Similar to(String... articles) {
    return new Similar(List.of(articles), Copies.LEFT_OUT);
  }

  /**
   * Returns this question with copies found or left out.
   *
   * @param copies whether copies of the given articles can be hits
   * @return the changed question
   */
  public Similar copies(Copies copies) {
    return new Similar(articles, copies);
  }
}
