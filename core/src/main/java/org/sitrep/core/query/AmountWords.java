package org.sitrep.core.query;

import java.util.Locale;
import java.util.regex.Pattern;
import org.sitrep.core.vocabulary.Notations;

/** Says which words and signs make an amount of the number beside them, in any language. */
final class AmountWords {
  private static final Pattern US_DOLLAR = Pattern.compile("(?i:u\\.?s\\.?)\\$");
  private static final String PERCENT = "%";

  private AmountWords() {}

  /** Says whether a word or sign before a number is a currency. */
  static boolean isCurrencyBefore(String typed) {
    boolean sign =
        !typed.isEmpty()
            && Character.getType(typed.charAt(typed.length() - 1)) == Character.CURRENCY_SYMBOL;
    return notations().code(typed) != null
        || (sign
            && (typed.length() == 1
                || notations().currency(small(typed)) != null
                || US_DOLLAR.matcher(typed).matches()));
  }

  /** Says whether words behind a number are a currency; some are only behind a magnitude. */
  static boolean isCurrency(String typed, boolean millions) {
    String small = small(typed);
    return notations().code(typed) != null
        || (millions ? notations().currencyOfMillions(small) : notations().currency(small)) != null;
  }

  /** Says whether a word behind a number is a power of ten; some are only beside a currency. */
  static boolean isMagnitude(String typed, boolean money) {
    String small = small(typed);
    return notations().magnitude(small) >= 0 || (money && notations().shortMagnitude(small) >= 0);
  }

  static boolean isPercent(String typed) {
    return typed.equals(PERCENT) || notations().isPercent(small(typed));
  }

  private static String small(String typed) {
    return typed.toLowerCase(Locale.ROOT);
  }

  private static Notations notations() {
    return Notations.standard();
  }
}
