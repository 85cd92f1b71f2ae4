package org.sitrep.core.search;

/** How many of the words that stand side by side in a query have to match. */
public enum Match {
  /** Every word. */
  ALL,
  /** Most words: all of one or two; of more, three quarters, rounded down. */
  MOST,
  /**
   * One word; more words rank an article higher. A compound beside other words ("wind-tunnel
   * tests") counts as its words. Stop words ("the") find articles but do not rank them, unless all
   * are such.
   */
  ANY
}
