package org.sitrep.corpus.draft;

/** Takes out of a text what no article may carry. */
public final class CleanText {
  private CleanText() {}

  /**
   * Removes control characters other than line feed and tab, marks that are not seen (byte order
   * marks, zero-width spaces, soft hyphens, changes of direction), characters that are none, and
   * unpaired surrogates. Line ends become line feeds, and every kind of space a space.
   *
   * @param text any text
   * @return the cleaned text, the same object where nothing had to be done
   */
  public static String clean(String text) {
    int first = firstUnclean(text);
    if (first == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (c == '\r') {
        if (next >= text.length() || text.charAt(next) != '\n') {
          clean.append('\n');
        }
      } else if (c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\f' || c == 0x0B) {
        clean.append('\n');
      } else if (isSpace(c)) {
        clean.append(' ');
      } else if (!isUnwanted(c)) {
        clean.appendCodePoint(c);
      }
      i = next;
    }
    return clean.toString();
  }

  /**
   * Cleans a text that stands on one line: line ends and runs of white space become one space.
   *
   * @param text any text
   * @return the cleaned text without white space at its ends
   */
  public static String line(String text) {
    String clean = clean(text);
    StringBuilder line = new StringBuilder(clean.length());
    boolean gap = false;
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (Character.isWhitespace(c)) {
        gap = !line.isEmpty();
        continue;
      }
      if (gap) {
        line.append(' ');
        gap = false;
      }
      line.append(c);
    }
    return line.toString();
  }

  private static int firstUnclean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t';
      boolean letter = c > 0xFF && c < 0x2000 && c != 0x180E && c != 0x1680;
      if (!plain && !letter) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean isSpace(int c) {
    return c == 0xA0 || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static boolean isUnwanted(int c) {
    if (c == '\n' || c == '\t') {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE ->
          true;
      case Character.FORMAT -> c != 0x200D && c != 0x200C;
      default -> c == 0xFFFE || c == 0xFFFF;
    };
  }
}
