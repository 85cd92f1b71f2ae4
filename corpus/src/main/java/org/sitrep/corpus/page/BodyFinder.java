package org.sitrep.corpus.page;

/**
 * Finds where the article's text begins and ends: the run of lines with the greatest sum of
 * weights, where sentences weigh as much as they have words, and labels, menus and what opens a
 * list of other articles weigh against.
 */
final class BodyFinder {
  /** The lines from {@code first} to {@code last}, both included; last before first means none. */
  record Run(int first, int last) {
    boolean none() {
      return last < first;
    }
  }

  private static final int HEAVIEST = 60;
  private static final int LABEL = -3;
  private static final int ITEM = -4;
  private static final int RAIL = -20;
  private static final int BREAK = -20;
  private static final int FURNITURE = -5;
  private static final int DATELINE = -6;
  private static final int DATE_BELOW_TEXT = -20;
  private static final int TEASER = 45;

  /** So much text before a box of links makes it one within the text. */
  private static final int SOME = 30;

  private static final int FULL_SENTENCE = 12;
  private static final int MOST_LINKS = 5;

  private static final double LONGEST_DROP = 80;
  private static final double UNDER_A_DOOR = 1.5;
  private static final int LINES_TO_THE_DOOR = 10;

  /** So much text before it makes tags or comments the end of the article. */
  private static final int ENOUGH = 80;

  private final PageMap map;

  private BodyFinder(PageMap map) {
    this.map = map;
  }

  static Run find(PageMap map) {
    return new BodyFinder(map).find();
  }

  private Run find() {
    Stretch best = new Stretch(0, -1, 0);
    Stretch peak = best;
    double sum = 0;
    int from = 0;
    boolean rail = false;
    int box = -1;
    for (int i = 0; i < map.size(); i++) {
      Seen seen = map.seen(i);
      if (ends(seen) && peak.weight() >= ENOUGH && peak.first() == from) {
        best = heavier(best, peak);
        break;
      }
      box = opensRail(seen) ? i : box;
      boolean resumes = rail && peak.first() == from && peak.weight() >= SOME && resumes(box, i);
      rail = opensRail(seen) || (rail && !resumes && !leavesRail(map, i));
      double weight = resumes ? seen.line.words : weight(i);
      sum = resumes ? Math.max(sum, peak.weight()) : sum;
      if (seen.dateline() && sum > ENOUGH) {
        weight = DATE_BELOW_TEXT;
      }
      sum += rail && weight > 0 ? weight / 4 : weight;
      if (sum <= 0 || sum < peak.weight() - LONGEST_DROP) {
        best = heavier(best, peak);
        sum = 0;
        from = i + 1;
        peak = new Stretch(from, i, 0);
      } else if (sum > peak.weight()) {
        peak = new Stretch(from, i, sum);
      }
    }
    best = heavier(best, peak);
    return BodyEnds.extended(map, trimmed(new Run(best.first(), best.last())));
  }

  private record Stretch(int first, int last, double weight) {}

  private Stretch heavier(Stretch best, Stretch next) {
    return weighed(next) > weighed(best) ? next : best;
  }

  /** A stretch under a date or an author weighs more, for that is how articles begin. */
  private double weighed(Stretch stretch) {
    return stretch.weight() > 0 && underDoor(stretch.first())
        ? stretch.weight() * UNDER_A_DOOR
        : stretch.weight();
  }

  private boolean underDoor(int first) {
    int lines = 0;
    for (int i = first + 1; i >= 0 && lines < LINES_TO_THE_DOOR; i--) {
      if (i < map.size() && !map.line(i).blank()) {
        lines++;
        if (map.seen(i).dateline() || map.seen(i).byline()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Tags and readers' comments come after the article. */
  private static boolean ends(Seen seen) {
    return !seen.line.prose()
        && (seen.has(Marker.TAGS)
            || seen.has(Marker.COMMENTS)
            || seen.hashtags()
            || TagReader.announced(seen.line));
  }

  /** Whether a sentence of full length goes on the text after a box of a few links within it. */
  private boolean resumes(int box, int i) {
    Line line = map.line(i);
    boolean sentence =
        line.prose()
            && line.ends
            && !line.marked
            && line.words >= FULL_SENTENCE
            && !line.content.endsWith("...")
            && !line.content.endsWith("…")
            && !map.seen(i).furniture()
            && map.line(i - 1).blank();
    int links = 0;
    for (int k = box + 1; sentence && links <= MOST_LINKS && k < i; k++) {
      Seen link = map.seen(k);
      links += link.line.blank() ? 0 : 1;
      sentence = !link.line.prose() && !link.dateline() && !link.line.shortSentence();
    }
    int next = map.page().next(i);
    return sentence
        && links <= MOST_LINKS
        && (next < 0 || (map.line(next).prose() && !map.line(next).marked) || ends(map.seen(next)));
  }

  static boolean opensRail(Seen seen) {
    return seen.has(Marker.RAIL) && !seen.line.prose() && !seen.line.shortSentence();
  }

  /** A paragraph too long for a teaser, or beside another. */
  static boolean leavesRail(PageMap map, int i) {
    Line line = map.line(i);
    return line.prose()
        && !line.marked
        && !map.seen(i).furniture()
        && (line.words >= 35 || (line.words >= 9 && besideText(map, i)));
  }

  /** Whether the next line above or below that is no picture is text too. */
  private static boolean besideText(PageMap map, int i) {
    return textAt(map, i, 1) || textAt(map, i, -1);
  }

  private static boolean textAt(PageMap map, int i, int step) {
    int k = i + step;
    while (k >= 0 && k < map.size() && passedOver(map, k)) {
      k += step;
    }
    if (k < 0 || k >= map.size()) {
      return false;
    }
    Line line = map.line(k);
    return (line.prose() || (line.ends && line.words >= 3))
        && !line.marked
        && !map.seen(k).furniture();
  }

  private static boolean passedOver(PageMap map, int i) {
    Line line = map.line(i);
    return line.blank() || line.image() || !line.worded() || map.seen(i).has(Marker.CAPTION);
  }

  private double weight(int i) {
    Seen seen = map.seen(i);
    Line line = seen.line;
    if (line.blank()) {
      return 0;
    }
    if (line.rule()) {
      return BREAK;
    }
    if (opensRail(seen)) {
      return RAIL;
    }
    if (seen.furniture() && !(line.prose() && line.words > 40)) {
      return FURNITURE;
    }
    if (seen.dateline()) {
      return DATELINE;
    }
    if (line.image() || !line.worded() || seen.has(Marker.CAPTION) || seen.has(Marker.RELATED)) {
      return -1;
    }
    if (line.prose()) {
      double words = Math.min(line.words, HEAVIEST);
      double alone = line.words < TEASER && !besideText(map, i) ? 0.4 : 1;
      return alone * (line.marked ? words / 3 : words) / Math.max(1, map.page().times(line));
    }
    if (line.ends) {
      return line.marked ? Math.min(line.words, 8) / 4.0 - 1 : Math.min(line.words, 8) / 2.0;
    }
    if (line.content.endsWith(":") && line.words >= 4 && !line.marked) {
      return line.words / 2.0;
    }
    return line.marked ? ITEM : LABEL;
  }

  /** The run without furniture at its ends. */
  private Run trimmed(Run run) {
    int first = run.first();
    int last = run.last();
    while (first <= last && weight(first) <= 0) {
      first++;
    }
    while (last >= first && weight(last) <= 0) {
      last--;
    }
    return new Run(first, last);
  }
}
