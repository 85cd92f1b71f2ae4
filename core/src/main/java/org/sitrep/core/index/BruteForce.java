package org.sitrep.core.index;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Collapse;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;

/**
 * Counts facets article by article, straight from the rules and from the keys of the stored
 * articles; shares no code with the collector that it checks. Which articles the query matches is
 * taken from the index.
 */
final class BruteForce {
  /**
   * What counting needs to know of an article.
   *
   * @param number the article's number
   * @param story the number of its story
   * @param id the article's id
   * @param keys its values' keys
   * @param published its date
   * @param length how many characters the body has
   */
  record Counted(
      long number,
      long story,
      String id,
      Map<Facet, Set<String>> keys,
      Optional<PartialDate> published,
      int length) {
    static Counted of(Article article, int number, long story) {
      Map<Facet, Set<String>> keys = new EnumMap<>(Facet.class);
      for (Facet facet : Facet.values()) {
        keys.put(facet, Set.copyOf(facet.keys(article)));
      }
      return new Counted(
          number, story, article.id(), keys, article.published(), article.body().length());
    }

    Set<String> keys(Facet facet) {
      return keys.getOrDefault(facet, Set.of());
    }
  }

  private final SearchRequest request;
  private final List<Counted> scope;

  /**
   * Prepares counting.
   *
   * @param request what is selected
   * @param scope the articles that the query matches
   */
  BruteForce(SearchRequest request, List<Counted> scope) {
    this.request = request;
    this.scope = scope;
  }

  /** The articles that pass every selection. */
  List<Counted> matching() {
    return scope.stream().filter(article -> passesAllBut(article, Optional.empty())).toList();
  }

  /** How many hits there are: articles, or stories where the request collapses. */
  long total() {
    boolean collapsed = request.collapse().isPresent();
    return matching().stream()
        .map(article -> collapsed ? article.story() : article.number())
        .distinct()
        .count();
  }

  /** What is counted once: an article, or the story that it belongs to. */
  private long unit(Counted article) {
    boolean stories =
        request.collapse().filter(c -> c.counted() == Collapse.Counted.STORIES).isPresent();
    return stories ? article.story() : article.number();
  }

  /** The count of each value of a dimension that has one. */
  Map<String, Long> counts(Facet facet) {
    Selection selection = request.selection(facet);
    Map<String, Set<Long>> units = new HashMap<>();
    for (Counted article : scope) {
      if (passesAllBut(article, Optional.of(facet))) {
        for (String key : article.keys(facet)) {
          if (passes(article, onlyWith(selection, key))) {
            units.computeIfAbsent(key, k -> new HashSet<>()).add(unit(article));
          }
        }
      }
    }
    Map<String, Long> counts = new HashMap<>();
    units.forEach((key, counted) -> counts.put(key, (long) counted.size()));
    return counts;
  }

  /** How many articles or stories count for a value that might be listed and is not. */
  long others(Facet facet, Predicate<String> listable, Set<String> listed) {
    Selection selection = request.selection(facet);
    return scope.stream()
        .filter(article -> passesAllBut(article, Optional.of(facet)))
        .filter(
            article ->
                article.keys(facet).stream()
                    .filter(key -> !listed.contains(key))
                    .filter(listable)
                    .anyMatch(key -> passes(article, onlyWith(selection, key))))
        .map(this::unit)
        .distinct()
        .count();
  }

  /** How many articles of a timeline have a date that is not known so finely. */
  long coarser(DateLevel level) {
    Selection selection = request.selection(Facet.DATE);
    Selection rest =
        selection.mode() == Selection.Mode.ALL
            ? selection
            : new Selection(
                Facet.DATE, Set.of(), selection.excluded(), Optional.empty(), selection.mode());
    return scope.stream()
        .filter(article -> passesAllBut(article, Optional.of(Facet.DATE)))
        .filter(article -> passes(article, rest))
        .filter(article -> article.published().isPresent())
        .filter(
            article ->
                article.keys(Facet.DATE).stream()
                    .noneMatch(key -> key.length() == level.keyLength()))
        .map(this::unit)
        .distinct()
        .count();
  }

  /** The selection in which a value is the only one included, or in "all" mode is added. */
  private static Selection onlyWith(Selection selection, String key) {
    boolean all = selection.mode() == Selection.Mode.ALL;
    List<String> included = new ArrayList<>(all ? selection.included() : Set.of());
    if (!included.contains(key)) {
      included.add(key);
    }
    List<String> excluded = new ArrayList<>(selection.excluded());
    excluded.remove(key);
    return new Selection(
        selection.facet(),
        Set.copyOf(included),
        Set.copyOf(excluded),
        all ? selection.range() : Optional.empty(),
        selection.mode());
  }

  private boolean passesAllBut(Counted article, Optional<Facet> passedOver) {
    return request.selections().values().stream()
        .filter(selection -> passedOver.filter(f -> f == selection.facet()).isEmpty())
        .allMatch(selection -> passes(article, selection));
  }

  private static boolean passes(Counted article, Selection selection) {
    Set<String> keys = article.keys(selection.facet());
    if (selection.excluded().stream().anyMatch(keys::contains)) {
      return false;
    }
    List<Boolean> included = new ArrayList<>();
    selection.included().forEach(key -> included.add(keys.contains(key)));
    selection.range().ifPresent(range -> included.add(isWithin(article, range)));
    if (included.isEmpty()) {
      return true;
    }
    return selection.mode() == Selection.Mode.ALL
        ? !included.contains(false)
        : included.contains(true);
  }

  private static boolean isWithin(Counted article, Query.Range range) {
    return article
        .published()
        .filter(date -> range.from().filter(from -> date.firstDay().isBefore(from)).isEmpty())
        .filter(date -> range.to().filter(to -> date.lastDay().isAfter(to)).isEmpty())
        .isPresent();
  }
}
