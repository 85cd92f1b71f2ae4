package org.sitrep.core.query;

/** The kinds of characters that the language tells apart. */
final class Characters {
  private static final String QUOTES = "\"“”„‟«»＂";
  private static final String MINUSES = "-–−";

  private Characters() {}

  /**
   * Says whether a character parts words: white space, and what nobody types on purpose, such as
   * control characters, marks of direction and halves of a pair.
   */
  static boolean isBlank(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE
        || c == 0x200b
        || c == 0xfeff
        || isDirection(c);
  }

  /** Returns the place of the first character from one on that is not blank, or the end. */
  static int afterBlanks(String text, int from) {
    int end = from;
    while (end < text.length() && isBlank(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /** Says whether a word, a phrase or a bracket begins at a place. */
  static boolean isBeforeClause(String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    int c = text.codePointAt(at);
    return isOfWord(c) || isQuote(c) || c == '(';
  }

  private static boolean isDirection(int c) {
    return c == 0x061c
        || (c >= 0x200e && c <= 0x200f)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /** Says whether a character opens or closes a phrase. */
  static boolean isQuote(int c) {
    return QUOTES.indexOf(c) >= 0;
  }

  /** Says whether a character closes a phrase that another one has opened. */
  static boolean closes(int open, int c) {
    return switch (open) {
      case '«' -> c == '»' || c == '"';
      case '»' -> c == '«' || c == '"';
      case '"', '＂' -> c == open;
      default -> c == '“' || c == '”' || c == '"';
    };
  }

  /** Says whether a character negates the clause before which it stands. */
  static boolean isMinus(int c) {
    return MINUSES.indexOf(c) >= 0;
  }

  /** Says whether a character is a dash of any length. */
  static boolean isDash(int c) {
    return Character.getType(c) == Character.DASH_PUNCTUATION || c == '−';
  }

  /** Says whether a word can consist of this character alone: all but punctuation. */
  static boolean isOfWord(int c) {
    return switch (Character.getType(c)) {
      case Character.OTHER_NUMBER, Character.LETTER_NUMBER, Character.OTHER_SYMBOL -> true;
      default -> Character.isLetterOrDigit(c);
    };
  }
}
