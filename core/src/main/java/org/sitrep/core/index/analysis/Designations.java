package org.sitrep.core.index.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.analysis.Compound.Kind;
import org.sitrep.core.vocabulary.Notations;

/**
 * Finds designations of weapons, vehicles and units: letters, then a number, joined by nothing, a
 * dash or a blank (F16, F-16, F 16), and what follows by dashes (C-130J-30). The letters may have a
 * number before them (2S19, 2S-19).
 *
 * <p>Letters and a number that a blank parts are joined only where both look it: one to three
 * capitals, or a known family (Mk, Type, Leopard), and at most three digits, and no word that
 * stands before numbers anyway. In what a person types, {@link Reading#EAGER}, small letters will
 * do as well.
 */
final class Designations {
  private static final int MAX_HEAD = 6;
  private static final int MAX_TAIL = 9;
  private static final int MAX_PARTS = 4;

  /** How many digits stand before the letters of a Russian designation: 2S19, 9M729. */
  private static final int MAX_FIRST = 2;

  /** Capitals that stand behind numbers which count something: 5G, 3D, 4K, 1Q, 2H, 10M. */
  private static final String COUNTING = "DGHKMQ";

  private final String text;
  private final Reading reading;
  private final Notations notations = Notations.standard();

  Designations(String text, Reading reading) {
    this.text = text;
    this.reading = reading;
  }

  /**
   * Returns the designation whose first digit stands at a place.
   *
   * @return the designation, or null where there is none, or only one that is a word as it stands
   */
  @Nullable Compound at(int digit) {
    int headEnd = headEnd(digit);
    if (headEnd < 0) {
      return null;
    }
    int headStart = headStart(headEnd, digit);
    int start = start(headStart);
    int tailEnd = tailEnd(digit);
    boolean apart = headEnd < digit && !TextSigns.isDash(text.charAt(headEnd));
    if (start < 0 || tailEnd < 0 || !joins(headStart, headEnd, digit, tailEnd, apart)) {
      return null;
    }
    String head = text.substring(headStart, headEnd);
    if (head.equals("A") && text.startsWith("F/", headStart - 2) && headStart >= 2) {
      start = Math.min(start, headStart - 2);
      head = "FA";
    }
    return compound(start, head, digit, tailEnd, apart);
  }

  /** Where the letters before a number end: at it, or before one dash or blank. */
  private int headEnd(int digit) {
    int end = digit;
    if (end > 0
        && (TextSigns.isDash(text.charAt(end - 1)) || TextSigns.isBlank(text.charAt(end - 1)))) {
      end--;
      if (end > 0 && TextSigns.isBlank(text.charAt(end)) && text.charAt(end - 1) == '.') {
        end--; // "Mk. 41"
      }
    } else if (end > 0 && text.charAt(end - 1) == '.') {
      end--; // "Mk.41"
    }
    return end > 0 && Character.isLetter(text.charAt(end - 1)) ? end : -1;
  }

  /** Where the letters start that end at a place, or the digits right before them: "2S-19". */
  private int headStart(int headEnd, int digit) {
    int letters = TextSigns.lettersBefore(text, headEnd);
    int start = letters;
    while (start > 0 && letters - start <= MAX_FIRST && TextSigns.isDigit(text.charAt(start - 1))) {
      start--;
    }
    boolean numbered =
        headEnd < digit
            && start < letters
            && letters - start <= MAX_FIRST
            && headEnd - letters <= 2
            && TextSigns.startsWord(text, start);
    return numbered ? start : letters;
  }

  /** Where a designation starts: at its letters, or at an elided article before them; else -1. */
  private int start(int headStart) {
    if (headStart >= 2
        && (text.charAt(headStart - 1) == '\'' || text.charAt(headStart - 1) == '’')) {
      char article = Character.toLowerCase(text.charAt(headStart - 2));
      boolean elided = (article == 'l' || article == 'd') && !TextSigns.isWord(text, headStart - 3);
      return elided ? headStart - 2 : -1;
    }
    if (TextSigns.startsWord(text, headStart)
        || (headStart > 0 && text.charAt(headStart - 1) == '/')) {
      return headStart;
    }
    return -1;
  }

