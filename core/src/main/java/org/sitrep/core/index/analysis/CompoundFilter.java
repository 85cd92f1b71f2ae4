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
 * with, which stay findable, and what they hold. So a phrase goes on behind a compound in the same
 * way however it is written.
 */
final class CompoundFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final String language;
  private final Reading reading;

  /** What is left to give of the compound, in the order in which it starts. */
  private final Deque<Compound.Term> left = new ArrayDeque<>();

  private CompoundFinder finder;
  private @Nullable Compound next;
  private @Nullable Compound current;
  private boolean first;

  /** A word that waits for terms which come before it. */
  private @Nullable State word;

  private int wordStart;
  private boolean ended;

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
    left.clear();
    word = null;
    ended = false;
    current = null;
    next = finder.next();
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (word == null && !ended) {
      ended = !input.incrementToken();
      if (!ended) {
        wordStart = offset.startOffset();
        if (left.isEmpty() && !startsCompound()) {
          place();
          return true;
        }
        word = captureState();
      }
    }
    if (word != null && left.isEmpty()) {
      startsCompound();
    }
    Compound.Term whole = left.peek();
    if (whole != null && (word == null || isBeforeWord(whole))) {
      give(left.remove());
      return true;
    }
    if (word == null) {
      return false;
    }
    restoreState(word);
    word = null;
    place();
    return true;
  }

  private boolean isInside() {
    return current != null && wordStart < current.end();
  }

  /** Says whether the word is the first of a compound, of which the terms are then left to give. */
  private boolean startsCompound() {
    while (next != null && next.end() <= wordStart) {
      next = finder.next();
    }
    if (next == null || isInside() || wordStart < next.start()) {
      return false;
    }
    current = next;
    first = true;
    left.addAll(current.terms());
    return true;
  }

  private boolean isBeforeWord(Compound.Term term) {
    return !isInside()
        || term.start() < wordStart
        || (term.start() == wordStart && term.kind() != Compound.Kind.PART);
  }

  private void give(Compound.Term whole) {
    clearAttributes();
    term.setEmpty().append(whole.text());
    offset.setOffset(whole.start(), whole.end());
    keyword.setKeyword(whole.kind() == Compound.Kind.AMOUNT);
    increment.setPositionIncrement(first ? 1 : 0);
    first = false;
  }

  private void place() {
    if (isInside()) {
      increment.setPositionIncrement(first ? 1 : 0);
      first = false;
    }
  }
}
