package org.sitrep.core.query;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.core.query.Token.Kind;

/**
 * Reads a text that is plainly made of sentences, such as a pasted paragraph, without the signs of
 * the language. People who write "it was NOT the first" exclude nothing, their "Source:" before a
 * blank is no field, their question marks end questions, and a quotation of many words is not what
 * an article has to say to the letter. Short phrases in quotes stay.
 *
 * <p>A text counts as sentences where it has {@value #FEWEST_WORDS} words or more, something that
 * ends a sentence or stands between two, and nothing that only a query has: a field with its value
 * right behind the colon, or an operator beside a bracket. A query that is printed has neither.
 *
 * <p>In a headline all in capitals the words of the operators are words. It has {@value
 * #FEWEST_CAPITALS} words or more besides them, more than two for each, and no sign of the
 * language.
 */
final class Sentences {
  private static final int FEWEST_WORDS = 12;

  /** Shorter words before a full stop may be abbreviations: "Gen. Smith", "the U.S. Navy". */
  private static final int SHORTEST_LAST_WORD = 4;

  /** A quotation of more words is read as words. */
  private static final int LONGEST_PHRASE = 5;

  /** A headline in capitals has so many words besides those of operators, two of them long. */
  private static final int FEWEST_CAPITALS = 4;

  private static final int LONG_WORD = 4;

  private static final String ENDS = ".!?…";
  private static final String BETWEEN = ENDS + "—";
  private static final String BEHIND_WORD = ".,;:!?…]}>";

  private final String text;
  private final List<Token> tokens;
  private final Repairs repairs;

  private Sentences(String text, List<Token> tokens, Repairs repairs) {
    this.text = text;
    this.tokens = tokens;
    this.repairs = repairs;
  }

  /** Returns the pieces to be read: the same ones, unless the text consists of sentences. */
  static List<Token> read(String text, List<Token> tokens, Repairs repairs) {
    Sentences sentences = new Sentences(text, tokens, repairs);
    if (sentences.areCapitals()) {
      return sentences.capitals();
    }
    return !tokens.isEmpty() && sentences.areThere() ? sentences.words() : tokens;
  }

  // ---- what is a sentence

  private boolean areThere() {
    int words = 0;
    boolean ends = false;
    for (int i = 0; i < tokens.size(); i++) {
      if (isOnlyInQueries(i)) {
        return false;
      }
      Token token = tokens.get(i);
      words += isWord(i) ? 1 : token.is(Kind.QUOTED) ? words(token).size() : 0;
      ends = ends || (isWord(i) && endsSentence(token)) || somethingFollows(i);
    }
    return words >= FEWEST_WORDS && ends;
  }

  /** Says whether what parts sentences stands between a piece and the next. */
  private boolean somethingFollows(int i) {
    int next = i + 1 < tokens.size() ? tokens.get(i + 1).start() : text.length();
    String between = text.substring(Math.min(tokens.get(i).end(), next), next);
    return between.chars().anyMatch(c -> BETWEEN.indexOf(c) >= 0);
  }

  private boolean isWord(int i) {
    return tokens.get(i).is(Kind.WORD) && (i == 0 || !isName(tokens.get(i - 1)));
  }

  private static boolean isName(Token token) {
    return token.isField() || token.is(Kind.UNKNOWN_FIELD);
  }

  private boolean isOnlyInQueries(int i) {
    Token token = tokens.get(i);
    return switch (token.kind()) {
      case FIELD, EXACT_FIELD -> !isBeforeBlank(token);
      case AND, OR -> isBracket(i - 1, Kind.CLOSE) || isBracket(i + 1, Kind.OPEN);
      case NOT, MINUS -> isBracket(i + 1, Kind.OPEN);
      case QUOTED -> token.slop().isPresent();
      default -> false;
    };
  }

