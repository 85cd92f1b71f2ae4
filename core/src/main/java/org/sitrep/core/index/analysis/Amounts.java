package org.sitrep.core.index.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.analysis.Compound.Kind;
import org.sitrep.core.index.analysis.Numbers.Decimal;

/**
 * Finds sums of money (€150bn, 150 billion euros), large numbers (150bn) and measures (155 mm, 5.56
 * × 45 mm) however they are written. A dollar of no named nation is one of the United States.
 */
final class Amounts {
  /** Begins the term of an amount; no word contains it. */
  static final char SIGN = '$';

  private static final String NO_CURRENCY = "";

  private final String text;
  private final Numbers numbers;
  private final Notations notations = Notations.standard();

  Amounts(String text, String language) {
    this.text = text;
    this.numbers = new Numbers(text, language);
  }

  /** A word or sign that was read, and where it starts and ends. */
  private record Part(String value, int start, int end) {}

  /** A power of ten, and where its words end. */
  private record Magnitude(int power, boolean certain, int end) {}

  /** Returns the amount whose first digit stands at a place, or null where there is none. */
  @Nullable Compound at(int digit) {
    Part before = currencyBefore(digit);
    if (before == null && !TextSigns.startsWord(text, digit)) {
      return null;
    }
    Decimal number = numbers.at(digit);
    if (number == null) {
      return null;
    }
    Magnitude magnitude = magnitude(number.end());
    Part after = before == null ? currencyAfter(magnitude.end(), magnitude.power() > 0) : null;
    Part currency = before == null ? after : before;
    if (currency != null) {
      return money(number, magnitude, currency, before == null ? digit : before.start());
    }
    if (magnitude.power() > 0 && magnitude.certain()) {
      return boundary(
          digit, magnitude.end(), amount(number, magnitude.power(), NO_CURRENCY), Kind.AMOUNT);
    }
    return measure(digit, number);
  }

  private @Nullable Compound money(Decimal number, Magnitude magnitude, Part currency, int start) {
    int end = Math.max(magnitude.end(), currency.end());
    String term = amount(number, magnitude.power(), currency.value());
    Compound whole = boundary(start, end, term, Kind.AMOUNT);
    if (whole == null) {
      return null;
    }
    List<Compound.Term> terms = new ArrayList<>(whole.terms());
    if (magnitude.power() > 0) {
      String bare = amount(number, magnitude.power(), NO_CURRENCY);
      terms.add(new Compound.Term(bare, whole.end(), Kind.AMOUNT));
    }
    for (int words : List.of(number.end(), magnitude.end())) {
      Compound.Term unnumbered = unnumbered(gap(words), whole.end());
      if (unnumbered != null && !terms.contains(unnumbered)) {
        terms.add(unnumbered);
      }
    }
    return new Compound(whole.start(), whole.end(), List.copyOf(terms));
  }

  /**
   * Returns "billion euros" or "Canadian dollars", as a person may type it without a number; null
   * where there is nothing of the kind at a place.
   */
  @Nullable Compound unnumberedAt(int start) {
    Compound.Term term = TextSigns.startsWord(text, start) ? unnumbered(start, 0) : null;
    return term == null ? null : new Compound(start, term.end(), List.of(term));
  }

  private Compound.@Nullable Term unnumbered(int start, int end) {
    Magnitude magnitude = magnitude(start);
    boolean millions = magnitude.power() > 0 && magnitude.certain();
    int from = millions ? magnitude.end() : start;
    Part currency = currencyAfter(from, millions);
    if (currency == null || !TextSigns.endsWord(text, currency.end())) {
      return null;
    }
    boolean severalWords = millions || text.substring(start, currency.end()).indexOf(' ') > 0;
    String term = SIGN + currency.value().toLowerCase(Locale.ROOT) + "*" + magnitude.power();
    return severalWords
        ? new Compound.Term(term, Math.max(end, currency.end()), Kind.AMOUNT)
        : null;
  }

