package org.sitrep.corpus.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sitrep.core.vocabulary.Folding;
import org.sitrep.corpus.draft.Deadline;

/** The lines of a page, and how often each is said. */
final class PageLines {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}'’-]+");
  private static final int WIDEST_WRAP = 100;
  private static final int NARROWEST_WRAP = 50;
  private static final int LINES_THAT_SHOW_A_WIDTH = 4;

  private final List<Line> lines;
  private final Map<String, Integer> times = new HashMap<>();
  private final List<String> raw;
  private final Set<String> small = new HashSet<>();
  private final Deadline deadline;

  /** For each index, the first line from there on that is not blank. */
  private final int[] next;

  /** For each index, the last line before it that is not blank. */
  private final int[] previous;

  PageLines(String text, Deadline deadline) {
    this(List.of(text.split("\n", -1)), true, deadline);
  }

  /** Lines that are parted for certain, as blocks of HTML are, need no joining. */
  static PageLines ofBlocks(List<String> blocks, Deadline deadline) {
    return new PageLines(List.copyOf(blocks), false, deadline);
  }

  private PageLines(List<String> raw, boolean wrapped, Deadline deadline) {
    this.raw = raw;
    this.deadline = deadline;
    lines = wrapped ? unwrap(raw) : asTheyAre(raw);
    for (Line line : lines) {
      deadline.check();
      if (line.worded()) {
        times.merge(key(line), 1, Integer::sum);
      }
    }
    next = new int[lines.size() + 1];
    previous = new int[lines.size() + 1];
    next[lines.size()] = -1;
    previous[0] = -1;
    for (int i = 0, k = lines.size() - 1; k >= 0; i++, k--) {
      previous[i + 1] = lines.get(i).blank() ? previous[i] : i;
      next[k] = lines.get(k).blank() ? next[k + 1] : k;
    }
  }

  List<Line> lines() {
    return lines;
  }

  Line get(int index) {
    deadline.check();
    return lines.get(index);
  }

  int size() {
    return lines.size();
  }

  /** The physical lines. */
  List<String> raw() {
    return raw;
  }

  /** How many lines of the page say the same. */
  int times(Line line) {
    return times.getOrDefault(key(line), 0);
  }

  /** Whether the page holds a word in small letters. */
  boolean usesSmall(String word) {
    if (small.isEmpty()) {
      for (Line line : lines) {
        small.addAll(Arrays.asList(NO_WORD.split(line.content, -1)));
      }
    }
    return small.contains(word);
  }

  /** Whether a whole line of the page says this. */
  boolean says(String text) {
    return times.containsKey(Folding.fold(text));
  }

  /** What two lines share that say the same: the words without mark, case and spacing. */
  static String key(Line line) {
    return line.key();
  }

  /** The next line that is not blank, or -1. */
  int next(int index) {
    return next[Math.max(0, index + 1)];
  }

  /** The line before that is not blank, or -1. */
  int previous(int index) {
    return index <= 0 ? -1 : previous[Math.min(index, lines.size())];
  }

  private List<Line> asTheyAre(List<String> raw) {
    List<Line> lines = new ArrayList<>(raw.size());
    for (int i = 0; i < raw.size(); i++) {
      deadline.check();
      lines.add(new Line(i + 1, i + 1, raw.get(i)));
    }
    return List.copyOf(lines);
  }

  /** Joins lines that were broken because the next word did not fit. */
  private List<Line> unwrap(List<String> raw) {
    int width = wrapWidth(raw);
    List<Line> lines = new ArrayList<>(raw.size());
    for (int i = 0; i < raw.size(); i++) {
      deadline.check();
      int from = i;
      StringBuilder joined = new StringBuilder(raw.get(i));
      while (width > 0 && i + 1 < raw.size() && continues(raw.get(i), raw.get(i + 1), width)) {
        i++;
        joined.append(' ').append(raw.get(i).strip());
      }
      lines.add(new Line(from + 1, i + 1, joined.toString()));
    }
    return List.copyOf(lines);
  }

  private static int wrapWidth(List<String> raw) {
    int width = raw.stream().mapToInt(l -> l.stripTrailing().length()).max().orElse(0);
    if (width > WIDEST_WRAP || width < NARROWEST_WRAP) {
      return 0;
    }
    int broken = 0;
    for (int i = 0; i + 1 < raw.size(); i++) {
      if (continues(raw.get(i), raw.get(i + 1), width)
          && Character.isLowerCase(raw.get(i + 1).strip().codePointAt(0))) {
        broken++;
      }
    }
    return broken >= LINES_THAT_SHOW_A_WIDTH ? width : 0;
  }

  private static boolean continues(String line, String next, int width) {
    String word = next.strip();
    if (line.isBlank() || word.isEmpty() || new Line(1, 1, next).marked) {
      return false;
    }
    int space = word.indexOf(' ');
    int first = space < 0 ? word.length() : space;
    return line.stripTrailing().length() + 1 + first > width - 2
        && line.stripTrailing().length() > width / 2;
  }
}
