package org.sitrep.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.query.Token.Kind;

/**
 * Keeps the words of an amount together where an operator or a field would take only the one beside
 * it: {@code tanks AND $1.5 billion}, {@code title:100 mln dlrs}. Side by side with other words
 * they stay as they are.
 */
final class WholeAmounts {
  private static final String DIGITS = "[0-9]+(?:[.,'’][0-9]+)*";
  private static final String ENDS = "([.,;:!?…]*)";

  /** What stands before the digits, the digits, letters and a sign behind them, punctuation. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "([^0-9\\s]{0,5}?)("
              + DIGITS
              + "(?:[-–−]"
              + DIGITS
              + ")?)(\\p{L}{0,24})([%\\p{Sc}]?)"
              + ENDS);

  private static final Pattern NAME = Pattern.compile("([\\p{L}.\\-]*\\p{L})([%\\p{Sc}]?)" + ENDS);
  private static final Pattern FIRST_THOUSANDS = Pattern.compile("[0-9]{1,3}");
  private static final Pattern THOUSANDS = Pattern.compile("([0-9]{3})" + ENDS);
  private static final Pattern PUNCTUATION_AT_END = Pattern.compile(ENDS + "$");
  private static final int MOST_WORDS = 3;

  /** So many groups of three digits, and not all of a text made of them. */
  private static final int MOST_THOUSANDS = 5;

  private static final int LONGEST_WORD = 60;

  private final String text;
  private final List<Token> tokens;

  // Of the amount that is looked at.
  private int end;
  private boolean goesOn;
  private boolean currency;
  private boolean magnitude;

