package org.sitrep.core.index.analysis;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/** Passes tokens on and remembers their terms, for {@link RecordedTerms} to give them again. */
final class TermRecorder extends TokenFilter {
  private static final int FEW_TERMS = 64;
  private static final int USUAL_LENGTH = 8;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private byte[] bytes = new byte[FEW_TERMS * USUAL_LENGTH];
  private int[] ends = new int[FEW_TERMS];
  private int[] increments = new int[FEW_TERMS];
  private int size;

  TermRecorder(TokenStream input) {
    super(input);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    size = 0;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (size == ends.length) {
      ends = ArrayUtil.grow(ends);
      increments = Arrays.copyOf(increments, ends.length);
    }
    int start = start(size);
    int longest = UnicodeUtil.maxUTF8Length(term.length());
    bytes = ArrayUtil.grow(bytes, start + longest);
    ends[size] = UnicodeUtil.UTF16toUTF8(term, 0, term.length(), bytes, start);
    increments[size] = increment.getPositionIncrement();
    size++;
    return true;
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  /** Returns how many terms have passed. */
  int size() {
    return size;
  }

  /** Points at a term by its number. */
  void read(int number, BytesRef into) {
    into.bytes = bytes;
    into.offset = start(number);
    into.length = ends[number] - into.offset;
  }

  /** Returns how many places a term stands behind the one before it. */
  int increment(int number) {
    return increments[number];
  }
}
