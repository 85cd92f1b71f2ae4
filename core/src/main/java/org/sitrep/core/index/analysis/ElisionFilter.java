package org.sitrep.core.index.analysis;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Drops an article or pronoun that a vowel has swallowed: "l'armée" is "armée", "dell'esercito"
 * "esercito". It does so in texts of every language, because a query is read in all of them and
 * names are quoted from one in the other ("Giscard d'Estaing"); words of one letter that are read
 * so in French and Catalan alone stay in English.
 */
final class ElisionFilter extends TokenFilter {
  private static final Set<String> ANYWHERE =
      Set.of(
          "l", "d", "dell", "dall", "nell", "sull", "all", "coll", "quell", "quest", "un", "qu",
          "jusqu", "lorsqu", "puisqu", "quoiqu");
  private static final Set<String> NOT_IN_ENGLISH = Set.of("c", "j", "m", "n", "s", "t");
  private static final int LONGEST = 6;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final boolean english;

  ElisionFilter(TokenStream input, String language) {
    super(input);
    this.english = language.equals("en");
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    int length = Math.min(LONGEST + 1, term.length() - 2); // a letter alone is not swallowed before
    for (int i = 1; i < length; i++) {
      if (isApostrophe(term.charAt(i))) {
        if (isSwallowed(i)) {
          term.copyBuffer(term.buffer(), i + 1, term.length() - i - 1);
        }
        break;
      }
    }
    return true;
  }

  /** Says whether a character is an apostrophe, typed or of typography. */
  static boolean isApostrophe(char c) {
    return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == '＇';
  }

  private boolean isSwallowed(int length) {
    StringBuilder article = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      article.append(Character.toLowerCase(term.charAt(i)));
    }
    String word = article.toString();
    return Character.isLetter(term.charAt(length + 1))
        && (ANYWHERE.contains(word)
            || (!english && NOT_IN_ENGLISH.contains(word) && !isName(length)));
  }

  /** As in "N'Djamena" and "M'Bow", which are not written in small letters. */
  private boolean isName(int length) {
    return Character.isUpperCase(term.charAt(0))
        && Character.isUpperCase(term.charAt(length + 1))
        && Character.isLowerCase(term.charAt(length + 2));
  }
}
