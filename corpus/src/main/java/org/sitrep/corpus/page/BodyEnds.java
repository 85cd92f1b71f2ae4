package org.sitrep.corpus.page;

import java.util.regex.Pattern;

/**
 * Takes into the text what stands at its ends and looks like furniture by itself: a list that
 * sentences follow, and the first and last entries of a page that is written hour by hour.
 */
final class BodyEnds {
  private static final int MOST_ITEMS = 12;
  private static final int FEWEST_ITEMS = 2;
  private static final int ITEM_WORDS = 2;
  private static final int SENTENCE_WORDS = 4;
  private static final double SMALL_IN_SENTENCES = 0.5;

  /** A line that says a time of day and nothing else: "19.40 BST". */
  private static final Pattern CLOCK =
      Pattern.compile("\\d{1,2}[:.h]\\d{2}(?:\\s?[ap]\\.?m\\.?)?(?:\\s\\(?\\p{Lu}{2,5}\\)?)?");

  private final PageMap map;
  private final BodyFinder.Run run;
  private final boolean hourly;

  private BodyEnds(PageMap map, BodyFinder.Run run) {
    this.map = map;
    this.run = run;
    hourly = hourly();
  }

  /** Returns the run with what belongs to it at its ends. */
  static BodyFinder.Run extended(PageMap map, BodyFinder.Run run) {
    if (run.none()) {
      return run;
    }
    BodyEnds ends = new BodyEnds(map, run);
    int last = run.last();
    for (int next = last; next >= 0; next = ends.after(last)) {
      last = next;
    }
    return new BodyFinder.Run(ends.first(), last);
  }

  private boolean hourly() {
    for (int i = run.first(); i <= run.last(); i++) {
      if (clock(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean clock(int i) {
    return CLOCK.matcher(map.line(i).content).matches();
  }

  /** The time and the heading of the first entry. */
  private int first() {
    int above = map.page().previous(run.first());
    if (hourly && above >= 0 && !clock(above) && plainLabel(above)) {
      above = map.page().previous(above);
    }
    return hourly && above >= 0 && clock(above) ? above : run.first();
  }

  private boolean plainLabel(int i) {
    return map.line(i).label() && !map.line(i).marked && map.seen(i).unmarked();
  }

  /** The sentence that goes on the text after a list, or after the time of an entry; or -1. */
  private int after(int last) {
    int items = 0;
    int headings = 0;
    boolean entry = false;
    for (int i = map.page().next(last); i >= 0; i = map.page().next(i)) {
      Line line = map.line(i);
      if (line.image()) {
        continue;
      }
      if (!map.seen(i).unmarked() || map.seen(i).dateline() || line.rule()) {
        return -1;
      }
      if (hourly && clock(i)) {
        entry = true;
      } else if (line.marked && line.words >= ITEM_WORDS && items < MOST_ITEMS) {
        items++;
      } else if (sentence(line)) {
        return items >= FEWEST_ITEMS || entry ? i : -1;
      } else if (!entry || headings++ > 0 || !plainLabel(i)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean sentence(Line line) {
    return line.ends
        && !line.marked
        && line.words >= SENTENCE_WORDS
        && line.small >= SMALL_IN_SENTENCES;
  }
}
