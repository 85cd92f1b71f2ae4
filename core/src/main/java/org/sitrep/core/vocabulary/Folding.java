package org.sitrep.core.vocabulary;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes the spellings of one name equal: case, accents, width and runs of white space do not count.
 *
 * <p>Stateless; safe for use by several threads.
 */
public final class Folding {
  /** What the letters from À on become, and from Ѐ on; {@code \uffff} where they are looked up. */
  private static final String LATIN =
      "aaaaaa\uffffceeeeiiiiðnooooo×ouuuuy\uffff\uffff"
          + "aaaaaa\uffffceeeeiiiiðnooooo÷ouuuuy\uffffy";

  private static final String CYRILLIC =
      "ееђгєѕііјљњћкиуџабвгдежзииклмнопрстуфхцчшщъыьэюя"
          + "абвгдежзииклмнопрстуфхцчшщъыьэюяееђгєѕііјљњћкиуџ";

  private static final char LOOKED_UP = '\uffff';

  private Folding() {}

  /**
   * Returns the folded form of a text: compatibility-decomposed (Unicode NFKD), combining marks
   * dropped, lower case, letters that do not decompose (ł, ø, đ, ß, æ, œ) written with their base
   * letters, white space collapsed to single spaces and stripped at both ends.
   *
   * @param text any text, possibly empty
   * @return the folded text, empty when the text is blank
   */
  public static String fold(String text) {
    if (isPlain(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String plain = withoutMarks(text);
    StringBuilder folded = new StringBuilder(plain.length());
    boolean gap = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0') {
        gap = !folded.isEmpty();
        continue;
      }
      if (gap) {
        folded.append(' ');
        gap = false;
      }
      folded.append(c);
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  /** Whether a text is of words in ASCII with a blank between each two. */
  static boolean isPlain(String text) {
    char last = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && last == ' ')) {
        return false;
      }
      last = c;
    }
    return last != ' ' || text.isEmpty();
  }

  private static String withoutMarks(String text) {
    char[] letters = text.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      letters[i] = letters[i] < 0x80 ? letters[i] : known(letters[i]);
      if (letters[i] == LOOKED_UP) {
        return decomposed(text);
      }
    }
    return new String(letters);
  }

  /** What a letter of most European texts becomes; else {@link #LOOKED_UP}. */
  private static char known(char c) {
    if (c >= 'À' && c < 'À' + LATIN.length()) {
      return LATIN.charAt(c - 'À');
    }
    return c >= 'Ѐ' && c < 'Ѐ' + CYRILLIC.length() ? CYRILLIC.charAt(c - 'Ѐ') : LOOKED_UP;
  }

  /** The JDK's tables of decompositions take as long to load as a small index to open. */
  private static String decomposed(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder out = new StringBuilder(decomposed.length());
    decomposed
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> appendBase(out, c));
    return out.toString();
  }

  private static void appendBase(StringBuilder out, int c) {
    switch (c) {
      case 'ł', 'Ł' -> out.append('l');
      case 'ø', 'Ø' -> out.append('o');
      case 'đ', 'Đ' -> out.append('d');
      case 'ı' -> out.append('i');
      case 'ß', 'ẞ' -> out.append("ss");
      case 'æ', 'Æ' -> out.append("ae");
      case 'œ', 'Œ' -> out.append("oe");
      case 'þ', 'Þ' -> out.append("th");
      default -> out.appendCodePoint(c);
    }
  }
}
