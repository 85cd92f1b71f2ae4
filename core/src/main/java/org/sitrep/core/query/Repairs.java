package org.sitrep.core.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what was read otherwise than typed. */
final class Repairs {
  private static final int MAX_SHOWN = 40;

  /** What was found and how it was read instead. */
  record Finding(int offset, int length, String problem, String reading) {
    Repair toRepair() {
      return new Repair(offset, length, problem + (problem.endsWith("?") ? " " : ": ") + reading);
    }
  }

  private final List<Finding> findings = new ArrayList<>();
  private int unlisted;

  void add(int offset, int length, String problem, String reading) {
    if (findings.size() < Query.MAX_REPAIRS - 1) {
      findings.add(new Finding(offset, length, problem, reading));
    } else {
      unlisted++;
    }
  }

  void add(Token token, String problem, String reading) {
    add(token.start(), token.end() - token.start(), problem, reading);
  }

  /** Returns the findings in the order of the text; the last counts those that are not listed. */
  List<Finding> inOrder() {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparingInt(Finding::offset));
    if (unlisted > 0) {
      int last = sorted.getLast().offset();
      sorted.add(new Finding(last, 0, "more repairs than are listed", "" + unlisted));
    }
    return sorted;
  }

  /** Returns what was typed in quotes, short and without characters that cannot be seen. */
  static String shown(String typed) {
    StringBuilder shown = new StringBuilder("'");
    int at = 0;
    while (at < typed.length() && shown.length() <= MAX_SHOWN) {
      int c = typed.codePointAt(at);
      shown.appendCodePoint(c == ' ' || !Characters.isBlank(c) ? c : 0xfffd);
      at += Character.charCount(c);
    }
    return shown.append(at < typed.length() ? "…'" : "'").toString();
  }
}
