package org.sitrep.core.index.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.analysis.Compound.Kind;
import org.sitrep.core.index.analysis.Numbers.Decimal;
import org.sitrep.core.vocabulary.Notations;

/**
 * Finds what has a number and is no money, however it is written: measures (155 mm, 5.56 × 45 mm),
 * guns with the length of their barrel (155 mm/52 calibre), percentages (5%, 5 per cent) and
 * numbers with marks between their thousands (10,000).
 */
final class Measures {
  private static final String CALIBRE = "calibre";
  private static final String PERCENT = "percent";

  private final String text;
  private final Numbers numbers;
  private final Notations notations = Notations.standard();

  Measures(String text, Numbers numbers) {
    this.text = text;
    this.numbers = numbers;
  }

  /** A unit that was read, and where it ends. */
  private record Unit(String value, int end) {}

  /** Returns what a number that starts at a place is a part of, or null where that is nothing. */
  @Nullable Compound at(int digit, Decimal number) {
    Compound calibre = calibre(digit, number);
    if (calibre != null) {
      return calibre;
    }
    Compound percentage = percentage(digit, number);
    if (percentage != null) {
      return percentage;
    }
    Unit unit = unit(number.end());
    Compound gun = unit == null ? null : gun(digit, number, unit);
    if (gun != null) {
      return gun;
    }
    if (unit == null || !TextSigns.endsWord(text, unit.end())) {
      Compound joined = joined(digit, number);
      return joined == null ? plain(digit, number) : joined;
    }
    Parts parts = Parts.of(text, digit, number);
    String term = number.value().toPlainString() + unit.value();
    if (isWritten(term, digit, unit.end())) {
      return parts.in(digit, unit.end());
    }
    Compound whole = boundary(digit, unit.end(), term);
    return whole == null ? null : parts.addedTo(whole);
  }

  private boolean isWritten(String term, int start, int end) {
    return end == start + term.length() && text.regionMatches(true, start, term, 0, term.length());
  }

  /** Reads "500m" and "60ft": letters that are a unit only right behind a number. */
  private @Nullable Compound joined(int digit, Decimal number) {
    int end = TextSigns.lettersAfter(text, number.end());
    boolean joined =
        end - number.end() <= Notations.MAX_LENGTH
            && notations.isJoinedUnit(text.substring(number.end(), end))
            && TextSigns.endsWord(text, end);
    return joined ? Parts.of(text, digit, number).in(digit, end) : null;
  }

  private @Nullable Compound boundary(int start, int end, String term) {
    return Amounts.boundary(text, start, end, term, Kind.WORD);
  }

