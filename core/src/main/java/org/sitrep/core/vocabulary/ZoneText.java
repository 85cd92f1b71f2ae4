package org.sitrep.core.vocabulary;

/**
 * The text of one zone and what can be seen around a place in it. Every look is bounded, so that a
 * hostile text costs no more than another. One instance serves one thread.
 */
final class ZoneText {
  private static final int LONGEST_WORD = 40;

  private final Zone zone;
  private final String text;
  private final boolean titleCase;
  private int lineStart;
  private int lineEnd = -1;
  private boolean shouted;

  ZoneText(Zone zone, String text) {
    this.zone = zone;
    this.text = text;
    this.titleCase = zone == Zone.TITLE && isTitleCase(text);
  }

  Zone zone() {
    return zone;
  }

  String text() {
    return text;
  }

  /** Whether capitals say nothing here: a headline in title case, or a line in capitals. */
  boolean capitalsAreVoid(int at) {
    return titleCase || isShouted(at);
  }

  /** Whether the line around a place is written in capitals. */
  boolean isShouted(int at) {
    if (at < lineStart || at > lineEnd) {
      lineStart = text.lastIndexOf('\n', at) + 1;
      int end = text.indexOf('\n', at);
      lineEnd = end < 0 ? text.length() : end;
      int upper = 0;
      int lower = 0;
      for (int i = lineStart; i < lineEnd; i++) {
        char c = text.charAt(i);
        if (c >= 'a' && c <= 'z') {
          lower++;
        } else if (c >= 'A' && c <= 'Z') {
          upper++;
        }
      }
      shouted = upper >= 6 && lower * 8 <= upper;
    }
    return shouted;
  }

  /** The character at a place, a line break outside the text. */
  char at(int at) {
    return at < 0 || at >= text.length() ? '\n' : text.charAt(at);
  }

  /** The word that ends directly before a place, one space and perhaps a dot between; or "". */
  String wordBefore(int at) {
    int end = endOfWordBefore(at);
    return end < 0 ? "" : text.substring(startOfWord(end), end);
  }

  /** Where the word before a place ends, -1 where punctuation or nothing stands before it. */
  int endOfWordBefore(int at) {
    if (at(at - 1) != ' ' && at(at - 1) != '\u00a0') {
      return -1;
    }
    int end = at(at - 2) == '.' ? at - 2 : at - 1;
    return end > 0 && Character.isLetterOrDigit(at(end - 1)) ? end : -1;
  }

  /** Where the word that ends at a place starts. */
  int startOfWord(int end) {
    int start = end;
    while (start > 0 && end - start < LONGEST_WORD && isWordPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** The word that starts one space after a place, or "". */
  String wordAfter(int at) {
    return at(at) == ' ' || at(at) == '\u00a0' ? lettersAt(at + 1) : "";
  }

  /** The letters and digits from a place on. */
  String lettersAt(int at) {
    int end = at;
    while (end < text.length() && end - at < LONGEST_WORD && isWordPart(text.charAt(end))) {
      end++;
    }
    return at >= text.length() ? "" : text.substring(at, end);
  }

  /** Whether a sentence, a quotation or a line starts at a place. */
  boolean isSentenceStart(int at) {
    int before = at - 1;
    while (at - before < 6 && " \t\u00a0\"'“‘(«[".indexOf(at(before)) >= 0) {
      before--;
    }
    return "\n\r.!?:;•-–—|".indexOf(at(before)) >= 0;
  }

  /** The place of the comma directly before a place, -1 where there is none. */
  int commaBefore(int at) {
    int before = at - 1;
    while (at - before < 4 && Character.isWhitespace(at(before)) && before >= 0) {
      before--;
    }
    return at(before) == ',' ? before : -1;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '’' || c == '\'';
  }

  private static boolean isTitleCase(String title) {
    int words4 = 0;
    int capital = 0;
    int at = 0;
    WordScanner words = new WordScanner(title);
    while (words.next(at) && at < 1000) {
      if (words.end() - words.start() >= 4) {
        words4++;
        capital += Character.isLowerCase(title.charAt(words.start())) ? 0 : 1;
      }
      at = words.resume();
    }
    return words4 >= 3 && capital * 5 >= words4 * 4;
  }
}
