package org.sitrep.core.index.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Gives each word twice at one place: as it is, for the stemmer to change, and marked as its exact
 * form, which later filters leave alone because it is a keyword. What is a keyword already is given
 * once.
 */
final class ExactFormFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private @Nullable State word;

  ExactFormFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (word != null) {
      restoreState(word);
      word = null;
      String exact = term.toString();
      term.setEmpty().append(ArticleAnalyzer.EXACT).append(exact);
      increment.setPositionIncrement(0);
      keyword.setKeyword(true);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    word = keyword.isKeyword() ? null : captureState();
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    word = null;
  }
}
