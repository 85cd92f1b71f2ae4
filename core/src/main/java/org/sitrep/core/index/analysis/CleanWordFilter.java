package org.sitrep.core.index.analysis;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Writes a word without what nobody searches for: invisible characters (soft hyphens, direction
 * marks), combining accents, the dots of ё, and the dots of an abbreviation ("U.S." becomes "US"),
 * of which the last one stands behind the word that the tokenizer gives and belongs to it. Who
 * writes dots means an abbreviation, so "u.s." is "US" too.
 */
final class CleanWordFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private String text = "";

  CleanWordFilter(TokenStream input) {
    super(input);
  }

  /** Takes the text of which the tokens come next. */
  void text(String text) {
    this.text = text;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (hasMarks()) {
      dropMarks();
    }
    if (isAbbreviation()) {
      dropDots();
      int end = offset.endOffset();
      if (end < text.length() && text.charAt(end) == '.') {
        offset.setOffset(offset.startOffset(), end + 1);
      }
    }
    return true;
  }

  private boolean hasMarks() {
    for (int i = 0; i < term.length(); i++) {
      if (isMark(term.charAt(i)) || plain(term.charAt(i)) != term.charAt(i)) {
        return true;
      }
    }
    return false;
  }

  private static char plain(char c) {
    return c == 'ё' ? 'е' : c == 'Ё' ? 'Е' : c;
  }

  private static boolean isMark(char c) {
    if (c < 0xad) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.FORMAT || type == Character.NON_SPACING_MARK;
  }

  private void dropMarks() {
    String composed = Normalizer.normalize(term, Normalizer.Form.NFC);
    term.setEmpty();
    for (int i = 0; i < composed.length(); i++) {
      if (!isMark(composed.charAt(i))) {
        term.append(plain(composed.charAt(i)));
      }
    }
  }

  private boolean isAbbreviation() {
    int length = term.length();
    if (length < 3) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = term.charAt(i);
      if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
        return false;
      }
    }
    return true;
  }

  private void dropDots() {
    int letters = 0;
    for (int i = 0; i < term.length(); i += 2) {
      term.buffer()[letters++] = Character.toUpperCase(term.charAt(i));
    }
    term.setLength(letters);
  }
}