  private static String amount(Decimal number, int power, String currency) {
    BigDecimal value = number.value().scaleByPowerOfTen(power).stripTrailingZeros();
    int exponent = value.signum() == 0 ? 0 : -value.scale();
    return SIGN + currency.toLowerCase(Locale.ROOT) + value.unscaledValue() + "e" + exponent;
  }

  private @Nullable Compound boundary(int start, int end, String term, Kind kind) {
    if (TextSigns.isWord(text, end)) {
      return null;
    }
    int last = TextSigns.afterPossessive(text, end);
    return new Compound(start, last, List.of(new Compound.Term(term, last, kind)));
  }

  /** The currency before a number: a sign, a code, or letters and a dollar sign. */
  private @Nullable Part currencyBefore(int digit) {
    int end = digit > 0 && TextSigns.isBlank(text.charAt(digit - 1)) ? digit - 1 : digit;
    if (end == 0) {
      return null;
    }
    boolean dot = text.charAt(end - 1) == '.';
    boolean sign = !dot && !Character.isLetterOrDigit(text.charAt(end - 1));
    int letters = TextSigns.lettersBefore(text, sign || dot ? end - 1 : end);
    if (!TextSigns.startsWord(text, letters) || end - letters > Notations.MAX_LENGTH) {
      letters = end;
    }
    if (sign) {
      String code = notations.currency(small(letters, end));
      if (text.charAt(end - 1) == '$' && code == null && letters < end && isUs(letters, end - 1)) {
        code = "USD";
      }
      if (code != null) {
        return new Part(code, letters, end);
      }
      code = notations.currency(small(end - 1, end));
      return code == null ? null : new Part(code, end - 1, end);
    }
    String word = text.substring(letters, end);
    if (notations.isCode(word)) {
      return new Part(word, letters, end);
    }
    boolean rupees = word.equals("Rs") || word.equals("Rs.") || word.equals("RMB");
    String code = rupees ? notations.currency(small(letters, end)) : null;
    return code == null ? null : new Part(code, letters, end);
  }

  private boolean isUs(int start, int end) {
    return text.substring(start, end).equals("US");
  }

