package org.sitrep.corpus.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.vocabulary.Folding;

/**
 * A line of a page and what can be seen of it without its neighbours. Lines that were broken to a
 * width are one line here, from {@code number} to {@code last}.
 */
final class Line {
  private static final Pattern MARK =
      Pattern.compile(
          "(?:[•●○□▪■‣◦∙·*+»›>–—-]|o(?= )|\\d{1,2}[.)](?=\\s)(?!\\s+(?iu:"
              + DateWords.STANDARD.monthPattern()
              + ")))(?:\\s+|$)");
  private static final String JOINS = "'’ʼ.-";
  private static final Pattern IMAGE =
      Pattern.compile(
          "(?:\\[[^\\[\\]]*\\]\\s*)++|\\S+\\.(?:jpe?g|png|gif|svg|webp)\\S*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RULE = Pattern.compile("([━─_=*~—–-])(?:\\s*\\1){2,}+");
  private static final Pattern END = Pattern.compile("[.!?…。！？][\"'”’»“)\\]]*$");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int SHORT_WORD = 3;
  private static final Pattern PAUSE = Pattern.compile("[,.;:] |[—–] |，|、");
  private static final Pattern INNER_STOP = Pattern.compile("[\\p{Ll}\\d][.!?]\\s+\\p{Lu}|[。！？]");

  final int number;
  final int last;
  final int indent;

  /** The line without white space at its ends. */
  final String text;

  /** The line without a list mark. */
  final String content;

  final boolean marked;

  /** How many words; where words are not parted by spaces, two letters count as one. */
  final int words;

  /** The share of words that begin with a small letter. */
  final double small;

  /** Whether it ends as a sentence does. */
  final boolean ends;

  private String key = "";

  Line(int number, int last, String raw) {
    this.number = number;
    this.last = last;
    text = raw.strip();
    indent = raw.length() - raw.stripLeading().length();
    Matcher mark = MARK.matcher(text);
    marked = mark.lookingAt();
    content = marked ? text.substring(mark.end()).strip() : text;
    int[] counts = countWords(content);
    words = counts[0];
    small = words == 0 ? 0 : counts[1] / (double) words;
    ends = END.matcher(content.substring(Math.max(0, content.length() - 6))).find();
  }

  private static int[] countWords(String text) {
    int words = 0;
    int small = 0;
    int wide = 0;
    boolean within = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWide(c)) {
        wide++;
        within = false;
      } else if (isLetter(c)) {
        if (!within) {
          words++;
          small += Character.isLowerCase(c) ? 1 : 0;
        }
        within = true;
      } else {
        within =
            within
                && JOINS.indexOf(c) >= 0
                && i + 1 < text.length()
                && isLetter(text.charAt(i + 1));
      }
    }
    return new int[] {words + wide / 2, small + wide / 2};
  }

  private static boolean isLetter(char c) {
    return Character.isLetter(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isWide(char c) {
    return (c >= '\u2E80' && c <= '\uD7FF') || (c >= '\uF900' && c <= '\uFAFF');
  }

  /** What two lines share that say the same: the words without mark, case and spacing. */
  String key() {
    if (key.isEmpty()) {
      key = Folding.fold(content);
    }
    return key;
  }

  boolean blank() {
    return text.isEmpty();
  }

  /** Whether nothing is left beside the list mark. */
  boolean bare() {
    return content.isEmpty();
  }

  /** A picture's stand-in: {@code [name]} or a file's name. */
  boolean image() {
    boolean oneWord = content.indexOf(' ') < 0;
    return (oneWord || content.startsWith("[")) && IMAGE.matcher(content).matches();
  }

  /** A line drawn across the page. */
  boolean rule() {
    return RULE.matcher(text).matches();
  }

  /** Whether it has letters at all. */
  boolean worded() {
    return words > 0;
  }

  /** One or more sentences, long enough not to be a label. */
  boolean prose() {
    if (image() || small < 0.25) {
      return false;
    }
    return (words >= 9 && ends)
        || (words >= 18 && small >= 0.45 && PAUSE.matcher(content).find())
        || (words >= 22 && small >= 0.6 && wordedAsSentence())
        || (words >= 25 && innerStop());
  }

  /** A capital first and small words among the others, where no sign of a sentence stands. */
  private boolean wordedAsSentence() {
    long shortWords =
        SPACE.splitAsStream(content).filter(word -> word.length() <= SHORT_WORD).count();
    return Character.isUpperCase(content.codePointAt(0)) && shortWords >= words / 5;
  }

  private boolean innerStop() {
    return INNER_STOP.matcher(content).find();
  }

  /** A short line that ends as a sentence. */
  boolean shortSentence() {
    return !prose() && ends && words >= 2;
  }

  /** A few words that end like no sentence: a menu's item, a heading, a name. */
  boolean label() {
    return worded() && !prose() && !ends && !image();
  }

  /** Whether all of its letters are capitals. */
  boolean shouted() {
    return words > 0
        && content.equals(content.toUpperCase(java.util.Locale.ROOT))
        && !content.equals(content.toLowerCase(java.util.Locale.ROOT));
  }

  @Override
  public String toString() {
    return number + ": " + text;
  }
}
