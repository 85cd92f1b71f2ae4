package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sitrep.core.article.Facet;

/**
 * The answer to a request. Everything in it comes from one consistent state of the index.
 *
 * @param request the request
 * @param total how many hits there are on all pages, exactly: articles that match; stories among
 *     them where the request collapses
 * @param hits those of the page asked for
 * @param facets the counts asked for, in the order of the request
 * @param timeline the timeline, present where it was asked for
 * @param took how long the search took
 * @param articles how many articles match, exactly, copies too; the same as the total unless the
 *     request collapses
 * @param nothingFound what to ask instead, present where nothing matches and hits were asked for
 *     (with a limit of 0 an application counts, and needs no help)
 * @param next where the next page begins, for {@link SearchRequest#after}; empty where this page
 *     holds the last hit, or none
 */
public record SearchResults(
    SearchRequest request,
    long total,
    List<Hit> hits,
    List<FacetResult> facets,
    Optional<Timeline> timeline,
    Duration took,
    long articles,
    Optional<NothingFound> nothingFound,
    Optional<Cursor> next) {
  /** Checks and copies the parts. */
  public SearchResults {
    requireNonNull(request, "request");
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
    requireNonNull(timeline, "timeline");
    requireNonNull(took, "took");
    if (articles < total) {
      throw new IllegalArgumentException("articles are fewer than the total: " + articles);
    }
    requireNonNull(nothingFound, "nothingFound");
    requireNonNull(next, "next");
  }

  /**
   * Returns the counts of a facet.
   *
   * @param facet a dimension that the request asked for
   * @return its counts
   * @throws IllegalArgumentException if the request did not ask for it
   */
  public FacetResult facet(Facet facet) {
    return facets.stream()
        .filter(f -> f.facet() == facet)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("facet was not asked for: " + facet.id()));
  }
}
