package org.sitrep.corpus.page;

/** What a phrase of {@code markers.txt} tells of the line that it stands in. */
public enum Marker {
  /** Opens a list of other articles. */
  RAIL,
  /** Names one other article. */
  RELATED,
  /** Opens what readers say. */
  COMMENTS,
  /** Passes the article on. */
  SHARE,
  /** Speaks of the site itself. */
  PROMOTION,
  /** Finds a way about the site. */
  NAVIGATION,
  /** Stands before the author's name. */
  BYLINE,
  /** Opens what is said of the author. */
  AUTHOR,
  /** Stands before the date of publication. */
  PUBLISHED,
  /** Stands before the date of the last change. */
  MODIFIED,
  /** Says how long reading takes, or how often it was done. */
  READING,
  /** Belongs to a picture. */
  CAPTION,
  /** Stands before tags. */
  TAGS,
  /** Stands before sections. */
  SECTION,
  /** Stands before the publisher. */
  SOURCE,
  /** Stands in a clause whose date is not reported as past. */
  AHEAD,
  /** Stands right before a date that bounds a time. */
  BOUND
}
