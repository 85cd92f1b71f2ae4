package org.sitrep.core.query;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.core.query.Token.Kind;

/**
 * Reads a text that is plainly made of sentences, such as a pasted paragraph, without the signs of
 * the language. People who write "it was NOT the first" exclude nothing, their "Source:" before a
 * blank is no field, and their question marks end questions. Quotes stay: what stands in them is a
 * phrase in a sentence too.
 *
 * <p>A text counts as sentences where it has {@value #FEWEST_WORDS} words or more, a full stop or
 * an exclamation mark that ends a sentence, and nothing that only a query has: a field with its
 * value right behind the colon, or an operator beside a bracket.
 */
final class Sentences {
  private static final int FEWEST_WORDS = 12;

  /** Shorter words before a full stop may be abbreviations: "Gen. Smith", "the U.S. Navy". */
  private static final int SHORTEST_LAST_WORD = 4;

  private static final String ENDS = ".!…";
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
      words += isWord(i) ? 1 : 0;
      ends = ends || (isWord(i) && endsSentence(tokens.get(i)));
    }
    return words >= FEWEST_WORDS && (ends || endsText());
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
      default -> false;
    };
  }

  private boolean isBracket(int i, Kind kind) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(kind);
  }

  private boolean isBeforeBlank(Token token) {
    return token.end() < text.length() && Characters.isBlank(text.codePointAt(token.end()));
  }

  private static boolean endsSentence(Token token) {
    Word word = token.word();
    int last = word.length() - 1;
    if (last < SHORTEST_LAST_WORD || word.isPlain(last)) {
      return false;
    }
    boolean ends = ENDS.indexOf(word.text().charAt(last)) >= 0;
    return ends && word.text().substring(0, last).codePoints().allMatch(Character::isLetterOrDigit);
  }

  /** Says whether a sentence's end is the end of the text, where it may stand by itself. */
  private boolean endsText() {
    Token last = tokens.getLast();
    for (int i = last.end(); i < text.length(); i++) {
      if (ENDS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    int end = last.word().length() - 1;
    return isWord(tokens.size() - 1)
        && end >= 0
        && !last.word().isPlain(end)
        && ENDS.indexOf(last.word().text().charAt(end)) >= 0;
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

  private Token word(Token token) {
    Word typed = token.word();
    boolean stressed = typed.length() > 1 && typed.isWildcard(0) && typed.text().charAt(0) == '*';
    Word word =
        typed.trimmed(
            c -> stressed && c == '*',
            c -> BEHIND_WORD.indexOf(c) >= 0 || (stressed && c == '*'));
    if (!typed.hasWildcard() || word.hasWildcard() || !word.isMoreThanPunctuation()) {
      return token;
    }
    String sign = stressed ? "star" : "question mark";
    repairs.add(token, sign + " stands in a sentence", "read as punctuation");
    return Token.word(Kind.WORD, token.start(), token.end(), word);
  }
}
