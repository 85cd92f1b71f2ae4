package org.sitrep.corpus.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sitrep.corpus.draft.Deadline;

/**
 * A page while it is read: what is seen of each line, and the zones given so far. All who read it
 * ask it line by line, which is where the time that reading takes is bounded.
 */
final class PageMap {
  private final PageLines page;
  private final Deadline deadline;
  private final List<Seen> seen;
  private final @Nullable Zone[] zones;
  private final String[] reasons;

  PageMap(PageLines page, Deadline deadline) {
    this.page = page;
    this.deadline = deadline;
    seen = page.lines().stream().map(this::look).toList();
    zones = new @Nullable Zone[page.size()];
    reasons = new String[page.size()];
    Arrays.fill(reasons, "");
    for (int i = 0; i < page.size(); i++) {
      if (page.get(i).blank()) {
        set(i, Zone.BLANK, "nothing on it");
      }
    }
  }

  private Seen look(Line line) {
    deadline.check();
    return new Seen(line);
  }

  PageLines page() {
    return page;
  }

  int size() {
    return page.size();
  }

  Line line(int index) {
    return page.get(index);
  }

  Seen seen(int index) {
    deadline.check();
    return seen.get(index);
  }

  /** Whether the page uses all of the words of what may be a name as ordinary words. */
  boolean onlyWordsOfText(String name) {
    String[] words = name.split("[^\\p{L}\\p{M}'’-]+", -1);
    return words.length > 2
        && Arrays.stream(words).allMatch(w -> page.usesSmall(w.toLowerCase(Locale.ROOT)));
  }

  /** Whether the page uses one of the words of what may be a name as an ordinary word. */
  boolean wordsOfText(String name) {
    for (String word : name.split("[^\\p{L}\\p{M}'’-]+", -1)) {
      if (word.length() > 2
          && Character.isUpperCase(word.codePointAt(0))
          && page.usesSmall(word.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line has no zone yet. */
  boolean free(int index) {
    deadline.check();
    return zones[index] == null;
  }

  /** The line's zone; promotion where it has none yet. */
  Zone zone(int index) {
    deadline.check();
    Zone zone = zones[index];
    return zone == null ? Zone.PROMOTION : zone;
  }

  String reason(int index) {
    return reasons[index];
  }

  void set(int index, Zone zone, String reason) {
    zones[index] = zone;
    reasons[index] = reason;
  }

  /** Gives a zone where there is none yet. */
  void setIfFree(int index, Zone zone, String reason) {
    if (free(index)) {
      set(index, zone, reason);
    }
  }

  /** The lines of a zone, by their index. */
  List<Integer> indexes(Zone zone) {
    List<Integer> found = new ArrayList<>();
    deadline.checkNow();
    for (int i = 0; i < zones.length; i++) {
      if (zones[i] == zone) {
        found.add(i);
      }
    }
    return found;
  }
}