  private boolean isBracket(int i, Kind kind) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(kind);
  }

  private boolean isBeforeBlank(Token token) {
    return token.end() < text.length() && Characters.isBlank(text.codePointAt(token.end()));
  }

  private boolean endsSentence(Token token) {
    if (token.word().wildcards() > 1) {
      return false; // several question marks are what a pattern has
    }
    Word word = token.word().trimmed(c -> false, c -> ENDS.indexOf(c) >= 0);
    boolean isLast = token.end() == tokens.getLast().end();
    return word.length() < token.word().length()
        && (isLast
            || (word.length() >= SHORTEST_LAST_WORD
                && word.text().codePoints().allMatch(Character::isLetterOrDigit)));
  }

  // ---- what is all in capitals

  private boolean areCapitals() {
    int operators = 0;
    int words = 0;
    int longWords = 0;
    for (Token token : tokens) {
      switch (token.kind()) {
        case AND, OR, NOT -> {
          if (!Character.isLetter(text.charAt(token.start()))) {
            return false;
          }
          operators++;
        }
        case WORD -> {
          Word word = token.word();
          if (word.hasStar() || word.tilde().isPresent()) {
            return false;
          }
          words++;
          longWords +=
              word.text().chars().filter(Character::isUpperCase).count() >= LONG_WORD ? 1 : 0;
        }
        default -> {
          return false;
        }
      }
    }
    return operators > 0
        && words >= FEWEST_CAPITALS
        && words > 2 * operators
        && longWords >= 2
        && text.codePoints().noneMatch(Character::isLowerCase);
  }

  private List<Token> capitals() {
    return tokens.stream().map(token -> token.is(Kind.WORD) ? token : inCapitals(token)).toList();
  }

  private Token inCapitals(Token token) {
    String typed = text.substring(token.start(), token.end());
    repairs.add(
        token,
        typed + " stands in a text all in capitals",
        "read as a word; for the operator write the words in small letters");
    return Token.word(Kind.WORD, token.start(), token.end(), Word.plain(typed));
  }

  // ---- its words

  private List<Token> words() {
    List<Token> words = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      switch (token.kind()) {
        case AND, OR, NOT -> leaveOut(token, token.kind().name());
        case MINUS -> leaveOut(token, "minus");
        case FIELD, EXACT_FIELD -> words.add(name(token));
        case WORD -> words.add(word(token));
        case QUOTED -> words.addAll(quotation(token));
        default -> words.add(token);
      }
    }
    return words;
  }

  private void leaveOut(Token token, String sign) {
    repairs.add(token, sign + " stands in a sentence", "left out");
  }

  private Token name(Token token) {
    repairs.add(token, "'%s:' stands in a sentence".formatted(token.word().text()), "read as word");
    return Token.word(Kind.WORD, token.start(), token.end(), token.word());
  }

  private List<Token> quotation(Token token) {
    List<Token> words = words(token);
    if (words.size() <= LONGEST_PHRASE) {
      return List.of(token);
    }
    repairs.add(token, "a quotation stands in a sentence", "read as words");
    return words;
  }

  /** The words between quotes, each a piece of its own. */
  private List<Token> words(Token quoted) {
    List<Token> words = new ArrayList<>();
    int at = quoted.start();
    while (at < quoted.end()) {
      int end = at;
      while (end < quoted.end() && !isGap(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
      Word word = Word.read(text.substring(at, end)).trimmed(Sentences::isMark, Sentences::isMark);
      if (word.isMoreThanPunctuation()) {
        words.add(Token.word(Kind.WORD, at, end, Word.plain(word.text())));
      }
      at = end == quoted.end() ? end : end + Character.charCount(text.codePointAt(end));
    }
    return words;
  }

  private static boolean isMark(int c) {
    return !Characters.isOfWord(c) && Character.getType(c) != Character.CURRENCY_SYMBOL;
  }

  private static boolean isGap(int c) {
    return Characters.isBlank(c) || Characters.isQuote(c) || c == '(' || c == ')';
  }

  private Token word(Token token) {
    Word typed = token.word();
    boolean stressed = typed.length() > 1 && typed.isWildcard(0) && typed.text().charAt(0) == '*';
    Word word =
        typed.trimmed(
            c -> stressed && c == '*', c -> BEHIND_WORD.indexOf(c) >= 0 || (stressed && c == '*'));
    if (!typed.hasWildcard() || word.hasWildcard() || !word.isMoreThanPunctuation()) {
      return token;
    }
    String sign = stressed ? "star" : "question mark";
    repairs.add(token, sign + " stands in a sentence", "read as punctuation");
    return Token.word(Kind.WORD, token.start(), token.end(), word);
  }
}
