package org.sitrep.core.index.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.vocabulary.Notations;

/**
 * The ways to write one word of two parts: joined (antitank), with a hyphen (anti-tank) and, behind
 * a known prefix, apart (anti tank). An article's text is taken as it stands, with what is hyphened
 * also joined ({@link JoinedWordFilter}); what a person types is read in all ways.
 */
final class Hyphens {
  private static final int MAX_PART = 24;
  private static final int MIN_REST = 3;
  private static final int SHORT_PREFIX = 3;

  /** How many ways one text is read in; where there would be more, all parts are read alike. */
  private static final int MAX_WAYS = 8;

  /** A text that is longer is a quotation, and read as it is. */
  private static final int MAX_TEXT = 2_000;

  private static final Pattern WORDS =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{N}_])(\\p{L}{1,24}+)(?:([-\\x{2010}-\\x{2013}\\x{2212}]|"
              + " ++)(\\p{L}{2,24}+))?+(?![\\p{L}\\p{M}\\p{N}_])");

  private Hyphens() {}

  /**
   * Where the second of two words ends that a hyphen joins.
   *
   * @param text the text
   * @param start where the first word starts
   * @param end where it ends
   * @param first the first word
   * @return the place, or -1 where the word is not the first of two
   */
  static int joinedEnd(String text, int start, int end, CharSequence first) {
    if (end >= text.length() || !TextSigns.isDash(text.charAt(end)) || !isLetters(first)) {
      return -1;
    }
    int rest = TextSigns.lettersAfter(text, end + 1);
    if (rest - end <= 2 || rest - end > MAX_PART || TextSigns.isWord(text, rest)) {
      return -1;
    }
    boolean goesOn =
        (rest < text.length()
                && TextSigns.isDash(text.charAt(rest))
                && TextSigns.isWord(text, rest + 1))
            || (start > 1
                && TextSigns.isDash(text.charAt(start - 1))
                && TextSigns.isWord(text, start - 2));
    return goesOn && !isPrefix(first.toString()) ? -1 : rest;
  }

  private static boolean isLetters(CharSequence word) {
    return word.length() <= MAX_PART && word.chars().allMatch(Character::isLetter);
  }

  private static boolean isPrefix(String word) {
    return Notations.standard().isPrefix(word.toLowerCase(Locale.ROOT));
  }

  /** Whether two words that stand apart may be one: the first is a prefix. */
  static boolean isOneWord(String first, String second) {
    return isPrefix(first) && second.length() >= MIN_REST && isLetters(second);
  }

  /** The other ways to write a text, without the one in which it stands. */
  static Set<String> otherWays(String text) {
    if (text.length() > MAX_TEXT) {
      return Set.of();
    }
    List<String> written = new ArrayList<>();
    List<String> otherwise = new ArrayList<>();
    List<String> between = new ArrayList<>();
    Matcher words = WORDS.matcher(text);
    int last = 0;
    int from = 0;
    while (from <= text.length() && words.find(from)) {
      String other = otherWay(words.group(1), words.group(2), words.group(3));
      boolean pair = words.group(3) != null && (other != null || !words.group(2).isBlank());
      if (words.group(3) != null && !pair) {
        other = otherWay(words.group(1), null, null);
      }
      int end = pair || words.group(3) == null ? words.end() : words.end(1);
      if (other != null) {
        between.add(text.substring(last, words.start()));
        written.add(text.substring(words.start(), end));
        otherwise.add(other);
        last = end;
      }
      from = end;
    }
    between.add(text.substring(last));
    return ways(between, written, otherwise);
  }

  private static @Nullable String otherWay(
      String first, @Nullable String sign, @Nullable String second) {
    if (second != null && sign != null) {
      return !sign.isBlank() || isOneWord(first, second) ? first + second : null;
    }
    for (int length = Math.min(first.length() - MIN_REST, MAX_PART); length >= 2; length--) {
      boolean restIsLong = length >= SHORT_PREFIX || first.length() - length > MIN_REST;
      if (restIsLong && isPrefix(first.substring(0, length))) {
        return first.substring(0, length) + " " + first.substring(length);
      }
    }
    return null;
  }

  private static Set<String> ways(
      List<String> between, List<String> written, List<String> otherwise) {
    int words = written.size();
    Set<String> ways = new LinkedHashSet<>();
    boolean few = words < 31 && 1 << words <= MAX_WAYS;
    for (int way = 1; words > 0 && way < (few ? 1 << words : 2); way++) {
      StringBuilder whole = new StringBuilder();
      for (int i = 0; i < words; i++) {
        boolean other = !few || (way >> i & 1) == 1;
        whole.append(between.get(i)).append((other ? otherwise : written).get(i));
      }
      ways.add(whole.append(between.get(words)).toString());
    }
    return ways;
  }
}
