package org.sitrep.core.query;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/**
 * The words that a typed word or a phrase is made of, told without analysing it: runs of letters
 * and digits of one script, and each sign of a script that writes no blanks between words. What an
 * index makes of a text has no more words than that.
 */
final class Parts {
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
    @Nullable UnicodeScript run = null;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      UnicodeScript script = script(c);
      if (script != null && (script != run || standsAlone(c))) {
        if (parts == most) {
          break;
        }
        parts++;
      }
      if (script != null || (end == at && isMark(c))) {
        end = next;
      }
      run = script != null ? script : isMark(c) ? run : null;
      at = next;
    }
    return place ? end : parts;
  }

  /** The script of what a word consists of; null of all else. */
  private static @Nullable UnicodeScript script(int c) {
    if (c < 0x80) {
      boolean isWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      return isWord ? UnicodeScript.LATIN : null;
    }
    return Characters.isOfWord(c) ? UnicodeScript.of(c) : null;
  }

  private static boolean standsAlone(int c) {
    return c >= 0x80
        && (Character.isIdeographic(c)
            || Character.getType(c) == Character.OTHER_SYMBOL
            || UnicodeScript.of(c) == UnicodeScript.HIRAGANA);
  }

  /** Goes on with a word; the frame around a digit makes a sign of it, which stands alone. */
  private static boolean isMark(int c) {
    return c >= 0x80
        && switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT ->
              true;
          default -> false;
        };
  }
}
