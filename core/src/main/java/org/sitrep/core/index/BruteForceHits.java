package org.sitrep.core.index;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sitrep.core.article.Facet;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.index.BruteForce.Counted;
import org.sitrep.core.search.Collapse;
import org.sitrep.core.search.Copy;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Sort;

/**
 * Makes the hits of an answer again, straight from the rules: one a story where the request
 * collapses, the best of its articles that match, with the others as copies.
 */
final class BruteForceHits {
  private static final Comparator<Counted> EARLIEST =
      Comparator.comparing(BruteForceHits::start).thenComparing(Counted::id);

  private final SearchRequest request;
  private final Map<String, List<String>> copies = new HashMap<>();
  private final List<Counted> hits = new ArrayList<>();

  BruteForceHits(SearchRequest request, List<Counted> matching) {
    this.request = request;
    Map<Long, List<Counted>> groups = new TreeMap<>();
    for (Counted article : matching) {
      long group = request.collapse().isPresent() ? article.story() : article.number();
      groups.computeIfAbsent(group, number -> new ArrayList<>()).add(article);
    }
    for (List<Counted> group : groups.values()) {
      group.sort(EARLIEST);
      Counted best = best(group);
      hits.add(best);
      copies.put(
          best.id(), group.stream().map(Counted::id).filter(id -> !id.equals(best.id())).toList());
    }
  }

  /** The best copy of articles that come by date and id. */
  private Counted best(List<Counted> group) {
    Optional<Collapse> collapse = request.collapse();
    Counted best = group.get(0);
    for (Counted other : group) {
      if (collapse.isPresent() && isBetter(other, best, collapse.get())) {
        best = other;
      }
    }
    return best;
  }

  private static boolean isBetter(Counted a, Counted b, Collapse collapse) {
    return switch (collapse.best()) {
      case FIRST -> false;
      case LONGEST -> a.length() > b.length();
      case PREFERRED_SOURCE -> preference(a, collapse) < preference(b, collapse);
    };
  }

  private static int preference(Counted article, Collapse collapse) {
    return article.keys(Facet.SOURCE).stream()
        .mapToInt(collapse.sources()::indexOf)
        .filter(place -> place >= 0)
        .findFirst()
        .orElse(Collapse.MAX_SOURCES);
  }

  private static LocalDateTime start(Counted article) {
    return article.published().map(PartialDate::start).orElse(LocalDateTime.MAX);
  }

  private static LocalDateTime latest(Counted article, boolean start) {
    return article
        .published()
        .map(start ? PartialDate::start : PartialDate::end)
        .orElse(LocalDateTime.MIN);
  }

  /** What is wrong with the hits of an answer, if anything. */
  Optional<String> difference(SearchResults results) {
    List<String> found = results.hits().stream().map(Hit::id).toList();
    if (request.sort() != Sort.RELEVANCE && !found.equals(page())) {
      return Optional.of("hits are %s, by brute force %s".formatted(found, page()));
    }
    long left = Math.max(0, hits.size() - (long) request.offset());
    if (found.size() != Math.min(request.limit(), left)) {
      return Optional.of("number of hits is %d of %d left".formatted(found.size(), left));
    }
    for (Hit hit : results.hits()) {
      List<String> expected = copies.get(hit.id());
      List<String> listed = hit.copies().stream().map(Copy::id).toList();
      if (expected == null) {
        return Optional.of("hit stands for no story: " + hit.id());
      }
      List<String> shown = expected.subList(0, Math.min(expected.size(), Hit.MAX_COPIES));
      if (!listed.equals(shown) || hit.copyCount() != expected.size()) {
        return Optional.of(
            "copies of %s are %s, by brute force %s".formatted(hit.id(), listed, expected));
      }
    }
    return Optional.empty();
  }

  private List<String> page() {
    Comparator<Counted> newest =
        Comparator.comparing((Counted article) -> latest(article, true))
            .thenComparing(article -> latest(article, false))
            .reversed();
    Comparator<Counted> oldest =
        Comparator.comparing(BruteForceHits::start)
            .thenComparing(
                article -> article.published().map(PartialDate::end).orElse(LocalDateTime.MAX));
    return hits.stream()
        .sorted((request.sort() == Sort.NEWEST ? newest : oldest).thenComparing(Counted::id))
        .skip(request.offset())
        .limit(request.limit())
        .map(Counted::id)
        .toList();
  }
}
