package org.sitrep.core.index.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/** Writes words of several spellings in one of them; leaves exact forms alone. */
final class SpellingFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final Spelling spelling;

  SpellingFilter(TokenStream input, Spelling spelling) {
    super(input);
    this.spelling = spelling;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (!keyword.isKeyword()) {
      String word = term.toString();
      String common = spelling.common(word);
      if (!common.equals(word)) {
        term.setEmpty().append(common);
      }
    }
    return true;
  }
}
