package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ForwardingSet;
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
 * <p>Here values go by their {@linkplain Facet#key keys}, such as {@link FacetValue#key} has;
 * {@link SearchRequest#select} takes them as people write them. Immutable and safe for use by
 * several threads.
 *
 * @param facet the dimension
 * @param included the keys of the values selected, in the order of selection; {@link Facet#NONE} is
 *     the key of "none"
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
    /**
     * An article needs all of them. Where it has one value at most, as in {@link Facet#SOURCE}, no
     * article has two; a date is in its year, its month and its day.
     */
    ALL
  }

  /**
   * Checks and copies the parts.
   *
   * @throws IllegalArgumentException if a country or date has not the form of a key, a value is
   *     both included and excluded, or a range stands outside {@link Facet#DATE}
   */
  public Selection {
    requireNonNull(facet, "facet");
    included = keys(facet, "included", included);
    excluded = keys(facet, "excluded", excluded);
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

  /** Keys of a dimension that have been checked: most selections are made of others. */
  private static final class Keys extends ForwardingSet<String> {
    private final Facet facet;
    private final ImmutableSet<String> keys;

    private Keys(Facet facet, ImmutableSet<String> keys) {
      this.facet = facet;
      this.keys = keys;
    }

    @Override
    protected Set<String> delegate() {
      return keys;
    }
  }

  private static Set<String> keys(Facet facet, String name, Set<String> written) {
    if (requireNonNull(written, name) instanceof Keys checked && checked.facet == facet) {
      return written;
    }
    ImmutableSet.Builder<String> keys = ImmutableSet.builder();
    for (String key : written) {
      keys.add(SelectedValue.checkedKey(facet, key));
    }
    return new Keys(facet, keys.build());
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

  /**
   * Returns this selection with a value more, which is not excluded any longer.
   *
   * @param key the value's key
   * @return the changed selection
   */
  public Selection include(String key) {
    String known = SelectedValue.checkedKey(facet, key);
    return new Selection(facet, plus(included, known), minus(excluded, known), range, mode);
  }

  /**
   * Returns this selection without the articles that have a value.
   *
   * @param key the value's key
   * @return the changed selection
   */
  public Selection exclude(String key) {
    String known = SelectedValue.checkedKey(facet, key);
    return new Selection(facet, minus(included, known), plus(excluded, known), range, mode);
  }

  /**
   * Returns this selection with a value included that is neither included nor excluded, and else
   * with the value left out of both.
   *
   * @param key the value's key
   * @return the changed selection
   */
  public Selection toggle(String key) {
    String known = SelectedValue.checkedKey(facet, key);
    boolean out = included.contains(known) || excluded.contains(known);
    Set<String> with = out ? minus(included, known) : plus(included, known);
    return new Selection(facet, with, minus(excluded, known), range, mode);
  }

  Selection range(Query.Range days) {
    return new Selection(facet, included, excluded, Optional.of(days), mode);
  }

  Selection mode(Mode joined) {
    return new Selection(facet, included, excluded, range, joined);
  }

  private Set<String> plus(Set<String> keys, String known) {
    return keys.contains(known)
        ? keys
        : new Keys(facet, ImmutableSet.<String>builder().addAll(keys).add(known).build());
  }

  private Set<String> minus(Set<String> keys, String known) {
    return keys.contains(known)
        ? new Keys(facet, ImmutableSet.copyOf(Sets.difference(keys, Set.of(known))))
        : keys;
  }
}
