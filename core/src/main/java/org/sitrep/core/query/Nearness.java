package org.sitrep.core.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.query.Token.Kind;

/**
 * Finds what other languages write between words that are to stand near each other, {@code NEAR},
 * {@code NEAR/5}, {@code w/5} or {@code AROUND(5)}, and says how this one writes it. It is read as
 * words, for articles have such words too.
 */
final class Nearness {
  private static final int USUAL = 5;

  /** A number of a bracket behind it is a piece of its own. */
  private static final int PIECES_OF_BRACKET = 3;

  private static final Pattern SIGN =
      Pattern.compile("NEAR|(?:O?NEAR|ADJ)\\d{1,2}|(?i:(?:o?near|adj|w|n|pre|within)/\\d{1,2})");
  private static final Pattern BRACKETED = Pattern.compile("(?:AROUND|NEAR)\\((\\d{1,2})\\)");

  private final String text;
  private final List<Token> tokens;
  private final Repairs repairs;

  private Nearness(String text, List<Token> tokens, Repairs repairs) {
    this.text = text;
    this.tokens = tokens;
    this.repairs = repairs;
  }

  /** Says how nearness is written where it is written otherwise. */
  static void say(String text, List<Token> tokens, Repairs repairs) {
    new Nearness(text, tokens, repairs).say();
  }

  /** Says whether a word would be taken for such a sign between two others. */
  static boolean isSign(String word) {
    return SIGN.matcher(word).matches();
  }

  private void say() {
    boolean capitals = text.codePoints().noneMatch(Character::isLowerCase);
    int i = 1;
    while (i + 1 < tokens.size()) {
      int next = isPlain(i - 1) && tokens.get(i).is(Kind.WORD) ? sayOf(i, capitals) : i;
      i = next > i ? next + 2 : i + 1;
    }
  }

  /** Returns the place of the word behind the sign at one, or the same place. */
  private int sayOf(int i, boolean capitals) {
    Token sign = tokens.get(i);
    String typed = text.substring(sign.start(), sign.end());
    int next = i + 1;
    Matcher shape = SIGN.matcher(typed);
    if (i + PIECES_OF_BRACKET + 1 < tokens.size() && tokens.get(next).is(Kind.OPEN)) {
      typed = text.substring(sign.start(), tokens.get(i + PIECES_OF_BRACKET).end());
      shape = BRACKETED.matcher(typed);
      next = i + PIECES_OF_BRACKET + 1;
    }
    boolean word = typed.equals("NEAR") && capitals;
    if (word || !shape.matches() || !isPlain(next)) {
      return i;
    }
    String digits = typed.replaceAll("\\D", "");
    String phrase =
        "\"%s %s\"~%s".formatted(words(i - 1), words(next), digits.isEmpty() ? "" + USUAL : digits);
    int start = tokens.get(i - 1).start();
    repairs.addMisspelt(
        start,
        tokens.get(next).end() - start,
        "no operator %s: did you mean %s?".formatted(Repairs.shown(typed), phrase),
        "read as words",
        phrase);
    return next;
  }

  private boolean isPlain(int i) {
    Token token = tokens.get(i);
    return token.end() - token.start() <= Query.MAX_PATTERN
        && (token.is(Kind.WORD) || (token.is(Kind.QUOTED) && token.slop().isEmpty()))
        && token.word().text().indexOf('"') < 0
        && !token.word().hasWildcard();
  }

  private String words(int i) {
    return tokens.get(i).word().text();
  }
}
