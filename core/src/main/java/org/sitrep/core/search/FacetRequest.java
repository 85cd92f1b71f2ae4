package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import org.sitrep.core.article.Facet;

/**
 * Which values of a facet to count and list. Selected and excluded values are listed whatever the
 * limit.
 *
 * @param facet the dimension
 * @param limit how many values to list, 0 to {@value #MAX_LIMIT}
 * @param offset how many values to pass over first, from 0
 * @param order the order
 * @param level for {@link Facet#DATE} the level to count at; without meaning elsewhere
 * @param others whether to count the articles that have an unlisted value
 * @param prefix what a word of a value's label begins with, or of another name of a country; case
 *     and accents do not count. Blank lets every value pass. All of the answer but the selected
 *     values, which are always listed, is about the values that pass
 */
public record FacetRequest(
    Facet facet,
    int limit,
    int offset,
    FacetOrder order,
    DateLevel level,
    boolean others,
    String prefix) {

  /** How long a prefix can be. */
  public static final int MAX_PREFIX = 1_000;

  /** The largest limit. */
  public static final int MAX_LIMIT = 1_000_000;

  private static final int USUAL_LIMIT = 10;

  /** Checks the parts. */
  public FacetRequest {
    requireNonNull(facet, "facet");
    requireNonNull(order, "order");
    requireNonNull(level, "level");
    if (requireNonNull(prefix, "prefix").length() > MAX_PREFIX) {
      throw new IllegalArgumentException(
          "prefix is longer than %d: %d".formatted(MAX_PREFIX, prefix.length()));
    }
    if (limit < 0 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit is not in 0..%d: %d".formatted(MAX_LIMIT, limit));
    }
    if (offset < 0) {
      throw new IllegalArgumentException("offset is negative: " + offset);
    }
  }

  /**
   * Asks for the ten values with the most articles; for {@link Facet#DATE}, for the years in order
   * of time.
   *
   * @param facet the dimension
   * @return the request
   */
  public static FacetRequest of(Facet facet) {
    return facet == Facet.DATE
        ? new FacetRequest(facet, MAX_LIMIT, 0, FacetOrder.LABEL, DateLevel.YEAR, false, "")
        : new FacetRequest(facet, USUAL_LIMIT, 0, FacetOrder.COUNT, DateLevel.YEAR, false, "");
  }

  /**
   * Asks for dates at a level, in order of time.
   *
   * @param level the level
   * @return the request
   */
  public static FacetRequest of(DateLevel level) {
    return new FacetRequest(Facet.DATE, MAX_LIMIT, 0, FacetOrder.LABEL, level, false, "");
  }

  /**
   * Returns this request with another limit.
   *
   * @param limit how many values to list, 0 to {@value #MAX_LIMIT}
   * @return the changed request
   */
  public FacetRequest limit(int limit) {
    return new FacetRequest(facet, limit, offset, order, level, others, prefix);
  }

  /**
   * Returns this request with another offset.
   *
   * @param offset how many values to pass over, from 0
   * @return the changed request
   */
  public FacetRequest offset(int offset) {
    return new FacetRequest(facet, limit, offset, order, level, others, prefix);
  }

  /**
   * Returns this request in another order.
   *
   * @param order the order
   * @return the changed request
   */
  public FacetRequest order(FacetOrder order) {
    return new FacetRequest(facet, limit, offset, order, level, others, prefix);
  }

  /**
   * Returns this request with the articles of unlisted values counted too. It costs a second pass
   * over the hits.
   *
   * @return the changed request
   */
  public FacetRequest withOthers() {
    return new FacetRequest(facet, limit, offset, order, level, true, prefix);
  }

  /**
   * Returns this request for the values of which a word begins so: "task" finds the tag "Joint Task
   * Force", "burma" finds Myanmar.
   *
   * @param prefix what a word of the label, or of another name of a country, begins with, at most
   *     {@value #MAX_PREFIX} long; blank for every value
   * @return the changed request
   */
  public FacetRequest prefix(String prefix) {
    return new FacetRequest(facet, limit, offset, order, level, others, prefix);
  }
}
