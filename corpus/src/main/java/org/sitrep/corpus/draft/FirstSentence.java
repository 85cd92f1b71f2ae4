package org.sitrep.corpus.draft;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** The first sentence of a body, which stands in for a headline where there is none. */
public final class FirstSentence {
  private static final int LONGEST = 250;
  private static final Pattern ABBREVIATED =
      Pattern.compile(
          ".*(?:\\b\\p{Lu}|\\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Maj|Capt|Adm|Sen|Rep|Gov|Prof|No|vs"
              + "|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Corp|Ltd|Co|approx|ca|z\\.B|bzw))\\.\\s*$",
          Pattern.DOTALL);

  private FirstSentence() {}

  /**
   * Returns the first sentence.
   *
   * @param body a body, not blank
   * @return the sentence on one line; where it is longer than 250 characters, its beginning up to a
   *     word's end, with an ellipsis
   */
  public static String of(String body) {
    String paragraph = body.strip().split("\n\\s*\n", 2)[0];
    String text = CleanText.line(paragraph);
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    int end = sentences.next();
    while (end != BreakIterator.DONE
        && end < text.length()
        && ABBREVIATED.matcher(text.substring(Math.max(0, end - 12), end)).matches()) {
      end = sentences.next();
    }
    String sentence = (end == BreakIterator.DONE ? text : text.substring(0, end)).strip();
    return sentence.length() <= LONGEST ? sentence : cut(sentence);
  }

  private static String cut(String sentence) {
    int space = sentence.lastIndexOf(' ', LONGEST);
    int end = space > LONGEST / 2 ? space : LONGEST;
    if (Character.isHighSurrogate(sentence.charAt(end - 1))) {
      end--;
    }
    return sentence.substring(0, end).stripTrailing() + "…";
  }
}
