package org.sitrep.core.query;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words and signs of amounts in all languages, from the file of notations that the index has
 * too. Read when the first number is looked at; safe for use by several threads.
 */
final class AmountWords {
  private static final String FILE = "/org/sitrep/core/index/analysis/notations.txt";
  private static final Pattern BLANK = Pattern.compile(" +");
  private static final Pattern US_DOLLAR = Pattern.compile("(?i:u\\.?s\\.?)\\$");

  /** Stands before what counts only beside another part of an amount. */
  private static final String UNCERTAIN = "+";

  private static final Set<String> CODES = new HashSet<>();
  private static final Set<String> CURRENCIES = new HashSet<>();
  private static final Set<String> MAGNITUDES = new HashSet<>();
  private static final Set<String> PERCENTS = new HashSet<>();

  static {
    try (InputStream file = requireNonNull(AmountWords.class.getResourceAsStream(FILE), FILE)) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(AmountWords::add);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  private AmountWords() {}

  private static void add(String line) {
    List<String> words = BLANK.splitAsStream(line).map(word -> word.replace('_', ' ')).toList();
    switch (words.getFirst()) {
      case "currency" -> {
        CODES.add(words.get(1));
        CURRENCIES.addAll(words.subList(2, words.size()));
      }
      case "code" -> CODES.addAll(words.subList(2, words.size()));
      case "magnitude" -> MAGNITUDES.addAll(words.subList(2, words.size()));
      case "percent" -> PERCENTS.addAll(words.subList(1, words.size()));
      default -> {
        // is of no amount
      }
    }
  }

  /** Says whether a word or sign before a number is a currency. */
  static boolean isCurrencyBefore(String typed) {
    boolean sign =
        !typed.isEmpty()
            && Character.getType(typed.charAt(typed.length() - 1)) == Character.CURRENCY_SYMBOL;
    return CODES.contains(typed)
        || (sign
            && (typed.length() == 1
                || CURRENCIES.contains(typed.toLowerCase(Locale.ROOT))
                || US_DOLLAR.matcher(typed).matches()));
  }

  /** Says whether words behind a number are a currency; some are only behind a magnitude. */
  static boolean isCurrency(String typed, boolean millions) {
    return CODES.contains(typed) || isOf(CURRENCIES, typed, millions);
  }

  /** Says whether a word behind a number is a power of ten; some are only beside a currency. */
  static boolean isMagnitude(String typed, boolean money) {
    return isOf(MAGNITUDES, typed, money);
  }

  static boolean isPercent(String typed) {
    return isOf(PERCENTS, typed, false);
  }

  private static boolean isOf(Set<String> notations, String typed, boolean uncertain) {
    String small = typed.toLowerCase(Locale.ROOT);
    return notations.contains(small) || (uncertain && notations.contains(UNCERTAIN + small));
  }
}
