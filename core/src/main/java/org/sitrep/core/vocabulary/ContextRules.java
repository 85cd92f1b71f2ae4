package org.sitrep.core.vocabulary;

/** Tells from the words around a candidate whether it names a country at all. */
interface ContextRules {
  /**
   * Drops the candidate, or some of its senses, where the words around it speak against them.
   *
   * @param candidate the candidate
   * @param followsCandidate whether another candidate stands directly before it
   */
  void apply(Candidate candidate, boolean followsCandidate);
}
