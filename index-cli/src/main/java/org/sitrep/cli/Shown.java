package org.sitrep.cli;

import java.util.HexFormat;

/**
 * Makes texts safe to show: what a page or a record holds must not move a terminal's cursor, change
 * its state or turn the order of its characters round.
 */
final class Shown {
  private static final char REPLACEMENT = '\uFFFD';

  private Shown() {}

  /** One line: line breaks and tabs are blanks, control characters show as a replacement. */
  static String line(String text) {
    int first = 0;
    while (first < text.length() && isHarmless(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length()).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      append(shown, text, i);
    }
    return shown.toString();
  }

  private static void append(StringBuilder shown, String text, int at) {
    char c = text.charAt(at);
    if (isHarmless(c) || isPaired(text, at)) {
      shown.append(c);
    } else if (Character.isWhitespace(c) || c == '\u0085') {
      shown.append(' ');
    } else if (!isDirectionMark(c)) {
      shown.append(REPLACEMENT);
    }
  }

  /**
   * JSON with control characters written as escapes. Outside of strings JSON has none but line
   * breaks, so what stands here stands in a string.
   */
  static String json(String json) {
    StringBuilder escaped = new StringBuilder(json.length() + 16);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (isHarmless(c) || isPaired(json, i)) {
        escaped.append(c);
      } else {
        escaped.append("\\u").append(HexFormat.of().toHexDigits(c));
      }
    }
    return escaped.toString();
  }

  private static boolean isHarmless(char c) {
    if (c < 0x7F) {
      return c >= 0x20;
    }
    return c > 0x9F
        && !Character.isSurrogate(c)
        && !isDirectionMark(c)
        && !(c >= '\u2028' && c <= '\u202E')
        && !(c >= '\u2066' && c <= '\u2069')
        && c != '\uFEFF';
  }

  /** Half of a character beyond the basic plane whose other half is there. */
  private static boolean isPaired(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }

  /** Marks that ordinary Arabic and Hebrew text holds; they are left out without a trace. */
  private static boolean isDirectionMark(char c) {
    return c == '\u200E' || c == '\u200F' || c == '\u061C';
  }

  /** The columns that a text takes. */
  static int width(CharSequence text) {
    return text.codePoints().map(Shown::width).sum();
  }

  private static int width(int c) {
    if (c < 0x300) {
      return c == 0xAD ? 0 : 1;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /** The blocks that terminals show two columns wide: East Asian writing and pictographs. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1F64F)
        || (c >= 0x1F680 && c <= 0x1F6FF)
        || (c >= 0x1F900 && c <= 0x1F9FF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