  private WholeAmounts(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** Makes one phrase of the words of each such amount, and says so. */
  static List<Token> joined(String text, List<Token> tokens, Repairs repairs) {
    WholeAmounts amounts = new WholeAmounts(text, tokens);
    List<Token> joined = new ArrayList<>(tokens.size());
    int i = 0;
    while (i < tokens.size()) {
      int end = amounts.end(i);
      if (end > i && amounts.isParted(i, end)) {
        joined.add(amounts.phrase(i, end, repairs));
      } else {
        end = Math.max(end, i + 1);
        joined.addAll(tokens.subList(i, end));
      }
      i = end;
    }
    return joined;
  }

  /** Keeps words of a printed query apart that would be read as such an amount. */
  static String apart(String printed) {
    if (printed.chars().noneMatch(c -> c >= '0' && c <= '9')) {
      return printed;
    }
    List<Token> tokens = AmountSigns.joined(printed, new Lexer(printed, new Repairs()).tokens());
    WholeAmounts amounts = new WholeAmounts(printed, tokens);
    StringBuilder apart = new StringBuilder(printed);
    int escapes = 0;
    int i = 0;
    while (i < tokens.size()) {
      int end = amounts.end(i);
      if (end > i && amounts.isParted(i, end)) {
        apart.insert(tokens.get(i + 1).start() + escapes, '\\');
        escapes++;
        i++;
      } else {
        i = Math.max(end, i + 1);
      }
    }
    return apart.toString();
  }

  private Token phrase(int from, int to, Repairs repairs) {
    StringBuilder words = new StringBuilder();
    for (Token token : tokens.subList(from, to)) {
      words.append(words.isEmpty() ? "" : " ").append(token.word().text());
    }
    Matcher ends = PUNCTUATION_AT_END.matcher(words);
    String phrase = ends.find() ? words.substring(0, ends.start()) : words.toString();
    Token whole =
        Token.word(
            Kind.QUOTED, tokens.get(from).start(), tokens.get(to - 1).end(), Word.plain(phrase));
    String problem = "amount of several words is not in quotes: " + Repairs.shown(phrase);
    repairs.add(whole, problem, "read as one amount");
    return whole;
  }

  /** Says whether an operator or a field would take a part of some pieces. */
  private boolean isParted(int from, int to) {
    boolean after = to < tokens.size() && (is(to, Kind.AND) || is(to, Kind.OR));
    if (from == 0) {
      return after;
    }
    return switch (tokens.get(from - 1).kind()) {
      case AND, OR, NOT, MINUS -> true;
      case FIELD, EXACT_FIELD ->
          switch (Scope.named(tokens.get(from - 1).word().text()).orElseThrow().field()) {
            case TEXT, TITLE, BODY, SECTION, SOURCE, AUTHOR, TAG, TOPIC -> true;
            default -> false;
          };
      default -> after;
    };
  }

  private boolean is(int i, Kind kind) {
    return tokens.get(i).is(kind);
  }

  // ---- what an amount is

  /** Returns where the amount of several words ends that begins with a piece, or that piece. */
  private int end(int from) {
    end = from;
    goesOn = true;
    currency = isWord(from) && AmountWords.isCurrencyBefore(word(from));
    magnitude = false;
    if (currency) {
      end++;
    }
    boolean number = end == from ? isWord(end) : isNext(end);
    if (!number || !readNumber(from)) {
      return from;
    }
    if (goesOn && !magnitude && isNext(end)) {
      readMagnitude();
    }
    if (goesOn && !currency) {
      readCurrency();
    }
    return (currency || magnitude) && end > from + 1 ? end : from;
  }

  private boolean readNumber(int from) {
    Matcher number = NUMBER.matcher(word(end));
    if (!number.matches()) {
      return false;
    }
    String before = number.group(1);
    String letters = number.group(3);
    boolean sign = !number.group(4).isEmpty();
    boolean known = before.isEmpty() || (end == from && AmountWords.isCurrencyBefore(before));
    currency = currency || !before.isEmpty() || sign;
    goesOn = number.group(5).isEmpty();
    if (!letters.isEmpty()) {
      magnitude = AmountWords.isMagnitude(letters, currency || isCurrencyAt(end + 1, true));
      boolean code = !magnitude && AmountWords.isCurrency(letters, false);
      currency = currency || code;
      known = known && (magnitude || code);
    }
    end++;
    if (known && letters.isEmpty() && !sign) {
      readThousands(number.group(2));
    }
    return known;
  }

  private void readThousands(String first) {
    boolean few = FIRST_THOUSANDS.matcher(first).matches();
    int last = end + MOST_THOUSANDS;
    while (few && goesOn && end < last && isNext(end)) {
      Matcher thousands = THOUSANDS.matcher(word(end));
      if (!thousands.matches()) {
        break;
      }
      goesOn = thousands.group(2).isEmpty();
      end++;
    }
  }

  private void readMagnitude() {
    Matcher name = NAME.matcher(word(end));
    if (!name.matches()) {
      return;
    }
    boolean sign = !name.group(2).isEmpty();
    boolean money = currency || sign || isCurrencyAt(end + 1, true);
    magnitude = AmountWords.isMagnitude(name.group(1), money);
    if (magnitude) {
      currency = currency || sign;
      goesOn = name.group(3).isEmpty() || name.group(3).equals(".");
      end++;
    }
  }

  private void readCurrency() {
    int words = currencyWords(end, magnitude);
    currency = words > 0;
    end += words;
  }

  private boolean isCurrencyAt(int from, boolean millions) {
    return currencyWords(from, millions) > 0;
  }

  /** Counts the words of the longest name of a currency, or of the percent, at a place. */
  private int currencyWords(int from, boolean millions) {
    StringBuilder typed = new StringBuilder();
    int longest = 0;
    for (int i = from; i < from + MOST_WORDS && isNext(i); i++) {
      Matcher name = NAME.matcher(word(i));
      if (!name.matches()) {
        break;
      }
      typed.append(i == from ? "" : " ").append(name.group(1));
      String notation = typed.toString();
      boolean known =
          AmountWords.isCurrency(notation, millions)
              || AmountWords.isCurrency(notation + ".", millions)
              || (!millions && AmountWords.isPercent(notation));
      longest = known ? i + 1 - from : longest;
      if (!name.group(3).isEmpty()) {
        break;
      }
    }
    return longest;
  }

  /** Says whether a piece is a word with nothing but blanks between it and the one before. */
  private boolean isNext(int i) {
    return i > 0
        && i < tokens.size()
        && isWord(i)
        && Characters.afterBlanks(text, tokens.get(i - 1).end()) == tokens.get(i).start();
  }

  /** Says whether a piece is a short word in which nothing stands for itself alone. */
  private boolean isWord(int i) {
    return i < tokens.size()
        && is(i, Kind.WORD)
        && word(i).length() <= LONGEST_WORD
        && text.substring(tokens.get(i).start(), tokens.get(i).end()).indexOf('\\') < 0;
  }

  private String word(int i) {
    return tokens.get(i).word().text();
  }
}
