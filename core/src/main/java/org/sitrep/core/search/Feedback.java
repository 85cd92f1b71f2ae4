package org.sitrep.core.search;

/**
 * When the words of the best articles are taken up into the ranking: pseudo relevance feedback, the
 * model RM3 of Lavrenko and Croft ("Relevance-Based Language Models", SIGIR 2001) and Abdul-Jaleel
 * et al. ("UMass at TREC 2004"). Such words add to the scores of articles that match already; they
 * never change which articles match, nor a count.
 *
 * <p>It costs a second search and analysing ten articles again: about three times as long, where a
 * search is short.
 */
public enum Feedback {
  /**
   * Where any one of several words is enough to match ({@link Match#ANY}): there the ranking alone
   * parts the good from the rest.
   */
  FOR_ANY,
  /** In every search by relevance that has words. */
  ALWAYS,
  /** In none. */
  NEVER
}
