package org.sitrep.core.query;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.sitrep.core.query.Token.Kind;

/** Reads phrases: what stands between quotes, and the tilde and number behind them. */
final class Quotes {
  private final String text;
  private final Repairs repairs;
  private final Set<Integer> neverClosed = new HashSet<>();

  Quotes(String text, Repairs repairs) {
    this.text = text;
    this.repairs = repairs;
  }

  /** Reads the phrase whose quote opens at a place; empty where it never closes. */
  Optional<Token> read(int at) {
    int close = closing(at);
    if (close < 0) {
      repairs.add(at, 1, "quote at %s never closes".formatted(at), "read as words");
      return Optional.empty();
    }
    int end = close + 1;
    int tilde = tildeBehindBlank(end);
    if (tilde > end) {
      repairs.add(end, tilde - end, "white space stands before the tilde", "read as if it did not");
      end = tilde;
    }
    Optional<String> slop = Optional.empty();
    if (end < text.length() && text.charAt(end) == '~') {
      int digits = end + 1;
      end = digits;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      slop = Optional.of(text.substring(digits, end));
    }
    Word words = Word.read(text.substring(at + 1, close));
    return Optional.of(new Token(Kind.QUOTED, at, end, words, slop));
  }

  /** Finds the tilde and number that stand alone behind a phrase; else returns the end. */
  private int tildeBehindBlank(int end) {
    int tilde = Characters.afterBlanks(text, end);
    int after = tilde + 1;
    while (after < text.length() && isDigit(text.charAt(after))) {
      after++;
    }
    boolean alone =
        after >= text.length()
            || text.charAt(after) == ')'
            || Characters.isBlank(text.codePointAt(after));
    return text.startsWith("~", tilde) && after > tilde + 1 && alone ? tilde : end;
  }

  /** Finds the quote that closes the one at a place, by its kind or else by any; else -1. */
  private int closing(int at) {
    int close = closing(at, false);
    return close < 0 && text.charAt(at) == '"' ? closing(at, true) : close;
  }

  private int closing(int at, boolean byAny) {
    int open = text.charAt(at);
    int search = byAny ? -open : open;
    if (neverClosed.contains(search)) {
      return -1;
    }
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (byAny ? Characters.isQuote(c) : Characters.closes(open, c)) {
        return i;
      }
    }
    neverClosed.add(search);
    return -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
