package org.sitrep.core.index.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Finds what is one thing however it is written, number by number. Linear in the length of the
 * text.
 */
final class CompoundFinder {
  private final String text;
  private final Amounts amounts;
  private final Designations designations;
  private final Reading reading;
  private int at;

  CompoundFinder(String text, String language, Reading reading) {
    this.text = text;
    this.amounts = new Amounts(text, language);
    this.reading = reading;
    this.designations = new Designations(text, reading);
  }

  /** Returns the next compound, none overlapping the one before; null at the end. */
  @Nullable Compound next() {
    int from = at;
    while (at < text.length()) {
      if (!isStart()) {
        at++;
        continue;
      }
      Compound found = found(at);
      if (found != null && found.start() >= from) {
        at = found.end();
        return found;
      }
      boolean number = TextSigns.isDigit(text.charAt(at));
      at++;
      while (number && at < text.length() && TextSigns.isDigit(text.charAt(at))) {
        at++;
      }
    }
    return null;
  }

  /** A number, or in what a person types also the beginning of a word. */
  private boolean isStart() {
    return TextSigns.isDigit(text.charAt(at))
        || (reading == Reading.EAGER
            && Character.isLetter(text.charAt(at))
            && !TextSigns.isWord(text, at - 1));
  }

  private @Nullable Compound found(int digit) {
    if (!TextSigns.isDigit(text.charAt(digit))) {
      return amounts.unnumberedAt(digit);
    }
    boolean afterDash = digit > 0 && TextSigns.isDash(text.charAt(digit - 1));
    Compound designation = afterDash ? designations.at(digit) : null;
    if (designation != null) {
      return designation;
    }
    Compound amount = amounts.at(digit);
    if (afterDash || (amount != null && !amount.isWord())) {
      return amount;
    }
    designation = designations.at(digit);
    return designation == null ? amount : designation;
  }
}
