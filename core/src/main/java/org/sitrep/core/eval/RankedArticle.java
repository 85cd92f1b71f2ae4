package org.sitrep.core.eval;

/**
 * An article in a ranking.
 *
 * @param id the article's id, not blank
 * @param score what it was ranked by, finite; higher is better
 */
public record RankedArticle(String id, float score) {
  /** Checks the parts. */
  public RankedArticle {
    if (id.isBlank()) {
      throw new IllegalArgumentException("article id is blank: '" + id + "'");
    }
    if (!Float.isFinite(score)) {
      throw new IllegalArgumentException("score is not finite: " + score);
    }
  }
}
