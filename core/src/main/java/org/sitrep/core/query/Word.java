package org.sitrep.core.query;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A word as it was typed, without its backslashes. A character after a backslash is <em>plain</em>:
 * it has no meaning in the language but itself.
 */
final class Word {
  private final String text;
  private final BitSet plain;

  private Word(String text, BitSet plain) {
    this.text = text;
    this.plain = plain;
  }

  /**
   * Reads a word with backslashes; one that ends the text stands for nothing. Inside a word one
   * before a letter or digit is itself, for nothing else could be meant: {@code C:\\Users}.
   */
  static Word read(String typed) {
    return read(typed, true);
  }

  private static Word read(String typed, boolean paths) {
    if (typed.indexOf('\\') < 0) {
      return new Word(typed, new BitSet());
    }
    StringBuilder text = new StringBuilder(typed.length());
    BitSet plain = new BitSet();
    int at = 0;
    while (at < typed.length()) {
      boolean escaped = typed.charAt(at) == '\\';
      if (escaped && ++at == typed.length()) {
        break;
      }
      int c = typed.codePointAt(at);
      if (escaped && paths && at > 1 && Character.isLetterOrDigit(c)) {
        plain.set(text.length());
        text.append('\\');
        escaped = false;
      }
      if (escaped) {
        plain.set(text.length(), text.length() + Character.charCount(c));
      }
      text.appendCodePoint(c);
      at += Character.charCount(c);
    }
    return new Word(text.toString(), plain);
  }

  /** Returns a word of which every character is plain. */
  static Word plain(String text) {
    BitSet plain = new BitSet(text.length());
    plain.set(0, text.length());
    return new Word(text, plain);
  }

  /** Reads a wildcard's pattern, whose stars and question marks alone are not plain. */
  static Word pattern(String pattern) {
    Word word = read(pattern, false);
    BitSet plain = new BitSet(word.length());
    for (int i = 0; i < word.length(); i++) {
      plain.set(i, !word.isWildcard(i));
    }
    return new Word(word.text, plain);
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  boolean isPlain(int i) {
    return plain.get(i);
  }

  /** Says whether no character is plain by a backslash and the word reads so, in any case. */
  boolean isKeyword(String keyword) {
    return plain.isEmpty() && text.equalsIgnoreCase(keyword);
  }

  boolean isWildcard(int i) {
    return isSign(i, '*') || isSign(i, '?');
  }

  private boolean isSign(int i, char sign) {
    return !plain.get(i) && text.charAt(i) == sign;
  }

  boolean hasWildcard() {
    return firstWildcard() < length();
  }

  private int firstWildcard() {
    int i = 0;
    while (i < length() && !isWildcard(i)) {
      i++;
    }
    return i;
  }

  /** Says whether there is more than punctuation: a letter, a digit, a symbol, or what is plain. */
  boolean isMoreThanPunctuation() {
    for (int i = 0; i < length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (plain.get(i) ? !Character.isWhitespace(c) : Characters.isOfWord(c)) {
        return true;
      }
    }
    return false;
  }

  /** Says whether the word is one or more stars and nothing else. */
  boolean isStars() {
    return isAll(0, '*');
  }

  private boolean isAll(int from, char sign) {
    for (int i = from; i < length(); i++) {
      if (!isSign(i, sign)) {
        return false;
      }
    }
    return from < length();
  }

  /** Says whether the only wildcards are question marks at the end. */
  boolean asksAtEnd() {
    return isAll(firstWildcard(), '?');
  }

  /** Says whether the word is an address of the web, in which a question mark is no wildcard. */
  boolean isAddress() {
    return text.contains("://") || text.regionMatches(true, 0, "www.", 0, 4);
  }

  boolean asks() {
    return IntStream.range(0, length()).anyMatch(i -> isSign(i, '?'));
  }

  boolean hasStar() {
    return IntStream.range(0, length()).anyMatch(i -> isSign(i, '*'));
  }

  /** Returns the word with question marks that are themselves. */
  Word withPlainQuestionMarks() {
    BitSet signs = (BitSet) plain.clone();
    IntStream.range(0, length()).filter(i -> isSign(i, '?')).forEach(signs::set);
    return new Word(text, signs);
  }

  /** Says whether the only wildcards are stars at the end of some text. */
  boolean isPrefix() {
    int first = firstWildcard();
    return first > 0 && isAll(first, '*');
  }

  /** Returns what stands before the first wildcard. */
  Word beforeWildcard() {
    return part(0, firstWildcard());
  }

  /** Counts the wildcards; stars in a row are one. */
  int wildcards() {
    int count = 0;
    for (int i = 0; i < length(); i++) {
      count += isWildcard(i) && !isStarAfterStar(i) ? 1 : 0;
    }
    return count;
  }

  private boolean isStarAfterStar(int i) {
    return i > 0 && isSign(i, '*') && isSign(i - 1, '*');
  }

  /** Returns this pattern or, where it is over the bounds, its beginning and a star. */
  Word boundedPattern() {
    if (length() <= Query.MAX_PATTERN && wildcards() <= Query.MAX_WILDCARDS) {
      return this;
    }
    int to = Math.min(length(), Query.MAX_PATTERN - 1);
    while (part(0, to).wildcards() >= Query.MAX_WILDCARDS
        || Character.isSurrogatePair(text.charAt(to - 1), text.charAt(to))) {
      to--;
    }
    return new Word(text.substring(0, to) + '*', plain.get(0, to));
  }

  Word part(int from, int to) {
    return new Word(text.substring(from, to), plain.get(from, to));
  }

  /** Returns the word without the characters at its ends that are not plain and pass a test. */
  Word trimmed(IntPredicate leading, IntPredicate trailing) {
    int from = 0;
    int to = length();
    while (to > from && !plain.get(to - 1) && trailing.test(text.charAt(to - 1))) {
      to--;
    }
    while (from < to && !plain.get(from) && leading.test(text.charAt(from))) {
      from++;
    }
    return part(from, to);
  }

  /** Finds the tilde before the last characters of the word, all digits with at most one dot. */
  OptionalInt tilde() {
    for (int i = length() - 1; i > 0; i--) {
      if (isSign(i, '~')) {
        return OptionalInt.of(i);
      }
      char c = text.charAt(i);
      if (plain.get(i) || ((c < '0' || c > '9') && c != '.')) {
        break;
      }
    }
    return OptionalInt.empty();
  }

  /** Returns the word as a wildcard's pattern. */
  String toPattern() {
    StringBuilder pattern = new StringBuilder(length());
    for (int i = 0; i < length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || (plain.get(i) && (c == '*' || c == '?'))) {
        pattern.append('\\');
      }
      if (!isStarAfterStar(i)) {
        pattern.append(c);
      }
    }
    return pattern.toString();
  }
}