  private String small(int start, int end) {
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private @Nullable Unit unit(int at) {
    int start = TextSigns.gap(text, at);
    int end = TextSigns.lettersAfter(text, start);
    if (end == start || end - start > Notations.MAX_LENGTH) {
      return null;
    }
    if (end < text.length() && text.charAt(end) == '/') {
      int per = TextSigns.lettersAfter(text, end + 1);
      String unit = per - end > Notations.MAX_LENGTH ? null : notations.unit(small(start, per));
      if (unit != null) {
        return new Unit(unit, per); // "km/h"
      }
    }
    String word = small(start, end);
    String unit = notations.unit(word);
    if (unit == null && word.equals("pound") && start > at && TextSigns.isDash(text.charAt(at))) {
      unit = "lb"; // "a 500-pound bomb"; pounds are money
    }
    return unit == null ? null : new Unit(unit, end);
  }

  /** Reads "5.56x45mm", "5.56 × 45 mm", "8x8". */
  private @Nullable Compound calibre(int digit, Decimal number) {
    int sign = TextSigns.gap(text, number.end());
    if (sign >= text.length() || !isTimes(text.charAt(sign))) {
      return null;
    }
    int second = TextSigns.gap(text, sign + 1);
    if (second >= text.length() || !TextSigns.isDigit(text.charAt(second))) {
      return null;
    }
    Decimal other = numbers.at(second);
    if (other == null) {
      return null;
    }
    Unit unit = unit(other.end());
    String bare = number.value().toPlainString() + "x" + other.value().toPlainString();
    Compound sized = boundary(digit, other.end(), bare);
    if (unit == null) {
      return sized == null || text.startsWith(bare, digit) ? null : sized;
    }
    Compound whole = boundary(digit, unit.end(), bare + unit.value());
    if (whole == null) {
      return null;
    }
    List<Compound.Term> terms = new ArrayList<>(whole.terms());
    terms.add(new Compound.Term(bare, digit, other.end(), Kind.WORD));
    return Parts.of(text, digit, number).addedTo(new Compound(whole.start(), whole.end(), terms));
  }

  private static boolean isTimes(char c) {
    return c == 'x' || c == 'X' || c == '×' || c == 'х'; // the last one is Cyrillic
  }

  /** Reads "155 mm/52 calibre", "155mm/L52": a bore, and how many times it the barrel is long. */
  private @Nullable Compound gun(int digit, Decimal number, Unit bore) {
    int slash = blank(bore.end());
    if (slash >= text.length() || text.charAt(slash) != '/') {
      return null;
    }
    int start = blank(slash + 1);
    if (start < text.length() && (text.charAt(start) | 0x20) == 'l') {
      start = TextSigns.gap(text, start + 1); // "L52", "L-52"
      start = start < text.length() && text.charAt(start) == '/' ? start + 1 : start;
    }
    if (start >= text.length() || !TextSigns.isDigit(text.charAt(start))) {
      return null;
    }
    Decimal barrel = numbers.at(start);
    if (barrel == null || barrel.end() - start > 3) {
      return null;
    }
    Unit unit = unit(barrel.end());
    int end = unit != null && unit.value().equals(CALIBRE) ? unit.end() : barrel.end();
    String gun = number.value().toPlainString() + bore.value();
    String length = barrel.value().toPlainString() + CALIBRE;
    Compound whole = boundary(digit, end, gun + length);
    if (whole == null) {
      return null;
    }
    List<Compound.Term> terms =
        List.of(
            whole.terms().get(0),
            new Compound.Term(gun, digit, bore.end(), Kind.WORD),
            new Compound.Term(length, start, whole.end(), Kind.WORD));
    return Parts.of(text, digit, number).addedTo(new Compound(whole.start(), whole.end(), terms));
  }

  private int blank(int at) {
    return at < text.length() && TextSigns.isBlank(text.charAt(at)) ? at + 1 : at;
  }

  /** Reads "5%", "5 per cent", "5-percent": an amount, and a percentage of any number. */
  private @Nullable Compound percentage(int digit, Decimal number) {
    int end = percentEnd(number.end());
    String term = Amounts.amount(number, 0, "%");
    Compound whole = end < 0 ? null : Amounts.boundary(text, digit, end, term, Kind.AMOUNT);
    if (whole == null) {
      return null;
    }
    List<Compound.Term> terms = new ArrayList<>(whole.terms());
    int start = TextSigns.gap(text, number.end());
    if (!isWritten(PERCENT, start, end)) {
      terms.add(new Compound.Term(PERCENT, start, whole.end(), Kind.WORD));
    }
    return Parts.of(text, digit, number).addedTo(new Compound(whole.start(), whole.end(), terms));
  }

  private int percentEnd(int at) {
    int sign = blank(at);
    if (sign < text.length() && text.charAt(sign) == '%') {
      return sign + 1;
    }
    int start = TextSigns.gap(text, at);
    int end = TextSigns.lettersAfter(text, start);
    int second = TextSigns.gap(text, end);
    int last = second > end ? TextSigns.lettersAfter(text, second) : end;
    if (end == start || end - start > Notations.MAX_LENGTH) {
      return -1;
    }
    if (last > second
        && last - second <= Notations.MAX_LENGTH
        && notations.isPercent(small(start, end) + " " + small(second, last))) {
      return last;
    }
    return notations.isPercent(small(start, end)) ? end : -1;
  }

  /** Reads "10,000" and, in most languages, "10,5" as they are written with digits and a point. */
  private @Nullable Compound plain(int digit, Decimal number) {
    String plain = number.value().toPlainString();
    boolean written = text.startsWith(plain, digit) && number.end() == digit + plain.length();
    return written || !number.usual() || !TextSigns.endsWord(text, number.end())
        ? null
        : boundary(digit, number.end(), plain);
  }
}
