package org.sitrep.core.query;

/** Bars between words without blanks, which join alternatives: {@code ukraine|poland}. */
final class Bars {
  private static final int LONGEST = 2;

  private Bars() {}

  /** Returns the end of a bar or two that stand right before a clause; else the same place. */
  static int end(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == '|') {
      end++;
    }
    return end - at <= LONGEST && Characters.isBeforeClause(text, end) ? end : at;
  }

  /**
   * Returns where the first bar stands that ends the word at a place, or the end of the text. In an
   * address of the web a bar is part of it.
   */
  static int first(String text, int at) {
    int end = at;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean ends = Characters.isBlank(text.codePointAt(end)) || Characters.isQuote(c);
      if (ends || c == '(' || c == ')' || text.startsWith("://", end)) {
        break;
      }
      if (c == '|' && end > at && text.charAt(end - 1) != '|' && end(text, end) > end) {
        return end;
      }
      end += c == '\\' ? 2 : Character.charCount(text.codePointAt(end));
    }
    return text.length();
  }
}
