package org.sitrep.core.index.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Gives each word twice at one place: as it is, for the stemmer to change, and marked as its exact
 * form, which later filters leave alone because it is a keyword. What is a keyword already is given
 * once; what the text writes otherwise has another mark. A word with a digit is no matter for a
 * stemmer: it loses at most the letter of its plural, here.
 */
final class ExactFormFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);
  private @Nullable State word;
  private @Nullable State whole;

  ExactFormFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (word != null) {
      restoreState(word);
      whole = WordForm.has(flags.getFlags(), WordForm.AMBIGUOUS) ? word : null;
      word = null;
      String exact = term.toString();
      boolean otherwise = WordForm.has(flags.getFlags(), WordForm.OTHERWISE);
      term.setEmpty().append(otherwise ? ArticleAnalyzer.OTHERWISE : ArticleAnalyzer.EXACT);
      term.append(exact);
      again();
      return true;
    }
    if (whole != null) {
      restoreState(whole);
      whole = null;
      again();
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    word = keyword.isKeyword() ? null : captureState();
    if (WordForm.has(flags.getFlags(), WordForm.NUMBERED)) {
      keyword.setKeyword(true);
      term.setLength(term.length() - (WordForm.has(flags.getFlags(), WordForm.PLURAL) ? 1 : 0));
    }
    return true;
  }

  private void again() {
    increment.setPositionIncrement(0);
    keyword.setKeyword(true);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    word = null;
    whole = null;
  }
}
