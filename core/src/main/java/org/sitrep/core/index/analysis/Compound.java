package org.sitrep.core.index.analysis;

import java.util.Comparator;
import java.util.List;

/**
 * A piece of a text that is one thing however it is written: a designation (F-16), a measure (155
 * mm) or a sum of money (150 billion euros).
 *
 * @param start where it starts in the text
 * @param end where it ends, not included
 * @param terms what stands for it: the whole first, unless that is a word of the text, then what it
 *     also is (C-130J-30 is a C-130J) and its parts, in the order in which they start
 */
record Compound(int start, int end, List<Term> terms) {

  Compound {
    terms = terms.stream().sorted(Comparator.comparingInt(Term::start)).toList();
  }

  /** Whether it is a word of the text as it stands, with parts to be found by themselves. */
  boolean isWord() {
    return terms.getFirst().kind() == Kind.PART;
  }

  /**
   * One term.
   *
   * @param text the term; of an amount complete, else still to be folded and stemmed as words are
   * @param start where what it stands for starts in the text
   * @param end where that ends, not included
   * @param kind what it is
   */
  record Term(String text, int start, int end, Kind kind) {}

  /** What a term is. */
  enum Kind {
    /** A word that was written in pieces. */
    WORD,
    /** An amount; no word has its sign. */
    AMOUNT,
    /** What a word of the text holds: the number and the unit of "155mm". It follows the word. */
    PART
  }
}
