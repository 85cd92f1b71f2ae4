package org.sitrep.core.index.analysis;

/** What the characters around a number say. */
final class TextSigns {
  private TextSigns() {}

  static boolean isDash(char c) {
    return c == '-' || (c >= '\u2010' && c <= '\u2013') || c == '\u2212' || c == '\ufe63';
  }

  static boolean isBlank(char c) {
    return c == ' ' || isFixedBlank(c);
  }

  /** A blank at which no line is broken: it holds together what it stands between. */
  static boolean isFixedBlank(char c) {
    return c == '\u00a0' || c == '\u202f' || c == '\u2009';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isWord(CharSequence text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || c == '_'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Says whether no word goes on before a place, as in "1.5" it does before the 5. */
  static boolean startsWord(CharSequence text, int at) {
    return !isWord(text, at - 1)
        && !(at > 0 && isJoint(text.charAt(at - 1)) && isWord(text, at - 2));
  }

  /** Says whether no word goes on at a place. */
  static boolean endsWord(CharSequence text, int at) {
    return !isWord(text, at)
        && !(at < text.length() && isJoint(text.charAt(at)) && isWord(text, at + 1));
  }

  private static boolean isJoint(char c) {
    return c == '.' || c == ',' || c == ':' || c == '/' || c == '·';
  }

  /** The end of a possessive 's that follows, else the place itself. */
  static int afterPossessive(CharSequence text, int at) {
    boolean follows =
        at + 1 < text.length()
            && (text.charAt(at) == '\'' || text.charAt(at) == '’')
            && (text.charAt(at + 1) | 0x20) == 's'
            && !isWord(text, at + 2);
    return follows ? at + 2 : at;
  }

  /** Where the letters that end at a place start. */
  static int lettersBefore(CharSequence text, int at) {
    int start = at;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Where the letters that start at a place end. */
  static int lettersAfter(CharSequence text, int at) {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The place after a blank or a dash that may part a number from what it counts. */
  static int gap(CharSequence text, int at) {
    boolean gap = at < text.length() && (isBlank(text.charAt(at)) || isDash(text.charAt(at)));
    return gap ? at + 1 : at;
  }
}
