package org.sitrep.corpus.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of several short parts: breadcrumbs and menus. */
final class Trails {
  private static final Pattern STEP =
      Pattern.compile("(?:(?<!\\s)\\s++)?[>»›→]\\s*+|(?<!\\s)\\s++[/\\\\]\\s++");
  private static final Pattern BAR =
      Pattern.compile("(?:(?<!\\s)\\s++)?[|•·]\\s*+|\\]\\s*+\\[|(?<!\\s)\\s{2,}+");
  private static final String STEPS = ">»›→/\\";
  private static final int LONGEST_PART = 4;

  private Trails() {}

  /** Whether the line is a breadcrumb or a menu. */
  static boolean isTrail(Line line) {
    return isBreadcrumb(line) || isMenu(line);
  }

  /** Whether the line leads from the whole site to the page: {@code Home > World > Asia}. */
  static boolean isBreadcrumb(Line line) {
    return !line.marked
        && holds(line, STEPS)
        && parts(STEP, line.content).size() >= 2
        && shortParts(STEP, line, 1);
  }

  /** Whether the line lists ways about the site: {@code News | Sport | Log in}. */
  static boolean isMenu(Line line) {
    return parts(BAR, line.content).size() >= 3 && shortParts(BAR, line, 0);
  }

  /** Whether a line holds one of several signs, which most lines do not. */
  private static boolean holds(Line line, String signs) {
    return line.content.chars().anyMatch(c -> signs.indexOf(c) >= 0);
  }

  private static boolean shortParts(Pattern between, Line line, int longAtTheEnd) {
    List<String> parts = parts(between, line.content);
    return parts.subList(0, parts.size() - longAtTheEnd).stream()
        .allMatch(p -> new Line(0, 0, p).words <= LONGEST_PART && !p.endsWith("."));
  }

  /** The steps of a breadcrumb. */
  static List<String> steps(Line line) {
    return parts(STEP, line.content);
  }

  private static List<String> parts(Pattern between, String text) {
    List<String> parts = new ArrayList<>();
    for (String part : between.split(text, -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }
}
