package org.sitrep.core.index.search;

import java.text.BreakIterator;

/**
 * The breaks of a text as an iterator finds them that sees no more of it than is near, so that what
 * a place takes does not grow with the text: an iterator goes back and forth over all that holds no
 * break.
 */
final class NearBreaks {
  /** A text of as many times what is to be seen is seen as a whole. */
  private static final int WHOLE = 8;

  private final BreakIterator breaks;
  private final int reach;
  private String text = "";
  private int start;
  private int end;

  /**
   * Makes breaks of no text.
   *
   * @param breaks finds them
   * @param reach how many characters before and behind a place are seen at least
   */
  NearBreaks(BreakIterator breaks, int reach) {
    this.breaks = breaks;
    this.reach = reach;
  }

  /** Takes another text. */
  void setText(String text) {
    this.text = text;
    see(0, Math.min(text.length(), WHOLE * reach));
  }

  private void see(int from, int to) {
    start = from;
    end = to;
    breaks.setText(text.substring(from, to));
  }

  private void seeAround(int at) {
    boolean seesBefore = start == 0 ? at >= 0 : at - start >= reach;
    boolean seesBehind = end == text.length() ? at <= end : end - at >= reach;
    if (!seesBefore || !seesBehind) {
      see(Math.max(0, at - reach), Math.min(text.length(), at + 2 * reach));
    }
  }

  /**
   * The last break up to a place before the end; where none is near, what is seen first of the
   * text.
   */
  int upTo(int at) {
    seeAround(at);
    return start + Math.max(0, breaks.preceding(at - start + 1));
  }

  /** The break before the one given last; what is seen first of the text where none is near. */
  int previous() {
    return start + Math.max(0, breaks.previous());
  }

  /** The first break behind a place before the end; the end of the text where none is near. */
  int behind(int at) {
    seeAround(at);
    return whole(breaks.following(at - start));
  }

  /** The break behind the one given last; the end of the text where none is near. */
  int next() {
    return whole(breaks.next());
  }

  /** What ends no more than what is seen is no break. */
  private int whole(int found) {
    return found == BreakIterator.DONE || start + found >= end ? text.length() : start + found;
  }
}
