package org.sitrep.core.index.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Gives a compound one place: first the terms of the whole, then the words that it was written
 * with, which stay findable. So a phrase goes on behind a compound in the same way however it is
 * written.
 */
final class CompoundFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final String language;
  private final Reading reading;
  private final Deque<Compound.Term> wholes = new ArrayDeque<>();

  private CompoundFinder finder;
  private @Nullable Compound next;
  private @Nullable State word;
  private boolean inside;
  private boolean first;

  CompoundFilter(TokenStream input, String language, Reading reading) {
    super(input);
    this.language = language;
    this.reading = reading;
    this.finder = new CompoundFinder("", language, reading);
  }

  /** Takes the text of which the tokens come next. */
  void text(String text) {
    finder = new CompoundFinder(text, language, reading);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    wholes.clear();
    word = null;
    inside = false;
    next = finder.next();
  }

  @Override
  public boolean incrementToken() throws IOException {
    Compound.Term whole = wholes.poll();
    if (whole != null && next != null) {
      give(next, whole);
      return true;
    }
    if (word != null) {
      restoreState(word);
      word = null;
      increment.setPositionIncrement(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    leaveBehind();
    if (next != null && offset.startOffset() >= next.start()) {
      return startOrGoOn(next);
    }
    return true;
  }

  private void leaveBehind() {
    while (next != null && next.end() <= offset.startOffset()) {
      next = finder.next();
      inside = false;
    }
  }

  private boolean startOrGoOn(Compound compound) {
    if (inside) {
      increment.setPositionIncrement(0);
      return true;
    }
    inside = true;
    first = true;
    word = captureState();
    wholes.addAll(compound.terms());
    give(compound, wholes.remove());
    return true;
  }

  private void give(Compound compound, Compound.Term whole) {
    clearAttributes();
    term.setEmpty().append(whole.text());
    offset.setOffset(compound.start(), whole.end());
    keyword.setKeyword(whole.kind() == Compound.Kind.AMOUNT);
    increment.setPositionIncrement(first ? 1 : 0);
    first = false;
  }
}
