package org.sitrep.core.index.analysis;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * Gives English words their stems. Where Porter's would have two letters, as that of "use" and
 * "used", which would be the term of "us" and "US", the stem is the short word that all of them
 * come from: "use".
 */
final class EnglishStemFilter extends TokenFilter {
  private static final int SHORT = 2;

  /** Short words whose last letter makes no plural of them. */
  private static final Set<String> NO_PLURALS =
      Set.of("bus", "gas", "has", "his", "its", "was", "yes");

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final Words words;

  EnglishStemFilter(TokenStream input) {
    this(new Words(input));
  }

  private EnglishStemFilter(Words words) {
    super(new PorterStemFilter(words));
    this.words = words;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (term.length() == SHORT && words.word.length() > SHORT && !keyword.isKeyword()) {
      shortStem(words.word.toString());
    }
    return true;
  }

  private void shortStem(String word) {
    char last = term.charAt(1);
    if (word.length() == SHORT + 1 && word.charAt(SHORT) == 's') {
      if (NO_PLURALS.contains(word)) {
        term.append('s'); // others are plurals: "ads", "MPs"
      }
    } else if (!isVowel(term.charAt(0)) && word.endsWith("ying")) {
      term.setLength(1);
      term.append("ie"); // "dying"
    } else if (last == 'i' && word.startsWith("ie", 1)) {
      term.append('e'); // "died", "dies"
    } else if (isVowel(term.charAt(0)) && !isVowel(last)) {
      boolean doubled = word.charAt(SHORT) == last;
      term.append(doubled ? last : 'e'); // "added", "used"
    }
  }

  private static boolean isVowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }

  /** Remembers the word that the stemmer changes. */
  private static final class Words extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final StringBuilder word = new StringBuilder();

    Words(TokenStream input) {
      super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      word.setLength(0);
      word.append(term);
      return true;
    }
  }
}
