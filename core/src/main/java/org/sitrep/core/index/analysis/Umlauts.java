package org.sitrep.core.index.analysis;

import java.text.Normalizer;

/**
 * The letters that are written as two where a keyboard lacks them, or by custom: Müller is Mueller,
 * Jørgensen Joergensen. The dots alone go where accents do (Muller), and ß and æ are two letters
 * there.
 */
final class Umlauts {
  private static final String LETTERS = "äöüøåÄÖÜØÅ";
  private static final String[] PAIRS = {
    "ae", "oe", "ue", "oe", "aa", "Ae", "Oe", "Ue", "Oe", "Aa"
  };

  private Umlauts() {}

  /** Says whether a text, composed, holds such a letter. */
  static boolean areIn(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0xc4 && LETTERS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns a text with each such letter as two; as it is where it holds none. */
  static String writtenOut(CharSequence text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (!areIn(composed)) {
      return text.toString();
    }
    StringBuilder written = new StringBuilder(text.length() + 4);
    for (int i = 0; i < composed.length(); i++) {
      int letter = LETTERS.indexOf(composed.charAt(i));
      if (letter < 0) {
        written.append(composed.charAt(i));
      } else {
        written.append(PAIRS[letter]);
      }
    }
    return written.toString();
  }
}
