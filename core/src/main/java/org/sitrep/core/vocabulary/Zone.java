package org.sitrep.core.vocabulary;

/** The part of an article that something is named in. */
public enum Zone {
  /** The headline. */
  TITLE,
  /** The article's own text. */
  BODY
}
