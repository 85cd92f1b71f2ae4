package org.sitrep.core.article;

/** Where a publication date comes from. */
public enum DateFrom {
  /** Stated by the page, the feed or the record. */
  DECLARED,
  /** Read out of the article's address. */
  URL,
  /** Worked out from the dates that the text reports. */
  INFERRED
}
