package org.sitrep.corpus;

import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;

/**
 * Tells the encoding of a text that is not UTF-8 and says nothing of it: of the eight-bit encodings
 * of Western and Central Europe and of Cyrillic, the one in which it has the fewest signs that
 * stand within words where no text has them.
 */
final class OldEncoding {
  private static final Charset KOI8 = Charset.forName("KOI8-U");
  private static final Charset CYRILLIC = Charset.forName("windows-1251");
  private static final List<Charset> LATIN =
      List.of(
          Charset.forName("windows-1252"),
          Charset.forName("windows-1250"),
          Charset.forName("ISO-8859-2"));

  /**
   * Accented letters stand by themselves; where they stand side by side, the script is Cyrillic.
   */
  private static final int LETTERS_OF_A_WORD = 3;

  /** So much of a page shows its encoding. */
  private static final int LOOKED_AT = 1 << 18;

  private OldEncoding() {}

  static Charset of(byte[] bytes) {
    int inRuns = 0;
    int alone = 0;
    int raised = 0;
    int run = 0;
    for (int i = 0; i <= bytes.length; i++) {
      int value = i < bytes.length ? bytes[i] & 0xFF : 0;
      if (value >= 0xC0) {
        run++;
        raised += value >= 0xE0 ? 1 : -1;
        continue;
      }
      if (run >= LETTERS_OF_A_WORD) {
        inRuns += run;
      } else {
        alone += run;
      }
      run = 0;
    }
    if (inRuns > alone) {
      // Small letters, of which texts are full, are the upper half in one and the lower in the
      // other.
      return raised < 0 ? KOI8 : CYRILLIC;
    }
    int end = Math.min(bytes.length, LOOKED_AT);
    return LATIN.stream()
        .min(Comparator.comparingInt(charset -> oddities(new String(bytes, 0, end, charset))))
        .orElseThrow();
  }

  /** Counts signs and controls beyond ASCII between two letters, or after one at a word's end. */
  private static int oddities(String text) {
    int odd = 0;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && !Character.isLetter(c) && Character.isLetter(text.charAt(i - 1))) {
        boolean within = i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
        boolean joins = c == '’' || c == '‑' || c == '–' || c == '—' || c == 0xAD;
        odd += Character.isISOControl(c) || c == 0xFFFD || (within && !joins) ? 1 : 0;
      }
    }
    return odd;
  }
}
