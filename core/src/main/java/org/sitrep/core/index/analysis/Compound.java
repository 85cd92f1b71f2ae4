package org.sitrep.core.index.analysis;

import java.util.List;

/**
 * A piece of a text that is one thing however it is written: a designation (F-16), a measure (155
 * mm) or a sum of money (150 billion euros).
 *
 * @param start where it starts in the text
 * @param end where it ends, not included
 * @param terms what stands for it, the whole first, then what it also is (C-130J-30 is a C-130J)
 */
record Compound(int start, int end, List<Term> terms) {
  /**
   * One term.
   *
   * @param text the term; of an amount complete, else still to be folded and stemmed as words are
   * @param end where what it stands for ends in the text, not included
   * @param kind what it is
   */
  record Term(String text, int end, Kind kind) {}

  /** What a term is. */
  enum Kind {
    /** A word that was written in pieces. */
    WORD,
    /** An amount; no word has its sign. */
    AMOUNT
  }
}
