package org.sitrep.corpus.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the other pages of the same place show: lines that recur on many of them are furniture, and
 * the order in which they write the numbers of dates. Immutable.
 */
public final class Neighbours {
  /** Nothing is known of other pages. */
  public static final Neighbours NONE = new Neighbours(Set.of(), Optional.empty());

  private static final int FEWEST_PAGES = 3;
  private static final int SHARE_OF_PAGES = 3;

  private final Set<String> recurring;
  private final Optional<FoundDate.Order> order;

  private Neighbours(Set<String> recurring, Optional<FoundDate.Order> order) {
    this.recurring = recurring;
    this.order = order;
  }

  boolean recurs(Line line) {
    return !recurring.isEmpty() && recurring.contains(PageLines.key(line));
  }

  Optional<FoundDate.Order> order() {
    return order;
  }

  /** Collects what pages show, one after the other. Not safe for use by several threads. */
  public static final class Collector {
    private static final int MOST_LINES = 200_000;

    private final Map<String, Integer> pages = new HashMap<>();
    private int count;
    private int dayFirst;
    private int monthFirst;

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
      for (Line line : new PageLines(text).lines()) {
        if (line.worded() && line.words <= 60) {
          keys.add(PageLines.key(line));
        }
        if (line.words <= 12) {
          DateFinder.find(line.content).forEach(d -> d.shownOrder().ifPresent(this::vote));
        }
      }
      for (String key : keys) {
        if (pages.size() < MOST_LINES || pages.containsKey(key)) {
          pages.merge(key, 1, Integer::sum);
        }
      }
    }

    private void vote(FoundDate.Order order) {
      if (order == FoundDate.Order.DAY_FIRST) {
        dayFirst++;
      } else {
        monthFirst++;
      }
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
      Optional<FoundDate.Order> order =
          dayFirst == monthFirst
              ? Optional.empty()
              : Optional.of(
                  dayFirst > monthFirst ? FoundDate.Order.DAY_FIRST : FoundDate.Order.MONTH_FIRST);
      return new Neighbours(Set.copyOf(recurring), order);
    }
  }
}
