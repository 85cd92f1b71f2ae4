package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.List;
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
 * {@link SearchRequest#select} takes them as people write them. A selection made of one of many
 * values shares their keys with it. Immutable and safe for use by several threads.
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
   * @throws IllegalArgumentException if a country or date has not the form of a key, a key is
   *     longer than any value of an article, a value is both included and excluded, or a range
   *     stands outside {@link Facet#DATE}
   */
  public Selection {
    requireNonNull(facet, "facet");
    if (!SelectedKeys.isPair(facet, included, excluded)) {
      Object pair = new Object();
      included = SelectedKeys.of(facet, "included", included, pair);
      excluded = SelectedKeys.of(facet, "excluded", excluded, pair);
      String both = SelectedKeys.inBoth(included, excluded);
      if (both != null) {
        throw new IllegalArgumentException(
            "%s is both included and excluded: %s".formatted(facet.id(), both));
      }
    }
    requireNonNull(range, "range");
    requireNonNull(mode, "mode");
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

  /**
   * Returns this selection with a value more, which is not excluded any longer.
   *
   * @param key the value's key
   * @return the changed selection
   * @throws IllegalArgumentException if the key is refused in a new selection too
   */
  public Selection include(String key) {
    String known = SelectedValue.checkedKey(facet, key);
    return changed(true, false, known);
  }

  /** Returns this selection with values more, as {@link #include} takes each. */
  Selection including(List<String> keys) {
    return new Selection(facet, plus(included, keys), minus(excluded, keys), range, mode);
  }

  /**
   * Returns this selection without the articles that have a value.
   *
   * @param key the value's key
   * @return the changed selection
   * @throws IllegalArgumentException if the key is refused in a new selection too
   */
  public Selection exclude(String key) {
    String known = SelectedValue.checkedKey(facet, key);
    return changed(false, true, known);
  }

  /** Returns this selection without the articles of some values, as {@link #exclude} takes each. */
  Selection excluding(List<String> keys) {
    return new Selection(facet, minus(included, keys), plus(excluded, keys), range, mode);
  }

  /**
   * Returns this selection with a value included that is neither included nor excluded, and else
   * with the value left out of both.
   *
   * @param key the value's key
   * @return the changed selection
   * @throws IllegalArgumentException if the key is refused in a new selection too
   */
  public Selection toggle(String key) {
    String known = SelectedValue.checkedKey(facet, key);
    return changed(!included.contains(known) && !excluded.contains(known), false, known);
  }

  Selection range(Query.Range days) {
    return new Selection(facet, included, excluded, Optional.of(days), mode);
  }

  Selection mode(Mode joined) {
    return new Selection(facet, included, excluded, range, joined);
  }

  /** Returns this selection with a key in one of its sets, or in none. */
  private Selection changed(boolean includes, boolean excludes, String known) {
    Object pair = new Object();
    SelectedKeys in = (SelectedKeys) included; // as the constructor made them
    SelectedKeys out = (SelectedKeys) excluded;
    return new Selection(
        facet,
        includes ? in.plus(known, pair) : in.minus(known, pair),
        excludes ? out.plus(known, pair) : out.minus(known, pair),
        range,
        mode);
  }

  private static Set<String> plus(Set<String> keys, List<String> more) {
    Set<String> all = new LinkedHashSet<>(keys);
    all.addAll(more);
    return all;
  }

  private static Set<String> minus(Set<String> keys, List<String> less) {
    Set<String> rest = new LinkedHashSet<>(keys);
    for (String key : less) {
      rest.remove(key);
    }
    return rest;
  }
}
