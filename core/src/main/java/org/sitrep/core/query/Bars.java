package org.sitrep.core.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.sitrep.core.query.Token.Kind;

/**
 * Bars, which join alternatives with blanks around them or without: {@code ukraine|poland}. Without
 * blanks they also join values of a field: {@code tag:a|b} is {@code tag:(a OR b)}.
 */
final class Bars {
  private static final int LITERAL = 2;

  private final String text;
  private final List<Token> tokens;
  private final Repairs repairs;

  /** For each bracket the place behind the one that closes it; its own where none does. */
  private final int[] behindPartner;

  private Bars(String text, List<Token> tokens, Repairs repairs) {
    this.text = text;
    this.tokens = tokens;
    this.repairs = repairs;
    this.behindPartner = new int[tokens.size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      behindPartner[i] = i;
      if (tokens.get(i).is(Kind.OPEN)) {
        open.push(i);
      } else if (tokens.get(i).is(Kind.CLOSE) && !open.isEmpty()) {
        behindPartner[open.pop()] = i + 1;
      }
    }
  }

  // ---- in a text

  /** Reads the bars at a place as what joins alternatives; two of them are an operator. */
  static Token read(String text, int at, Repairs repairs) {
    int end = end(text, at);
    Token bars = Token.sign(Kind.OR, at, end);
    if (end - at != LITERAL) {
      repairs.add(bars, "no operator " + Repairs.shown(text.substring(at, end)), "read as OR");
    }
    return bars;
  }

  private static int end(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == '|') {
      end++;
    }
    return end;
  }

  /**
   * Returns where the first bar stands that ends the word at a place, or the end of the text.
   * Inside an address of the web a bar is part of it.
   */
  static int first(String text, int at) {
    boolean address = text.regionMatches(true, at, "www.", 0, "www.".length());
    int place = at;
    while (place < text.length()) {
      char c = text.charAt(place);
      if (c == '|') {
        int end = end(text, place);
        if (!address || isGap(text, end)) {
          return place;
        }
        place = end;
      } else if (isGap(text, place)) {
        break;
      } else {
        address = address || text.startsWith("://", place);
        place += c == '\\' ? 2 : Character.charCount(text.codePointAt(place));
      }
    }
    return text.length();
  }

  private static boolean isGap(String text, int at) {
    if (at >= text.length()) {
      return true;
    }
    int c = text.codePointAt(at);
    return Characters.isBlank(c) || Characters.isQuote(c) || c == '(' || c == ')';
  }

  // ---- in the value of a field

  /** Puts brackets around the values of a field that bars without blanks join. */
  static List<Token> bracketed(String text, List<Token> tokens, Repairs repairs) {
    return new Bars(text, tokens, repairs).bracketed();
  }

  private List<Token> bracketed() {
    BitSet opened = new BitSet();
    int[] closed = new int[tokens.size() + 1];
    for (int i = 0; i < tokens.size(); i++) {
      int from = tokens.get(i).isField() ? afterMinus(i) : tokens.size();
      int end = valuesEnd(i, from);
      if (end > from) {
        opened.set(from);
        closed[end]++;
      }
    }
    if (opened.isEmpty()) {
      return tokens;
    }
    List<Token> bracketed = new ArrayList<>();
    for (int i = 0; i <= tokens.size(); i++) {
      for (int brackets = closed[i]; brackets > 0; brackets--) {
        int place = tokens.get(i - 1).end();
        bracketed.add(Token.sign(Kind.CLOSE, place, place));
      }
      if (i < tokens.size()) {
        int place = tokens.get(i).start();
        if (opened.get(i)) {
          bracketed.add(Token.sign(Kind.OPEN, place, place));
        }
        bracketed.add(tokens.get(i));
      }
    }
    return bracketed;
  }

  /** Returns where the values end behind a field's name; the same place where no bar joins some. */
  private int valuesEnd(int name, int from) {
    int end = valueEnd(from);
    int joined = from;
    while (end > from && isBar(end)) {
      int next = afterMinus(end);
      boolean fits = next < tokens.size() && tokens.get(end).end() == tokens.get(end + 1).start();
      int nextEnd = fits ? valueEnd(next) : next;
      if (nextEnd == next) {
        break;
      }
      Token bar = tokens.get(end);
      if (bar.end() - bar.start() == LITERAL) {
        String field = tokens.get(name).word().text();
        repairs.add(bar, "'||' stands between values of '%s:'".formatted(field), "read as OR");
      }
      end = nextEnd;
      joined = end;
    }
    return joined;
  }

  /** Returns the place behind a piece, and behind a minus that stands right after it. */
  private int afterMinus(int i) {
    boolean minus =
        i + 1 < tokens.size()
            && tokens.get(i + 1).is(Kind.MINUS)
            && tokens.get(i + 1).start() == tokens.get(i).end();
    return minus ? i + 2 : i + 1;
  }

  private boolean isBar(int i) {
    return i < tokens.size()
        && tokens.get(i).is(Kind.OR)
        && text.charAt(tokens.get(i).start()) == '|'
        && tokens.get(i).start() == tokens.get(i - 1).end();
  }

  /** Returns where a value ends, a bracket with its partner; the same place where there is none. */
  private int valueEnd(int from) {
    if (from >= tokens.size() || !tokens.get(from).canBeValue()) {
      return from;
    }
    return tokens.get(from).is(Kind.OPEN) ? behindPartner[from] : from + 1;
  }
}
