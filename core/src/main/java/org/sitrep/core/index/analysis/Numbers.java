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
   */
  record Decimal(BigDecimal value, int end) {}

  /** Reads the number whose first digit stands at a place, or null where it is none. */
  @Nullable Decimal at(int start) {
    int end = digitsEnd(start);
    StringBuilder digits =
        new StringBuilder(text.substring(start, Math.min(end, start + MAX_LENGTH)));
    char separator = end - start <= 3 ? separatorAt(end) : 0;
    while (separator != 0 && isGroup(end, separator)) {
      digits.append(text, end + 1, end + 4);
      end += 4;
    }
    if (end < text.length() && isDecimalMark(end, separator)) {
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
    return new Decimal(new BigDecimal(digits.toString()), end);
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

  /** What parts thousands at a place, or 0: a mark, where one group alone is not a fraction. */
  private char separatorAt(int at) {
    char mark = at < text.length() ? text.charAt(at) : 0;
    boolean parts = mark == '.' || mark == ',' || TextSigns.isFixedBlank(mark);
    if (mark == ' ' && decimalMark == ',') {
      parts = true;
    }
    if (!parts || !isGroup(at, mark)) {
      return 0;
    }
    return mark != decimalMark || isGroup(at + 4, mark) ? mark : 0;
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
