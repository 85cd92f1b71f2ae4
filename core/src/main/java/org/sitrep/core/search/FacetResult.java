package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sitrep.core.article.Facet;

/**
 * The counts of one facet.
 *
 * @param facet the dimension
 * @param values the values listed, in the order asked for, with every selected or excluded value
 *     among them, at 0 too
 * @param distinct how many values have a count above 0, listed or not, "none" not among them; with
 *     a prefix, how many of those that pass
 * @param others how many articles have a value that is not listed, with a prefix one that passes
 *     (stories where the request counts them); present where it was asked for
 */
public record FacetResult(Facet facet, List<FacetValue> values, int distinct, OptionalLong others) {
  /** Checks and copies the parts. */
  public FacetResult {
    requireNonNull(facet, "facet");
    values = List.copyOf(values);
    requireNonNull(others, "others");
  }

  /**
   * Finds a listed value.
   *
   * @param value its key, or the value as {@link SearchRequest#select(Facet, String...)} takes it
   * @return the value and its count, or empty when it is not listed
   */
  public Optional<FacetValue> value(String value) {
    return ofKey(facet.key(value))
        .or(() -> SelectedValue.readable(facet, value).flatMap(this::ofKey));
  }

  private Optional<FacetValue> ofKey(String key) {
    return values.stream().filter(v -> v.key().equals(key)).findFirst();
  }
}
