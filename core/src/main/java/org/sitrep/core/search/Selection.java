package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.Set;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;

/**
 * What a person has selected in one dimension. The included values are joined by OR or by AND, as
 * the mode says; an article with an excluded value is out.
 *
 * <p>In {@link Facet#DATE} a range of days is one more included value.
 *
 * @param facet the dimension
 * @param included the keys of the values selected, in the order of selection
 * @param excluded the keys of the values excluded, in the order of exclusion
 * @param range the days selected; only in {@link Facet#DATE}
 * @param mode how the included values are joined
 */
public record Selection(
    Facet facet,
    Set<String> included,
    Set<String> excluded,
    Optional<Query.Range> range,
    Mode mode) {

  /** How the included values of a dimension are joined. */
  public enum Mode {
    /** An article needs one of them. */
    ANY,
    /** An article needs all of them. */
    ALL
  }

  /**
   * Checks and copies the parts.
   *
   * @throws IllegalArgumentException if a value is both included and excluded, or a range stands
   *     outside {@link Facet#DATE}
   */
  public Selection {
    requireNonNull(facet, "facet");
    included = ImmutableSet.copyOf(included);
    excluded = ImmutableSet.copyOf(excluded);
    requireNonNull(range, "range");
    requireNonNull(mode, "mode");
    Set<String> both = Sets.intersection(included, excluded);
    if (!both.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is both included and excluded: %s".formatted(facet.id(), both.iterator().next()));
    }
    if (range.isPresent() && facet != Facet.DATE) {
      throw new IllegalArgumentException("only dates have a range: " + facet.id());
    }
  }

  /**
   * Returns the selection of nothing.
   *
   * @param facet the dimension
   * @return a selection that every article passes
   */
  public static Selection none(Facet facet) {
    return new Selection(facet, Set.of(), Set.of(), Optional.empty(), Mode.ANY);
  }

  /**
   * Says whether every article passes.
   *
   * @return true when nothing is included or excluded
   */
  public boolean isEmpty() {
    return included.isEmpty() && excluded.isEmpty() && range.isEmpty();
  }

  Selection include(String value) {
    String key = facet.key(value);
    return new Selection(facet, plus(included, key), minus(excluded, key), range, mode);
  }

  Selection exclude(String value) {
    String key = facet.key(value);
    return new Selection(facet, minus(included, key), plus(excluded, key), range, mode);
  }

  Selection toggle(String value) {
    String key = facet.key(value);
    if (included.contains(key) || excluded.contains(key)) {
      return new Selection(facet, minus(included, key), minus(excluded, key), range, mode);
    }
    return include(key);
  }

  Selection range(Query.Range days) {
    return new Selection(facet, included, excluded, Optional.of(days), mode);
  }

  Selection mode(Mode joined) {
    return new Selection(facet, included, excluded, range, joined);
  }

  private static Set<String> plus(Set<String> keys, String key) {
    return ImmutableSet.<String>builder().addAll(keys).add(key).build();
  }

  private static Set<String> minus(Set<String> keys, String key) {
    return ImmutableSet.copyOf(Sets.difference(keys, Set.of(key)));
  }
}
