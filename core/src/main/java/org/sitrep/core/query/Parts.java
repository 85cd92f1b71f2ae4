package org.sitrep.core.query;

import java.lang.Character.UnicodeScript;

/**
 * The words that a typed word or a phrase is made of, told without analysing it: runs of letters
 * and digits of one script, and each sign of a script that writes no blanks between words. What an
 * index makes of a text has no more words than that.
 */
final class Parts {
  /** Of what no word consists. */
  private static final int NONE = -1;

  /** Of what goes on with whatever stands before it. */
  private static final int ANY = -2;

  private Parts() {}

  /** Counts the parts; linear in the length of the text. */
  static int count(String text) {
    return walk(text, Integer.MAX_VALUE, false);
  }

  /** Returns where a text ends that has no more parts than a number, from 1. */
  static int end(String text, int most) {
    return walk(text, most, true);
  }

  /** Cuts what a person typed where it has too many parts, and reports that. */
  static String bounded(Token token, String typed, Repairs repairs) {
    if (typed.length() <= Query.MAX_PARTS) {
      return typed;
    }
    int end = end(typed, Query.MAX_PARTS);
    if (end == typed.length() || count(typed.substring(end)) == 0) {
      return typed;
    }
    String most = "more than " + Query.MAX_PARTS;
    String problem =
        token.is(Token.Kind.QUOTED)
            ? "phrase has " + most + " words"
            : "word has " + most + " parts";
    repairs.add(token, problem, "the rest is left out");
    return typed.substring(0, end);
  }

  /** Goes over some parts and returns their number, or where the last of them ends. */
  private static int walk(String text, int most, boolean place) {
    int parts = 0;
    int end = 0;
    int run = NONE;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      int kind = c < 0x80 ? ascii(c) : kind(c);
      if (kind == ANY) {
        kind = run;
      }
      if (kind != NONE) {
        boolean begins = kind != run || (c >= 0x80 && standsAlone(c));
        if (begins && parts == most) {
          break;
        }
        parts += begins ? 1 : 0;
        end = next;
      }
      run = kind;
      at = next;
    }
    return place ? end : parts;
  }

  private static int ascii(int c) {
    boolean isWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return isWord ? number(UnicodeScript.LATIN) : NONE;
  }

  /** The script of what a word consists of, in which letters, digits and signs are apart. */
  private static int kind(int c) {
    UnicodeScript script = UnicodeScript.of(c);
    int letters = number(script);
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK ->
          script == UnicodeScript.INHERITED ? ANY : letters;
      case Character.DECIMAL_DIGIT_NUMBER -> letters + 1;
      default ->
          Character.isLetter(c)
              ? letters
              : Characters.isOfWord(c) || standsAlone(c) ? letters + 2 : NONE;
    };
  }

  @SuppressWarnings("EnumOrdinal") // tells scripts apart, and is kept nowhere
  private static int number(UnicodeScript script) {
    return 3 * script.ordinal();
  }

  private static boolean standsAlone(int c) {
    return Character.isIdeographic(c)
        || Character.isEmoji(c)
        || switch (Character.getType(c)) {
          case Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL, Character.ENCLOSING_MARK -> true;
          default -> UnicodeScript.of(c) == UnicodeScript.HIRAGANA;
        };
  }
}
