package org.sitrep.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.query.Token.Kind;

/**
 * Puts the sign of an amount to its number where a blank stands between: {@code $ 1.5bn}, {@code 10
 * %}, {@code 12 million €}. Alone a sign is no word and would be lost.
 */
final class AmountSigns {
  private static final String BLANKS = "[\\s\\h]{1,3}";
  private static final Pattern BEFORE = Pattern.compile("(?:^|[\\s\\h(])(\\p{Sc})" + BLANKS + "$");
  private static final Pattern BEHIND =
      Pattern.compile("^" + BLANKS + "([%\\p{Sc}])[.,;:!?…]*(?:[\\s\\h]|$)");

  private static final Pattern STANDS_BEFORE = Pattern.compile("\\p{Sc}" + BLANKS + "[0-9]");

  private static final String DIGITS = "[0-9][0-9.,'’]*";
  private static final Pattern NUMBER = Pattern.compile(DIGITS + "(?:[-–−]" + DIGITS + ")?");
  private static final Pattern AMOUNT =
      Pattern.compile(DIGITS + "\\p{L}*(?:[-–−]" + DIGITS + "\\p{L}*)?");
  private static final Pattern MAGNITUDE = Pattern.compile("\\p{L}+\\.?");

  private final String text;
  private final List<Token> tokens;
  private final List<Token> joined = new ArrayList<>();

  private AmountSigns(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /**
   * Joins signs to numbers.
   *
   * @param text the text of the query
   * @param tokens its pieces
   * @return the pieces, each sign in that of its number
   */
  static List<Token> joined(String text, List<Token> tokens) {
    return new AmountSigns(text, tokens).joined();
  }

  /** Says whether the sign of an amount stands at a place, and its number behind a blank. */
  static boolean standsBefore(String text, int at) {
    return STANDS_BEFORE.matcher(text).region(at, text.length()).lookingAt();
  }

  private List<Token> joined() {
    int from = 0; // the end of what is taken
    int values = 0; // brackets around values of a field that is not of texts
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is(Kind.OPEN) && (values > 0 || isOfValues(i))) {
        values++;
      } else if (token.is(Kind.CLOSE) && values > 0) {
        values--;
      }
      joined.add(values > 0 || isOfValues(i) ? token : joined(i, from));
      from = joined.getLast().end();
    }
    return joined;
  }

  private Token joined(int i, int from) {
    Token token = tokens.get(i);
    String word = token.word().text();
    Optional<MatchResult> before = before(i, from);
    if (before.isPresent()) {
      return with(token, before.get().start(1), token.end(), before.get().group(1) + word);
    }
    boolean magnitude = isMagnitude(i);
    if (!magnitude && !isWord(i, AMOUNT)) {
      return token;
    }
    Matcher behind = BEHIND.matcher(text).region(token.end(), startOf(i + 1));
    boolean joins =
        behind.find()
            && before(i + 1, token.end()).isEmpty()
            && (isWord(i, NUMBER) || !behind.group(1).equals("%"));
    return joins ? with(token, token.start(), behind.end(1), word + behind.group(1)) : token;
  }

  /** Finds the sign before the number that is a piece. */
  private Optional<MatchResult> before(int i, int from) {
    if (!isWord(i, AMOUNT)) {
      return Optional.empty();
    }
    Matcher sign = BEFORE.matcher(text).region(from, startOf(i));
    return sign.find() ? Optional.of(sign) : Optional.empty();
  }

  private int startOf(int i) {
    return i < tokens.size() ? tokens.get(i).start() : text.length();
  }

  private static Token with(Token token, int start, int end, String word) {
    return Token.word(token.kind(), start, end, Word.read(word));
  }

  /** Says whether a piece is a word of a shape. */
  private boolean isWord(int i, Pattern shape) {
    return i < tokens.size()
        && tokens.get(i).is(Kind.WORD)
        && tokens.get(i).end() - tokens.get(i).start() == tokens.get(i).word().length()
        && shape.matcher(tokens.get(i).word().text()).matches();
  }

  /** Says whether the name of a field before a piece is of another than those of texts. */
  private boolean isOfValues(int i) {
    return i > 0
        && tokens.get(i - 1).isField()
        && Scope.named(tokens.get(i - 1).word().text())
            .filter(scope -> !scope.field().isText())
            .isPresent();
  }

  /** Says whether a piece is a word right behind a number: "million". */
  private boolean isMagnitude(int i) {
    return isWord(i, MAGNITUDE)
        && i > 0
        && isWord(i - 1, NUMBER)
        && joined.getLast().equals(tokens.get(i - 1)) // has no sign yet
        && text.substring(tokens.get(i - 1).end(), startOf(i)).isBlank();
  }
}
