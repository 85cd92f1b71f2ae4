package org.sitrep.core.index.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.FlagsAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Keeps words with digits from the stemmer, to which a Ka-52E would be a Ka-52, and tells their
 * plurals: the small s of "F-16s" is one, the capital of "Su-35S" a part of the name, unless all
 * words around are in capitals.
 */
final class NumberedWordFilter extends TokenFilter {
  private static final int SHORTEST_NEIGHBOUR = 3;
  private static final int FARTHEST_NEIGHBOUR = 3;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
  private final FlagsAttribute flags = addAttribute(FlagsAttribute.class);
  private final Reading reading;

  private String text = "";

  NumberedWordFilter(TokenStream input, Reading reading) {
    super(input);
    this.reading = reading;
  }

  /** Takes the text of which the tokens come next. */
  void text(String text) {
    this.text = text;
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (!keyword.isKeyword() && hasDigit()) {
      flags.setFlags(flags.getFlags() | WordForm.NUMBERED | plural());
    }
    return true;
  }

  private boolean hasDigit() {
    for (int i = 0; i < term.length(); i++) {
      if (TextSigns.isDigit(term.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private int plural() {
    int last = term.length() - 1;
    if (last < 1 || (term.charAt(last) | 0x20) != 's') {
      return 0;
    }
    boolean afterDigit = TextSigns.isDigit(term.charAt(last - 1));
    if (afterDigit && isNumber(last)) {
      return WordForm.PLURAL; // "the 1990s"
    }
    if (term.charAt(last) == 'S') {
      return afterDigit && isAmongCapitals() ? WordForm.PLURAL | WordForm.AMBIGUOUS : 0;
    }
    boolean mayBeVariant = reading == Reading.EAGER && !hasCapital(); // "su-35s" as typed
    return mayBeVariant || term.charAt(last - 1) == 's' ? 0 : WordForm.PLURAL;
  }

  private boolean isNumber(int end) {
    for (int i = 0; i < end; i++) {
      if (!TextSigns.isDigit(term.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean hasCapital() {
    for (int i = 0; i < term.length(); i++) {
      if (Character.isUpperCase(term.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether there are words beside it, all of them in capitals. */
  private boolean isAmongCapitals() {
    int end = offset.startOffset();
    while (end > 0
        && offset.startOffset() - end < FARTHEST_NEIGHBOUR
        && !TextSigns.isWord(text, end - 1)) {
      end--;
    }
    int start = offset.endOffset();
    while (start < text.length()
        && start - offset.endOffset() < FARTHEST_NEIGHBOUR
        && !TextSigns.isWord(text, start)) {
      start++;
    }
    int before = capitals(TextSigns.lettersBefore(text, end), end);
    int after = capitals(start, TextSigns.lettersAfter(text, start));
    return before >= 0 && after >= 0 && before + after > 0;
  }

  /** 1 for a word in capitals, -1 for another one, 0 where it is too short to say. */
  private int capitals(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isUpperCase(text.charAt(i))) {
        return -1;
      }
    }
    return end - start < SHORTEST_NEIGHBOUR ? 0 : 1;
  }
}
