package org.sitrep.core.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.sitrep.core.query.Token.Kind;

/** Puts the brackets of a query in order, so that each one that opens closes and has a use. */
final class Brackets {
  private final List<Token> tokens;
  private final Repairs repairs;
  private final int textEnd;

  /** For each piece the place of the bracket that belongs to it, or -1. */
  private final int[] partner;

  private Brackets(List<Token> tokens, int textEnd, Repairs repairs) {
    this.tokens = tokens;
    this.textEnd = textEnd;
    this.repairs = repairs;
    this.partner = new int[tokens.size()];
    Arrays.fill(partner, -1);
  }

  /**
   * Closes at the end what never closes, leaves out what never opened, and of brackets right inside
   * each other keeps one pair.
   */
  static List<Token> balanced(List<Token> tokens, int textEnd, Repairs repairs) {
    return new Brackets(tokens, textEnd, repairs).balanced();
  }

  private List<Token> balanced() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(Kind.OPEN)) {
        open.push(i);
      } else if (tokens.get(i).is(Kind.CLOSE) && !open.isEmpty()) {
        partner[i] = open.pop();
        partner[partner[i]] = i;
      }
    }
    int closing = tokens.size();
    for (int opened : open) {
      repairs.add(tokens.get(opened), "bracket never closes", "closed at the end");
      partner[opened] = closing++;
    }
    return withoutDoubles(open);
  }

  private List<Token> withoutDoubles(Deque<Integer> open) {
    List<Token> kept = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is(Kind.CLOSE) && partner[i] < 0) {
        repairs.add(token, "bracket closes nothing", "left out");
      } else if (!(token.is(Kind.OPEN) && isDouble(i))
          && !(token.is(Kind.CLOSE) && isDouble(partner[i]))) {
        kept.add(token);
      }
    }
    for (int opened : open) {
      if (!isDouble(opened)) {
        kept.add(Token.sign(Kind.CLOSE, textEnd, textEnd));
      }
    }
    return kept;
  }

  private boolean isDouble(int opened) {
    return opened > 0
        && tokens.get(opened - 1).is(Kind.OPEN)
        && partner[opened - 1] == partner[opened] + 1;
  }
}
