package org.sitrep.core.article;

/** Where an article's title comes from. */
public enum TitleFrom {
  /** The publisher's own headline. */
  DECLARED,
  /** There was no headline: the first sentence of the body stands in. */
  DERIVED
}
