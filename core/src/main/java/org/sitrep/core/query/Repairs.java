package org.sitrep.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what was read otherwise than typed. */
final class Repairs {
  private static final int MAX_SHOWN = 40;

  /**
   * What was found and how it was read instead.
   *
   * @param meant the text that was probably meant at this place; empty where nobody can say
   */
  record Finding(int offset, int length, String problem, String reading, String meant) {
    boolean isMisspelt() {
      return !meant.isEmpty();
    }

    Repair toRepair(Optional<Query> query) {
      String message = problem + (problem.endsWith("?") ? " " : ": ") + reading;
      return new Repair(offset, length, message, query);
    }
  }

  private final List<Finding> findings = new ArrayList<>();
  private int unlisted;

  boolean isEmpty() {
    return findings.isEmpty();
  }

  void add(int offset, int length, String problem, String reading) {
    add(new Finding(offset, length, problem, reading, ""));
  }

  private void add(Finding finding) {
    if (findings.size() < Query.MAX_REPAIRS - 1) {
      findings.add(finding);
    } else {
      unlisted++;
    }
  }

  /** Adds what looks like something else, misspelt: a text that reads well in its place. */
  void addMisspelt(int offset, int length, String problem, String reading, String meant) {
    add(new Finding(offset, length, problem, reading, meant));
  }

  void add(Token token, String problem, String reading) {
    add(token.start(), token.end() - token.start(), problem, reading);
  }

  /** Returns the findings in the order of the text; the last counts those that are not listed. */
  List<Finding> inOrder() {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort((a, b) -> Integer.compare(a.offset(), b.offset()));
    if (unlisted > 0) {
      int last = sorted.getLast().offset();
      sorted.add(new Finding(last, 0, "more repairs than are listed", "" + unlisted, ""));
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
