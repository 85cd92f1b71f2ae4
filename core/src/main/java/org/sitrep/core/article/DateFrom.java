package org.sitrep.core.article;

/** Where a publication date comes from. */
public enum DateFrom {
  /** Stated by the page, the feed or the record. */
  DECLARED,
  /** Read out of the article's address. */
  URL,
  /**
   * Worked out, and perhaps wrong: from the dates that the text reports, from when a feed's entry
   * was last changed, or from {@code 03/04/2025} where nothing shows which number is the day.
   */
  INFERRED
}
