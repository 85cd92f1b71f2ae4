package org.sitrep.core.index.analysis;

/** What filters tell each other about a token, as flags of its {@code FlagsAttribute}. */
final class WordForm {
  /** Written otherwise in the text: it has no exact form, but one for prefixes and patterns. */
  static final int OTHERWISE = 1;

  /** No stemmer may change it: it has a digit. */
  static final int NUMBERED = 1 << 1;

  /** Its last letter makes a plural of it. */
  static final int PLURAL = 1 << 2;

  /** In a text all in capitals, its last letter may as well be a part of it. */
  static final int AMBIGUOUS = 1 << 3;

  private WordForm() {}

  static boolean has(int flags, int form) {
    return (flags & form) != 0;
  }
}
