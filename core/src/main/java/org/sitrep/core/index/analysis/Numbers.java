package org.sitrep.core.index.analysis;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers as a language writes them: "1,500.5" in English, "1.500,5" in most others. */
final class Numbers {
  private static final int MAX_LENGTH = 24;

  private final String text;
  private final char decimalMark;

  Numbers(String text, String language) {
    this.text = text;
    this.decimalMark = language.equals("en") ? '.' : ',';
  }

  /**
   * A number.
   *
   * @param value its value
   * @param end where it ends in the text
   * @param usual whether its fraction, if it has one, stands behind the mark that is usual in the
   *     language
   */
  record Decimal(BigDecimal value, int end, boolean usual) {}

  /** Reads the number whose first digit stands at a place, or null where it is none. */
  @Nullable Decimal at(int start) {
    int end = digitsEnd(start);
    StringBuilder digits =
        new StringBuilder(text.substring(start, Math.min(end, start + MAX_LENGTH)));
    char separator = end - start <= 3 ? separatorAt(start, end) : 0;
    while (separator != 0 && isGroup(end, separator)) {
      digits.append(text, end + 1, end + 4);
      end += 4;
    }
    boolean usual = true;
    if (end < text.length() && isDecimalMark(end, separator)) {
      usual = text.charAt(end) == decimalMark;
      int fraction = digitsEnd(end + 1);
      digits.append('.').append(text, end + 1, Math.min(fraction, end + 1 + MAX_LENGTH));
      end = fraction;
    }
    boolean goesOn =
        end + 1 < text.length()
            && (text.charAt(end) == '.' || text.charAt(end) == ',')
            && TextSigns.isDigit(text.charAt(end + 1));
    if (goesOn || end - start > MAX_LENGTH) {
      return null;
    }
    return new Decimal(new BigDecimal(digits.toString()), end, usual);
  }

  private int digitsEnd(int start) {
    int end = start;
    while (end < text.length()
        && end - start <= MAX_LENGTH
        && TextSigns.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * What parts thousands at a place, or 0: a mark, where one group alone is not a fraction. One of
   * three noughts behind two digits is none in any language: "10.000".
   */
  private char separatorAt(int start, int at) {
    char mark = at < text.length() ? text.charAt(at) : 0;
    boolean parts =
        mark == '.'
            || mark == ','
            || ElisionFilter.isApostrophe(mark)
            || TextSigns.isFixedBlank(mark)
            || (mark == ' ' && (decimalMark == ',' || isRound(start, at)));
    if (!parts || !isGroup(at, mark)) {
      return 0;
    }
    boolean noughts = at - start >= 2 && text.startsWith("000", at + 1);
    return mark != decimalMark || noughts || isGroup(at + 4, mark) ? mark : 0;
  }

  /** Says whether groups that blanks part are a number also in English: "10 000", not "16 217". */
  private boolean isRound(int start, int at) {
    int end = at;
    while (isGroup(end, ' ') && end - start <= MAX_LENGTH) {
      end += 4;
    }
    if (end == at || !text.startsWith("00", end - 2)) {
      return false;
    }
    int word = TextSigns.lettersBefore(text, Math.max(0, start - 1));
    boolean behindName = word < start - 1 && Character.isUpperCase(text.charAt(word)); // "May 16"
    return !behindName || text.startsWith("000", end - 3);
  }

  private boolean isGroup(int at, char separator) {
    return at + 3 < text.length() && text.charAt(at) == separator && digitsEnd(at + 1) == at + 4;
  }

  private boolean isDecimalMark(int at, char separator) {
    char mark = text.charAt(at);
    boolean digitFollows = at + 1 < text.length() && TextSigns.isDigit(text.charAt(at + 1));
    return digitFollows && (mark == '.' || mark == ',') && mark != separator;
  }
}
