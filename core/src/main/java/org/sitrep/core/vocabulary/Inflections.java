package org.sitrep.core.vocabulary;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes out the forms of a phrase of a data file: endings stand in brackets directly after a
 * letter or digit and are parted by strokes. "(s)" alone is an ending that may be missing. Several
 * brackets of one phrase are read side by side, the first with the first: "ближн(ий/его) флот(/а)"
 * has two forms.
 */
final class Inflections {
  private Inflections() {}

  /**
   * Returns every form of a phrase, in the order in which the endings are written.
   *
   * @throws IllegalArgumentException if brackets are not closed or differ in their endings' number
   */
  static List<String> of(String phrase) {
    List<String> pieces = new ArrayList<>();
    List<String[]> endings = new ArrayList<>();
    int from = 0;
    int open = nextBracket(phrase, 0);
    while (open >= 0) {
      int close = phrase.indexOf(')', open);
      if (close < 0) {
        throw new IllegalArgumentException("bracket is not closed: '" + phrase + "'");
      }
      if (phrase.startsWith("(", close + 1)) {
        throw new IllegalArgumentException("bracket follows a bracket: '" + phrase + "'");
      }
      String inside = phrase.substring(open + 1, close);
      endings.add(inside.indexOf('/') < 0 ? new String[] {"", inside} : inside.split("/", -1));
      pieces.add(phrase.substring(from, open));
      from = close + 1;
      open = nextBracket(phrase, from);
    }
    return endings.isEmpty() ? List.of(phrase) : combine(phrase, pieces, endings, from);
  }

  private static int nextBracket(String phrase, int from) {
    int open = phrase.indexOf('(', from);
    while (open > 0 && !Character.isLetterOrDigit(phrase.charAt(open - 1))) {
      open = phrase.indexOf('(', open + 1);
    }
    return open > 0 ? open : -1;
  }

  private static List<String> combine(
      String phrase, List<String> pieces, List<String[]> endings, int rest) {
    int count = endings.get(0).length;
    List<String> forms = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      StringBuilder form = new StringBuilder();
      for (int p = 0; p < pieces.size(); p++) {
        if (endings.get(p).length != count) {
          throw new IllegalArgumentException(
              "brackets differ in the number of their endings: '" + phrase + "'");
        }
        form.append(pieces.get(p)).append(endings.get(p)[i]);
      }
      forms.add(form.append(phrase, rest, phrase.length()).toString());
    }
    return forms;
  }
}
