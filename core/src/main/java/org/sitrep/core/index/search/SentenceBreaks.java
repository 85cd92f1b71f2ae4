package org.sitrep.core.index.search;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Set;

/**
 * Where the sentences of a paragraph begin and end: where {@link BreakIterator} says, but not after
 * the dot of an abbreviation, which it takes for a full stop wherever a capital letter or a number
 * follows ("the U.S. Navy", "St. Petersburg", "Jan. 5"). An abbreviation can end a sentence too;
 * then two sentences count as one, for that reads better than half of one.
 */
final class SentenceBreaks {
  /** Longer words are no abbreviations that are known here. */
  private static final int LONGEST = 8;

  /** What stands before a name, a noun or a date, as it is written: titles, months, states. */
  private static final Set<String> ABBREVIATIONS =
      words(
          """
          Mr Mrs Ms Messrs Dr Drs Prof Rev Hon St Ste Mt Ft Gen Gens Lt Col Maj Capt Cpt Cmdr Cdr
          Adm Sgt Cpl Pvt Pfc Spc Brig Sen Sens Rep Reps Gov Govs Pres Amb Sec Dept vs approx cf
          Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
          Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont
          Neb Nev Okla Ore Pa Tenn Va Vt Wash Wis Wyo
          Hr Fr Hptm Dipl Ing bzw ca ggf evtl sog inkl einschl insb stellv vgl Mio Mrd Tsd
          Sr Sra Dra Gral Cnel Tte EE gral
          gen col ten cap amm dott
          płk ppłk mjr kpt por dr prof im ul tzw np tys mln mld
          ген полк подп кап лейт акад проф им ул тыс млн млрд см
          """);

  /** What is an abbreviation only where a number follows, for it also is a word or ends a name. */
  private static final Set<String> BEFORE_NUMBERS =
      words("No Nos no nos Nr nr Art art Abs Fig Vol Ch pp para Inc Corp Ltd Co núm nº");

  /** German words before an ordinal: "am 5. Mai", "die 10. Panzerdivision". */
  private static final Set<String> BEFORE_ORDINALS =
      words("der die das den dem des am im vom zum zur beim bis ab seit Der Die Das Am Im Vom Zum");

  /** So much of a text tells whether a place in it is a break: its marks, blanks and words. */
  private static final int AROUND_BREAK = 100;

  private final NearBreaks breaks;
  private final int farthest;
  private String text = "";

  /**
   * Makes breaks of no text.
   *
   * @param farthest how many characters from a place its sentence is sought to; of a longer one any
   *     place farther away may be given
   */
  SentenceBreaks(int farthest) {
    this.farthest = farthest;
    this.breaks =
        new NearBreaks(BreakIterator.getSentenceInstance(Locale.ROOT), farthest + AROUND_BREAK);
  }

  private static Set<String> words(String list) {
    return Set.of(list.strip().split("\\s+"));
  }

  /** Takes another text. */
  void setText(String paragraph) {
    text = paragraph;
    breaks.setText(paragraph);
  }

  /** The start of the sentence that a place is in; the end of the text is its own. */
  int startOf(int at) {
    if (at >= text.length()) {
      return at;
    }
    int start = breaks.upTo(at);
    while (start > 0 && at - start <= farthest && isInside(start)) {
      start = breaks.previous();
    }
    return start;
  }

  /** The end of the sentence that a place is in, behind the blanks that follow it. */
  int endOf(int at) {
    if (at >= text.length()) {
      return text.length();
    }
    int end = breaks.behind(at);
    while (end - at <= farthest && isInside(end)) {
      end = breaks.next();
    }
    return end;
  }

  /** Whether a break is inside a sentence, since what stands before it is an abbreviation. */
  private boolean isInside(int at) {
    int dot = blanksBefore(at) - 1;
    if (at >= text.length() || dot < 1 || text.charAt(dot) != '.') {
      return false;
    }
    int start = wordBefore(dot);
    String word = text.substring(start, dot);
    if (word.isEmpty()) {
      return false;
    }
    boolean isNumberNext = Character.isDigit(text.charAt(at));
    return isInitial(word, start)
        || ABBREVIATIONS.contains(word)
        || (isNumberNext && BEFORE_NUMBERS.contains(word))
        || isOrdinal(word, start);
  }

  /** Of "J. Smith", "U.S.", "z. B.": one letter alone, which the s of "Ukraine's" is not. */
  private boolean isInitial(String word, int start) {
    return word.codePointCount(0, word.length()) == 1
        && Character.isLetter(word.codePointAt(0))
        && (start == 0 || "'’".indexOf(text.charAt(start - 1)) < 0);
  }

  private boolean isOrdinal(String word, int start) {
    if (!word.chars().allMatch(Character::isDigit)) {
      return false;
    }
    int end = blanksBefore(start);
    return end < start && BEFORE_ORDINALS.contains(text.substring(wordBefore(end), end));
  }

  private int blanksBefore(int at) {
    int first = at;
    while (first > 0 && isBlank(text.charAt(first - 1))) {
      first--;
    }
    return first;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** The start of the letters and digits before a place, not farther than is of use. */
  private int wordBefore(int end) {
    int start = end;
    while (start > 0 && end - start <= LONGEST) {
      int before = text.codePointBefore(start);
      if (!Character.isLetterOrDigit(before)) {
        break;
      }
      start -= Character.charCount(before);
    }
    return start;
  }
}
