package org.sitrep.core.index.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.analysis.Compound.Kind;
import org.sitrep.core.index.analysis.Numbers.Decimal;
import org.sitrep.core.vocabulary.Notations;

/**
 * Finds sums of money (€150bn, 150 billion euros) and large numbers (150bn) however they are
 * written, and what else has a number ({@link Measures}). A dollar of no named nation is one of the
 * United States.
 */
final class Amounts {
  /** Begins the term of an amount; no word contains it. */
  static final char SIGN = '$';

  private static final char NO_NUMBER = '*';
  private static final String NO_CURRENCY = "";

  private final String text;
  private final Numbers numbers;
  private final Measures measures;
  private final Notations notations = Notations.standard();

  Amounts(String text, String language) {
    this.text = text;
    this.numbers = new Numbers(text, language);
    this.measures = new Measures(text, numbers);
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
      return money(digit, number, magnitude, currency);
    }
    if (magnitude.power() > 0 && magnitude.certain()) {
      String term = amount(number, magnitude.power(), NO_CURRENCY);
      Compound whole = boundary(text, digit, magnitude.end(), term, Kind.AMOUNT);
      return whole == null ? null : Parts.of(text, digit, number).addedTo(whole);
    }
    return measures.at(digit, number);
  }

  private @Nullable Compound money(int digit, Decimal number, Magnitude magnitude, Part currency) {
    int start = Math.min(digit, currency.start());
    int end = Math.max(magnitude.end(), currency.end());
    String term = amount(number, magnitude.power(), currency.value());
    Compound whole = boundary(text, start, end, term, Kind.AMOUNT);
    if (whole == null) {
      return null;
    }
    List<Compound.Term> terms = new ArrayList<>(whole.terms());
    if (magnitude.power() > 0) {
      String bare = amount(number, magnitude.power(), NO_CURRENCY);
      terms.add(new Compound.Term(bare, digit, magnitude.end(), Kind.AMOUNT));
    }
    for (int words : List.of(number.end(), magnitude.end())) {
      Compound.Term unnumbered = unnumbered(TextSigns.gap(text, words), whole.end());
      if (unnumbered != null && !terms.contains(unnumbered)) {
        terms.add(unnumbered);
      }
    }
    return Parts.of(text, digit, number).addedTo(new Compound(whole.start(), whole.end(), terms));
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
    String term = SIGN + currency.value().toLowerCase(Locale.ROOT) + NO_NUMBER + magnitude.power();
    return severalWords
        ? new Compound.Term(term, start, Math.max(end, currency.end()), Kind.AMOUNT)
        : null;
  }

  static String amount(Decimal number, int power, String currency) {
    BigDecimal value = number.value().scaleByPowerOfTen(power).stripTrailingZeros();
    int exponent = value.signum() == 0 ? 0 : -value.scale();
    return SIGN + currency.toLowerCase(Locale.ROOT) + value.unscaledValue() + "e" + exponent;
  }

  /** Says whether a term is that of an amount with its number: not of "billion euros". */
  static boolean isNumbered(String term) {
    return term.charAt(0) == SIGN && term.indexOf(NO_NUMBER) < 0;
  }

  /** A compound of one term, or null where a word goes on behind it. */
  static @Nullable Compound boundary(String text, int start, int end, String term, Kind kind) {
    if (TextSigns.isWord(text, end)) {
      return null;
    }
    int last = TextSigns.afterPossessive(text, end);
    return new Compound(start, last, List.of(new Compound.Term(term, start, last, kind)));
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
    String code = notations.code(text.substring(letters, end));
    return code == null ? null : new Part(code, letters, end);
  }

  private boolean isUs(int start, int end) {
    return text.substring(start, end).equals("US");
  }

  private String small(int start, int end) {
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** Reads "billion", "bn", "Mrd.", "thousand million" after a number; a power of 0 for nothing. */
  private Magnitude magnitude(int at) {
    int power = 0;
    boolean certain = true;
    int end = at;
    for (int words = 0; words < 2; words++) {
      int start = TextSigns.gap(text, end);
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
    int start = TextSigns.gap(text, at);
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
    start = afterOf(TextSigns.gap(text, start));
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
      code = code == null ? notations.code(word) : code;
      longest = code == null ? longest : new Part(code, start, end);
    }
    return longest;
  }

  private int wordEnd(int at, boolean afterBlank) {
    int start = afterBlank ? TextSigns.gap(text, at) : at;
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
}
