package org.sitrep.corpus.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.corpus.draft.Deadline;

/**
 * What the other pages of the same place show: labels that recur on many of them over different
 * articles, and the order in which they write the numbers of dates. Immutable.
 *
 * <p>Furniture recurs over pages whose articles differ; a syndicated story recurs together with its
 * own sentences. So pages that share half of their sentences are copies and count once, and only
 * what cannot be a sentence is counted at all.
 */
public final class Neighbours {
  /** Nothing is known of other pages. */
  public static final Neighbours NONE = new Neighbours(Set.of(), Map.of());

  private static final int FEWEST_ARTICLES = 3;
  private static final int SHARE_OF_ARTICLES = 3;
  private static final int MOST_WORDS = 12;
  private static final int LONGEST_LABEL = 80;

  private final Set<String> recurring;
  private final Map<Character, Integer> dayFirst;

  /**
   * Sums up pages.
   *
   * @param recurring what labels say that are furniture
   * @param dayFirst for each sign between numbers, how many more dates show the day first than the
   *     month
   */
  private Neighbours(Set<String> recurring, Map<Character, Integer> dayFirst) {
    this.recurring = recurring;
    this.dayFirst = dayFirst;
  }

  /** Whether a line is a label that recurs over different articles. */
  boolean recurs(Line line) {
    return !recurring.isEmpty() && isLabel(line) && recurring.contains(PageLines.key(line));
  }

  /** A few words that end like no sentence and announce none. */
  private static boolean isLabel(Line line) {
    return line.label()
        && line.words <= MOST_WORDS
        && line.content.length() <= LONGEST_LABEL
        && !line.content.endsWith(":");
  }

  /** The order in which the pages write numbers with this sign between them. */
  Optional<FoundDate.Order> order(char sign) {
    int more = dayFirst.getOrDefault(sign, 0);
    return more == 0
        ? Optional.empty()
        : Optional.of(more > 0 ? FoundDate.Order.DAY_FIRST : FoundDate.Order.MONTH_FIRST);
  }

  /**
   * Collects what pages show, one after the other, up to {@value #MOST_LINES} lines; the order of
   * the pages does not matter. Not safe for use by several threads.
   */
  public static final class Collector {
    private static final int MOST_LINES = 200_000;

    /** The pages with a label, by their numbers. */
    private final Map<String, List<Integer>> labels = new HashMap<>();

    private final List<Set<String>> texts = new ArrayList<>();
    private final Map<Character, Integer> dayFirst = new HashMap<>();
    private int kept;

    /** Starts with no page. */
    public Collector() {}

    /**
     * Takes in a page.
     *
     * @param text the page
     */
    public void add(String text) {
      Set<String> labelsOfPage = new HashSet<>();
      Set<String> sentences = new HashSet<>();
      for (Line line : new PageLines(text, Deadline.NEVER).lines()) {
        if (line.worded() && kept < MOST_LINES) {
          kept++;
          (isLabel(line) ? labelsOfPage : sentences).add(PageLines.key(line));
        }
        if (line.words <= MOST_WORDS) {
          DateFinder.find(line.content)
              .forEach(d -> d.shownOrder().ifPresent(o -> vote(d.numeric(), o)));
        }
      }
      for (String label : labelsOfPage) {
        labels.computeIfAbsent(label, l -> new ArrayList<>()).add(texts.size());
      }
      texts.add(sentences);
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
      int[] article = articles();
      long count = java.util.Arrays.stream(article).distinct().count();
      long least = Math.max(FEWEST_ARTICLES, count / SHARE_OF_ARTICLES);
      Set<String> recurring = new HashSet<>();
      labels.forEach(
          (label, pages) -> {
            if (pages.stream().mapToInt(p -> article[p]).distinct().count() >= least) {
              recurring.add(label);
            }
          });
      return new Neighbours(Set.copyOf(recurring), Map.copyOf(dayFirst));
    }

    /** For each page the first of those that it is a copy of, itself included. */
    private int[] articles() {
      int[] article = new int[texts.size()];
      for (int page = 0; page < article.length; page++) {
        article[page] = page;
        for (int other = 0; other < page; other++) {
          if (article[other] != article[page] && copies(texts.get(page), texts.get(other))) {
            join(article, page, other);
          }
        }
      }
      return article;
    }

    private static void join(int[] article, int page, int other) {
      int first = Math.min(article[page], article[other]);
      int later = Math.max(article[page], article[other]);
      for (int i = 0; i <= page; i++) {
        article[i] = article[i] == later ? first : article[i];
      }
    }

    /** Whether the one with fewer sentences shares half of them; all without any are alike. */
    private static boolean copies(Set<String> one, Set<String> other) {
      if (one.size() > other.size()) {
        return copies(other, one);
      }
      return 2 * one.stream().filter(other::contains).count() >= one.size();
    }
  }
}
