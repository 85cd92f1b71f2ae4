package org.sitrep.core.index.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.analysis.Compound.Kind;
import org.sitrep.core.index.analysis.Numbers.Decimal;
import org.sitrep.core.vocabulary.Notations;

/**
 * What the words of an amount or a measure hold, so that it is found as if it were written with
 * blanks: "155" and "mm" in "155mm", "150" and "bn" in "€150bn", and the plain number of "2,000
 * km".
 */
final class Parts {
  private final String text;
  private final List<Compound.Term> number = new ArrayList<>();
  private final Notations notations = Notations.standard();

  private Parts(String text) {
    this.text = text;
  }

  /** The parts of what has a number that starts at a place. */
  static Parts of(String text, int digit, Decimal number) {
    Parts parts = new Parts(text);
    String plain = number.value().toPlainString();
    if (!text.startsWith(plain, digit) || number.end() != digit + plain.length()) {
      parts.number.add(new Compound.Term(plain, digit, number.end(), Kind.PART));
    }
    return parts;
  }

  /** A compound with its parts. */
  Compound addedTo(Compound whole) {
    List<Compound.Term> terms = new ArrayList<>(whole.terms());
    terms.addAll(number);
    addPieces(terms, whole.start(), whole.end());
    return new Compound(whole.start(), whole.end(), terms);
  }

  /** The parts of a word that is right as it stands; null where it has none. */
  @Nullable Compound in(int start, int end) {
    List<Compound.Term> terms = new ArrayList<>(number);
    addPieces(terms, start, end);
    return terms.isEmpty() ? null : new Compound(start, end, terms);
  }

  /** Adds the pieces of each word that has a number and letters beside it. */
  private void addPieces(List<Compound.Term> terms, int start, int end) {
    int at = start;
    while (at < end) {
      if (!Character.isLetterOrDigit(text.charAt(at))) {
        at++;
        continue;
      }
      List<Compound.Term> pieces = new ArrayList<>();
      while (at < end && Character.isLetterOrDigit(text.charAt(at))) {
        int last = Math.min(end, pieceEnd(at));
        pieces.add(new Compound.Term(text.substring(at, last), at, last, Kind.PART));
        at = last;
      }
      if (pieces.size() > 1 && (startsWithDigit(pieces.get(0)) || isCurrency(pieces.get(0)))) {
        terms.addAll(pieces);
      }
    }
  }

  private int pieceEnd(int start) {
    int end = start;
    if (!TextSigns.isDigit(text.charAt(start))) {
      while (end < text.length()
          && Character.isLetterOrDigit(text.charAt(end))
          && !TextSigns.isDigit(text.charAt(end))) {
        end++;
      }
      return end;
    }
    while (end < text.length()
        && (TextSigns.isDigit(text.charAt(end)) || isBetweenDigits(end, start))) {
      end++;
    }
    return end;
  }

  private boolean isBetweenDigits(int at, int start) {
    char mark = text.charAt(at);
    return (mark == '.' || mark == ',' || ElisionFilter.isApostrophe(mark))
        && at > start
        && at + 1 < text.length()
        && TextSigns.isDigit(text.charAt(at + 1));
  }

  private static boolean startsWithDigit(Compound.Term piece) {
    return TextSigns.isDigit(piece.text().charAt(0));
  }

  private boolean isCurrency(Compound.Term piece) {
    return notations.code(piece.text()) != null
        || notations.currency(piece.text().toLowerCase(Locale.ROOT)) != null;
  }
}
