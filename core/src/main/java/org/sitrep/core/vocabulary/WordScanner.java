package org.sitrep.core.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * Walks over the words of a text from left to right and gives each in folded form with its place.
 *
 * <p>A word is a run of letters, digits and marks. Apostrophes inside it are dropped (Sana'a is
 * sanaa), a possessive ending is not part of it (Ukraine's is ukraine), soft hyphens and joiners
 * count for nothing. Single letters with dots are one word, dots and all (U.S. is "u.s"). A
 * character of a script that is written without spaces is a word of its own. Hyphens part words.
 *
 * <p>The walk reads every character once for each word that is asked for, so it is linear. One
 * scanner serves one thread.
 */
final class WordScanner {
  /** Longer words are walked over but have no folded form: no vocabulary holds them. */
  static final int MAX_FOLDED = 48;

  /**
   * What {@link Folding} makes of the Latin letters from U+00C0 on, a dot where it is not one
   * letter: most accents of a Latin text are read here, without the JDK's normalizer and its
   * start-up.
   */
  static final String LATIN =
      "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
          + "aaaaaaccccccccddddeeeeeeeeeegggggggghh..iiiiiiiiii..jjkk.llllll."
          + ".llnnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzzs";

  private static final int TABLE = 0x2000;
  private static final @Nullable String[] FOLDED = new String[TABLE];

  private final String text;
  private final char[] folded = new char[MAX_FOLDED + 8];
  private int length;
  private int hash;
  private int start;
  private int end;
  private int resume;
  private int elision;

  WordScanner(String text) {
    this.text = text;
  }

  /** Moves to the first word at or after an offset; false where there is none. */
  boolean next(int from) {
    int at = from;
    int size = text.length();
    while (at < size) {
      char c = text.charAt(at);
      if (c < 0x80 ? isAsciiWord(c) : isWordStart(text.codePointAt(at))) {
        scan(at);
        return true;
      }
      at += Character.isHighSurrogate(c) ? Character.charCount(text.codePointAt(at)) : 1;
    }
    return false;
  }

  /** Where the word starts. */
  int start() {
    return start;
  }

  /** Where the word ends, its possessive ending left out. */
  int end() {
    return end;
  }

  /** Where the search for the next word goes on: after the word and its possessive ending. */
  int resume() {
    return resume;
  }

  /** Where a word begins after an elided article (l'Ukraine), or -1. */
  int elision() {
    return elision;
  }

  int hash() {
    return hash;
  }

  /** Whether the word, folded, is this one. */
  boolean is(String word) {
    if (word.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (word.charAt(i) != folded[i]) {
        return false;
      }
    }
    return true;
  }

  /** The folded word; empty where it is longer than any word of a vocabulary. */
  String folded() {
    return length > MAX_FOLDED ? "" : new String(folded, 0, length);
  }

  private void scan(int from) {
    start = from;
    length = 0;
    elision = -1;
    int first = text.codePointAt(from);
    int after = from + Character.charCount(first);
    if (after < text.length() && text.charAt(after) == '.' && Character.isLetter(first)) {
      int last = endOfAbbreviation(from);
      if (last > 0) {
        for (int i = from; i < last; i++) {
          append(text.charAt(i));
        }
        if (length > 0 && folded[length - 1] == '.') {
          length--;
        }
        finish(last, last);
        return;
      }
    }
    if (standsAlone(first)) {
      append(first);
      after = skipMarks(after);
      finish(after, after);
      return;
    }
    scanRun(from);
  }

  private void scanRun(int from) {
    int at = from;
    int size = text.length();
    while (at < size) {
      char c = text.charAt(at);
      if (c < 0x80 && isAsciiWord(c)) {
        append(c);
        at++;
      } else if (isApostrophe(c)) {
        if (at + 1 >= size || !Character.isLetter(text.codePointAt(at + 1))) {
          break;
        }
        if (isPossessive(at)) {
          finish(at, at + 2);
          return;
        }
        if (elision < 0 && at - from <= 2 && !isElided(from)) {
          elision = at + 1;
        }
        at++;
      } else if (c < 0x80) {
        break;
      } else {
        int point = text.codePointAt(at);
        if (isIgnorable(point) || isMark(point)) {
          at++;
        } else if (Character.isLetterOrDigit(point) && !standsAlone(point)) {
          append(point);
          at += Character.charCount(point);
        } else {
          break;
        }
      }
    }
    finish(at, at);
  }

  /** Whether the walk is inside "l'Ukraine" already; going on from one only keeps it linear. */
  private boolean isElided(int from) {
    return from > 0 && isApostrophe(text.charAt(from - 1));
  }

  private void finish(int wordEnd, int nextFrom) {
    end = wordEnd;
    resume = nextFrom;
    int h = length;
    for (int i = 0; i < length && i < MAX_FOLDED; i++) {
      h = h * 31 + folded[i];
    }
    hash = h;
  }

  private void append(int point) {
    if (length > MAX_FOLDED) {
      return;
    }
    if (point < 0x80) {
      folded[length++] = (char) (point >= 'A' && point <= 'Z' ? point + 32 : point);
      return;
    }
    int latin = point - 0xC0;
    if (latin >= 0 && latin < LATIN.length() && LATIN.charAt(latin) != '.') {
      folded[length++] = LATIN.charAt(latin);
      return;
    }
    String plain = foldedPoint(point);
    for (int i = 0; i < plain.length() && length <= MAX_FOLDED; i++) {
      folded[length++] = plain.charAt(i);
    }
  }

  /** The end of "U.S." or "U.S" where such single letters with dots begin at an offset, or -1. */
  private int endOfAbbreviation(int from) {
    int at = from;
    int letters = 0;
    int size = text.length();
    while (at < size && isSingleLetter(at)) {
      letters++;
      at++;
      if (at >= size || text.charAt(at) != '.') {
        break;
      }
      at++;
    }
    return letters >= 2 ? at : -1;
  }

  private boolean isSingleLetter(int at) {
    char c = text.charAt(at);
    if (!Character.isLetter(c)) {
      return false;
    }
    return at + 1 >= text.length() || !isWordStart(text.codePointAt(at + 1));
  }

  private boolean isPossessive(int apostrophe) {
    char s = text.charAt(apostrophe + 1);
    if (s != 's' && s != 'S') {
      return false;
    }
    int after = apostrophe + 2;
    return after >= text.length() || !isWordStart(text.codePointAt(after));
  }

  private int skipMarks(int from) {
    int at = from;
    while (at < text.length() && isMark(text.codePointAt(at))) {
      at++;
    }
    return at;
  }

  private static String foldedPoint(int point) {
    if (point >= TABLE) {
      return Folding.fold(Character.toString(point));
    }
    String known = FOLDED[point];
    if (known == null) {
      known = Folding.fold(Character.toString(point));
      FOLDED[point] = known;
    }
    return known;
  }

  static boolean isWordStart(int point) {
    return point < 0x80
        ? isAsciiWord((char) point)
        : Character.isLetterOrDigit(point) && !isApostrophe(point);
  }

  private static boolean isAsciiWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  static boolean isApostrophe(int c) {
    return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == '´' || c == '`' || c == '＇';
  }

  /** Characters inside a word that show nothing: soft hyphen, joiners, a byte order mark. */
  static boolean isIgnorable(int c) {
    return c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether the script is written without spaces, so that each character counts as a word. */
  static boolean standsAlone(int point) {
    if (point < 0x0E00) {
      return false;
    }
    if (Character.isIdeographic(point)) {
      return true;
    }
    return (point < 0x0F00)
        || (point >= 0x1000 && point < 0x10A0)
        || (point >= 0x1780 && point < 0x1800)
        || (point >= 0x3040 && point < 0x3100);
  }
}
