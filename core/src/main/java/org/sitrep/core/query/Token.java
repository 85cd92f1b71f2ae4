package org.sitrep.core.query;

import java.util.Optional;

/**
 * A piece of the text of a query.
 *
 * @param kind what it is
 * @param start where it starts in the text
 * @param end where it ends, not included
 * @param word the word, the words between quotes, or the name of the field; else empty
 * @param slop what stands after the tilde that follows the quotes
 */
record Token(Kind kind, int start, int end, Word word, Optional<String> slop) {

  /** The kinds of pieces. */
  enum Kind {
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    MINUS,
    /** A field's name and colon. */
    FIELD,
    /** A field's name, colon and equals sign. */
    EXACT_FIELD,
    /** A name and colon like those of a field. */
    UNKNOWN_FIELD,
    WORD,
    QUOTED
  }

  private static final Word NO_WORD = Word.read("");

  static Token sign(Kind kind, int start, int end) {
    return new Token(kind, start, end, NO_WORD, Optional.empty());
  }

  static Token word(Kind kind, int start, int end, Word word) {
    return new Token(kind, start, end, word, Optional.empty());
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isField() {
    return kind == Kind.FIELD || kind == Kind.EXACT_FIELD;
  }

  boolean canBeValue() {
    return kind == Kind.WORD || kind == Kind.QUOTED || kind == Kind.OPEN;
  }
}
