package org.sitrep.corpus.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.corpus.draft.Deadline;

/**
 * What the other pages of the same place show: lines that recur on many of them are furniture, and
 * the order in which they write the numbers of dates. Immutable.
 */
public final class Neighbours {
  /** Nothing is known of other pages. */
  public static final Neighbours NONE = new Neighbours(Set.of(), Map.of());

  private static final int FEWEST_PAGES = 3;
  private static final int SHARE_OF_PAGES = 3;

  private final Set<String> recurring;
  private final Map<Character, Integer> dayFirst;

  /**
   * Sums up pages.
   *
   * @param recurring what lines say that are furniture
   * @param dayFirst for each sign between numbers, how many more dates show the day first than the
   *     month
   */
  private Neighbours(Set<String> recurring, Map<Character, Integer> dayFirst) {
    this.recurring = recurring;
    this.dayFirst = dayFirst;
  }

  boolean recurs(Line line) {
    return !recurring.isEmpty() && recurring.contains(PageLines.key(line));
  }

  /** The order in which the pages write numbers with this sign between them. */
  Optional<FoundDate.Order> order(char sign) {
    int more = dayFirst.getOrDefault(sign, 0);
    return more == 0
        ? Optional.empty()
        : Optional.of(more > 0 ? FoundDate.Order.DAY_FIRST : FoundDate.Order.MONTH_FIRST);
  }

  /** Collects what pages show, one after the other. Not safe for use by several threads. */
  public static final class Collector {
    private static final int MOST_LINES = 200_000;

    private final Map<String, Integer> pages = new HashMap<>();
    private int count;
    private final Map<Character, Integer> dayFirst = new HashMap<>();

    /** Starts with no page. */
    public Collector() {}

    /**
     * Takes in a page.
     *
     * @param text the page
     */
    public void add(String text) {
      count++;
      Set<String> keys = new HashSet<>();
      for (Line line : new PageLines(text, Deadline.NEVER).lines()) {
        if (line.worded() && line.words <= 60) {
          keys.add(PageLines.key(line));
        }
        if (line.words <= 12) {
          DateFinder.find(line.content)
              .forEach(d -> d.shownOrder().ifPresent(o -> vote(d.numeric(), o)));
        }
      }
      for (String key : keys) {
        if (pages.size() < MOST_LINES || pages.containsKey(key)) {
          pages.merge(key, 1, Integer::sum);
        }
      }
    }

    private void vote(char sign, FoundDate.Order order) {
      dayFirst.merge(sign, order == FoundDate.Order.DAY_FIRST ? 1 : -1, Integer::sum);
    }

    /**
     * Sums up.
     *
     * @return what the pages show
     */
    public Neighbours neighbours() {
      Set<String> recurring = new HashSet<>();
      int least = Math.max(FEWEST_PAGES, count / SHARE_OF_PAGES);
      pages.forEach(
          (key, times) -> {
            if (times >= least) {
              recurring.add(key);
            }
          });
      return new Neighbours(Set.copyOf(recurring), Map.copyOf(dayFirst));
    }
  }
}
