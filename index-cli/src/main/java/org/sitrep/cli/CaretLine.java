package org.sitrep.cli;

/**
 * A text and a caret under one of its characters. Of a text too long for the line, what stands
 * around the place.
 *
 * @param text the text
 * @param offset the place, in UTF-16 units
 * @param columns how long a line may be
 */
record CaretLine(String text, int offset, int columns) {
  private static final String INDENT = "  ";
  private static final String CUT = "…";

  @Override
  public String toString() {
    int at = Math.clamp(offset, 0, text.length());
    int room = columns - INDENT.length() - 2 * CUT.length();
    int start = at;
    int taken = 0;
    while (start > 0 && taken < room / 2) {
      start = text.offsetByCodePoints(start, -1);
      taken++;
    }
    int end = at;
    while (end < text.length() && taken < room) {
      end = text.offsetByCodePoints(end, 1);
      taken++;
    }
    String before = (start > 0 ? CUT : "") + Shown.line(text.substring(start, at));
    String after = Shown.line(text.substring(at, end)) + (end < text.length() ? CUT : "");
    return INDENT + before + after + "\n" + INDENT + " ".repeat(Shown.width(before)) + "^";
  }
}
