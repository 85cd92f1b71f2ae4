package org.sitrep.core.index.analysis;

/** How readily letters and numbers are taken for one thing. */
enum Reading {
  /** As in an article: where it is written so that nothing else can be meant. */
  STRICT,
  /** As in what a person types, beside the strict reading: small letters will do. */
  EAGER
}