  /** Where the letters and digits from a number on end, or -1 where they make no designation. */
  private int tailEnd(int digit) {
    int end = digit;
    int digits = 0;
    while (end < text.length() && end - digit <= MAX_TAIL && isPart(text.charAt(end))) {
      if (digits == end - digit && TextSigns.isDigit(text.charAt(end))) {
        digits++;
      }
      end++;
    }
    boolean joined =
        end < text.length()
            && (text.charAt(end) == '.' || text.charAt(end) == ',')
            && end + 1 < text.length()
            && TextSigns.isDigit(text.charAt(end + 1));
    if (end - digit > MAX_TAIL || digits > 4 || joined || TextSigns.isWord(text, end)) {
      return -1;
    }
    return isOrdinal(text.substring(digit + digits, end)) ? -1 : end;
  }

  private static boolean isPart(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  private static boolean isOrdinal(String letters) {
    return switch (letters) {
      case "st", "nd", "rd", "th" -> true;
      default -> false;
    };
  }

  private boolean joins(int headStart, int headEnd, int digit, int tailEnd, boolean apart) {
    String head = text.substring(headStart, headEnd);
    String small = head.toLowerCase(Locale.ROOT);
    boolean family = notations.isFamily(small);
    if (TextSigns.isDigit(head.charAt(0))) {
      return joinsNumbered(head, digit, tailEnd, apart);
    }
    if (text.charAt(digit - 1) == '.' || (digit >= 2 && text.charAt(digit - 2) == '.')) {
      return family && Character.isUpperCase(head.charAt(0));
    }
    if (headEnd == digit) {
      return family || head.length() <= MAX_HEAD;
    }
    return apart
        ? joinsApart(head, small, family, digit, tailEnd)
        : joinsByDash(head, small, family);
  }

  /** Reads "2S-19" and "2S 19", but not "10M-20M" and "5G 100". */
  private boolean joinsNumbered(String head, int digit, int tailEnd, boolean apart) {
    String letters = head.substring(head.length() - (isLetter(head, 2) ? 2 : 1));
    int digits = digits(digit, tailEnd);
    boolean range = digit + digits < tailEnd && text.startsWith(letters, digit + digits);
    if (digits > 3 || range || text.charAt(digit - 1) == '.') {
      return false;
    }
    if (reading == Reading.EAGER) {
      return true;
    }
    boolean counts = apart && (letters.length() > 1 || COUNTING.contains(letters));
    return isCapitals(letters) && !counts && !isFollowedBySmallWordByDash(tailEnd);
  }

  private static boolean isLetter(String head, int fromEnd) {
    return head.length() >= fromEnd && Character.isLetter(head.charAt(head.length() - fromEnd));
  }

  private int digits(int digit, int tailEnd) {
    int digits = 0;
    while (digit + digits < tailEnd && TextSigns.isDigit(text.charAt(digit + digits))) {
      digits++;
    }
    return digits;
  }

  private boolean joinsByDash(String head, String small, boolean family) {
    boolean capitals = isCapitals(head);
    if (family || (capitals && head.length() <= 2)) {
      return true;
    }
    if (notations.isNever(small) || head.length() > MAX_HEAD) {
      return false;
    }
    int looking = reading == Reading.EAGER ? 3 : 2;
    return head.length() <= looking || capitals || hasInnerCapital(head);
  }

  private boolean joinsApart(String head, String small, boolean family, int digit, int tailEnd) {
    int digits = digits(digit, tailEnd);
    boolean counts = isFollowedBySmallWordByDash(tailEnd) || isFollowed(tailEnd, '%');
    if (digits > 3 || counts) {
      return false;
    }
    if (family) {
      return reading == Reading.EAGER || Character.isUpperCase(head.charAt(0));
    }
    boolean never = notations.isNever(small) && !isVariant(small, digit + digits, tailEnd, digits);
    boolean looks = head.length() <= 3 && !never;
    return looks && (isCapitals(head) || reading == Reading.EAGER);
  }

  /** Reads "A 400M", but not "A 10-year-old" and "A 500K grant". */
  private boolean isVariant(String head, int letter, int tailEnd, int digits) {
    return head.equals("a")
        && digits == 3
        && tailEnd == letter + 1
        && (reading == Reading.EAGER
            || (Character.isUpperCase(text.charAt(letter))
                && "BGKPVW".indexOf(text.charAt(letter)) < 0));
  }

  private boolean isFollowed(int at, char sign) {
    return at < text.length() && text.charAt(at) == sign;
  }

  /** As in "a 16-year-old". */
  private boolean isFollowedBySmallWordByDash(int at) {
    return at + 1 < text.length()
        && TextSigns.isDash(text.charAt(at))
        && Character.isLowerCase(text.charAt(at + 1));
  }

  private static boolean isCapitals(String head) {
    return head.chars().allMatch(Character::isUpperCase);
  }

  private static boolean hasInnerCapital(String head) {
    return head.chars().skip(1).anyMatch(Character::isUpperCase);
  }

  private @Nullable Compound compound(
      int start, String head, int digit, int tailEnd, boolean apart) {
    int whereItStarts = head.length() == 3 ? startInReading(start) : start;
    List<Compound.Term> terms = new ArrayList<>();
    String family = notations.family(head.toLowerCase(Locale.ROOT));
    boolean renamed = family != null && !family.equalsIgnoreCase(head);
    StringBuilder whole = new StringBuilder(renamed ? family : head).append(text, digit, tailEnd);
    boolean written = text.startsWith(whole.toString(), start);
    if (!written) {
      terms.add(new Compound.Term(whole.toString(), whereItStarts, tailEnd, Kind.WORD));
    }
    int end = tailEnd;
    for (int parts = 0; parts < MAX_PARTS; parts++) {
      int next = partEnd(end, head, apart);
      if (next < 0) {
        break;
      }
      whole.append(text, end + 1, next);
      end = next;
      terms.add(0, new Compound.Term(whole.toString(), whereItStarts, end, Kind.WORD));
    }
    if (terms.isEmpty()) {
      return null;
    }
    int whereItEnds = TextSigns.afterPossessive(text, end);
    terms.set(0, new Compound.Term(terms.get(0).text(), whereItStarts, whereItEnds, Kind.WORD));
    return new Compound(whereItStarts, whereItEnds, terms);
  }

  /**
   * Where one more part ends: "-30", "/B", and of a family also " A7"; -1 where there is none.
   * After a blank nothing is joined by a dash: "Type 45-75" is a range.
   */
  private int partEnd(int at, String head, boolean apart) {
    if (at + 1 >= text.length()) {
      return -1;
    }
    char sign = text.charAt(at);
    int end = at + 1;
    while (end < text.length() && end - at <= 5 && isPart(text.charAt(end))) {
      end++;
    }
    String part = text.substring(at + 1, end);
    boolean fits;
    if (TextSigns.isDash(sign)) {
      fits = !apart && (part.matches("[0-9]{1,3}[A-Z]{0,2}") || isMark(head, at, part));
    } else if (sign == '/') {
      boolean begins = end < text.length() && TextSigns.isDash(text.charAt(end)); // F-16/F-35
      fits = part.matches("[A-Z]") && !begins;
    } else {
      fits =
          TextSigns.isBlank(sign)
              && ((notations.isFamily(head.toLowerCase(Locale.ROOT))
                      && part.matches("[A-Z][0-9]{1,2}[A-Z]?"))
                  || (!apart && isMark(head, at, part)));
    }
    return fits && TextSigns.endsWord(text, end) ? end : -1;
  }

  /** Reads the A2 of "M1 A2" and the B3 of "T-72-B3": a mark of what has a plain number. */
  private boolean isMark(String head, int at, String part) {
    int digits = at;
    while (digits > 0 && TextSigns.isDigit(text.charAt(digits - 1))) {
      digits--;
    }
    int letters = digits - (TextSigns.isDash(text.charAt(digits - 1)) ? 1 : 0);
    String capitals = reading == Reading.EAGER ? head.toUpperCase(Locale.ROOT) : head;
    String mark = reading == Reading.EAGER ? part.toUpperCase(Locale.ROOT) : part;
    return mark.matches("[AB][0-9]{1,2}[A-Z]?")
        && capitals.matches("[C-Z][A-Z]?")
        && text.startsWith(head, letters - head.length());
  }

  /** The "AN/" of American electronics is left out by people; what they type is read both ways. */
  private int startInReading(int start) {
    boolean follows =
        reading == Reading.EAGER
            && start >= 3
            && !notations.isFamily(text.substring(start, start + 3).toLowerCase(Locale.ROOT))
            && text.regionMatches(true, start - 3, "an", 0, 2)
            && (text.charAt(start - 1) == '/' || TextSigns.isBlank(text.charAt(start - 1)))
            && !TextSigns.isWord(text, start - 4);
    return follows ? start - 3 : start;
  }
}