  private String small(int start, int end) {
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** The place after a blank or a dash that may part a number from what it counts. */
  private int gap(int at) {
    boolean gap =
        at < text.length()
            && (TextSigns.isBlank(text.charAt(at)) || TextSigns.isDash(text.charAt(at)));
    return gap ? at + 1 : at;
  }

  /** Reads "billion", "bn", "Mrd.", "thousand million" after a number; a power of 0 for nothing. */
  private Magnitude magnitude(int at) {
    int power = 0;
    boolean certain = true;
    int end = at;
    for (int words = 0; words < 2; words++) {
      int start = gap(end);
      int last = TextSigns.lettersAfter(text, start);
      if (last == start || last - start > Notations.MAX_LENGTH) {
        break;
      }
      String word = small(start, last);
      int next = notations.magnitude(word);
      if (next < 0 && word.equals("mil")) {
        next = isMillionAfter(last) ? 3 : -1;
      }
      if (next < 0 && power == 0) {
        next = notations.shortMagnitude(word);
        certain = false;
      }
      if (next < 0) {
        break;
      }
      power += next;
      end = last;
    }
    return new Magnitude(power, certain, power == 0 ? at : end);
  }

  /** Spanish "mil millones". */
  private boolean isMillionAfter(int at) {
    int start = gap(at);
    int end = TextSigns.lettersAfter(text, start);
    return end > start
        && end - start <= Notations.MAX_LENGTH
        && notations.magnitude(small(start, end)) == 6;
  }

  /** Reads "euros", "d'euros", "US dollars", "EUR", "€" after a number and its magnitude. */
  private @Nullable Part currencyAfter(int at, boolean millions) {
    int start = at;
    if (millions && start < text.length() && text.charAt(start) == '.') {
      start++; // "150 Mrd. Euro"
    }
    start = afterOf(gap(start));
    if (start >= text.length()) {
      return null;
    }
    if (Character.getType(text.charAt(start)) == Character.CURRENCY_SYMBOL) {
      String code = notations.currency(text.substring(start, start + 1));
      return code == null ? null : new Part(code, start, start + 1);
    }
    int end = start;
    Part longest = null;
    for (int words = 0; words < 3; words++) {
      end = wordEnd(end, words > 0);
      if (end < 0 || end - start > Notations.MAX_LENGTH) {
        break;
      }
      String word = text.substring(start, end);
      String name = word.toLowerCase(Locale.ROOT);
      String code = millions ? notations.currencyOfMillions(name) : notations.currency(name);
      if (code == null && notations.isCode(word)) {
        code = word;
      }
      longest = code == null ? longest : new Part(code, start, end);
    }
    return longest;
  }

  private int wordEnd(int at, boolean afterBlank) {
    int start = afterBlank ? gap(at) : at;
    int end = TextSigns.lettersAfter(text, start);
    if (text.startsWith("U.S.", start)) {
      end = start + 4;
    }
    return end == start || (afterBlank && start == at) ? -1 : end;
  }

  /** The place after "d'", "de", "di" or "of", as in "150 milliards d'euros". */
  private int afterOf(int at) {
    for (String of : List.of("d'", "d’", "de ", "di ", "of ")) {
      if (text.startsWith(of, at)) {
        return at + of.length();
      }
    }
    return at;
  }

  private @Nullable Compound measure(int digit, Decimal number) {
    Compound calibre = calibre(digit, number);
    if (calibre != null) {
      return calibre;
    }
    Part unit = unit(number.end());
    if (unit == null || !TextSigns.endsWord(text, unit.end())) {
      return null;
    }
    String whole = number.value().toPlainString() + unit.value();
    boolean written = text.startsWith(whole, digit) && unit.end() == digit + whole.length();
    return written ? null : boundary(digit, unit.end(), whole, Kind.WORD);
  }

  private @Nullable Part unit(int at) {
    int start = gap(at);
    int end = TextSigns.lettersAfter(text, start);
    if (end == start || end - start > Notations.MAX_LENGTH) {
      return null;
    }
    String word = small(start, end);
    String unit = notations.unit(word);
    if (unit == null && word.equals("pound") && start > at && TextSigns.isDash(text.charAt(at))) {
      unit = "lb"; // "a 500-pound bomb"; pounds are money
    }
    return unit == null ? null : new Part(unit, start, end);
  }

  /** Reads "5.56x45mm", "5.56 × 45 mm", "8x8". */
  private @Nullable Compound calibre(int digit, Decimal number) {
    int sign = gap(number.end());
    if (sign >= text.length() || !isTimes(text.charAt(sign))) {
      return null;
    }
    int second = gap(sign + 1);
    if (second >= text.length() || !TextSigns.isDigit(text.charAt(second))) {
      return null;
    }
    Decimal other = numbers.at(second);
    if (other == null) {
      return null;
    }
    Part unit = unit(other.end());
    String bare = number.value().toPlainString() + "x" + other.value().toPlainString();
    Compound sized = boundary(digit, other.end(), bare, Kind.WORD);
    if (unit == null) {
      return sized == null || text.startsWith(bare, digit) ? null : sized;
    }
    Compound whole = boundary(digit, unit.end(), bare + unit.value(), Kind.WORD);
    if (whole == null) {
      return null;
    }
    List<Compound.Term> terms = new ArrayList<>(whole.terms());
    terms.add(new Compound.Term(bare, other.end(), Kind.WORD));
    return new Compound(whole.start(), whole.end(), List.copyOf(terms));
  }

  private static boolean isTimes(char c) {
    return c == 'x' || c == 'X' || c == '×' || c == 'х'; // the last one is Cyrillic
  }
}
