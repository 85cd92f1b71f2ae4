package org.sitrep.core.index.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the first of two words that a hyphen joins what they are without it: "co-operation" has
 * "cooperation" at the place of "co". The two words stay where they are, so phrases are not
 * changed, and the joined one has no exact form, so an article that writes it joined ranks higher.
 */
final class JoinedWordFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);

  private String text = "";
  private @Nullable State first;
  private int rest;

  JoinedWordFilter(TokenStream input) {
    super(input);
  }

  /** Takes the text of which the tokens come next. */
  void text(String text) {
    this.text = text;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    first = null;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (first != null) {
      restoreState(first);
      first = null;
      int start = offset.endOffset() + 1;
      term.append(text, start, rest);
      offset.setOffset(offset.startOffset(), TextSigns.afterPossessive(text, rest));
      flags.setFlags(WordForm.OTHERWISE);
      increment.setPositionIncrement(0);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    if (increment.getPositionIncrement() > 0 && !keyword.isKeyword()) {
      rest = Hyphens.joinedEnd(text, offset.startOffset(), offset.endOffset(), term);
      first = rest < 0 ? null : captureState();
    }
    return true;
  }
}
