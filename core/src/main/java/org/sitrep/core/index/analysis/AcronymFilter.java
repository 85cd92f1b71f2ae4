package org.sitrep.core.index.analysis;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Adds a term of its own to an acronym that is written with its capitals, so that "US" can be found
 * without "us".
 */
final class AcronymFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final ImmutableMap<String, String> terms;
  private @Nullable String next;

  AcronymFilter(TokenStream input, ImmutableMap<String, String> terms) {
    super(input);
    this.terms = terms;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    next = null;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (next != null) {
      term.setEmpty().append(next); // the offsets stay those of the word
      keyword.setKeyword(true);
      increment.setPositionIncrement(0);
      next = null;
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    if (mayBeAcronym()) {
      next = terms.get(term.toString());
    }
    return true;
  }

  private boolean mayBeAcronym() {
    int capitals = 0;
    for (int i = 0; i < term.length() && capitals < 2; i++) {
      if (Character.isUpperCase(term.charAt(i))) {
        capitals++;
      }
    }
    return capitals == 2 && !keyword.isKeyword();
  }
}
