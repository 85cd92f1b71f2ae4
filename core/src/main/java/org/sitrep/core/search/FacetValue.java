package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

/**
 * A value of a facet and its count.
 *
 * @param key by what it is selected; empty for "none"
 * @param label by what it is shown; "(none)" for "none", "unknown" for an unknown date
 * @param count how many articles there are when this is the only value included in its dimension
 *     and all else stays as it is; with the mode "all", when it is added to those included; stories
 *     where the request collapses and counts them
 * @param state whether it is selected
 * @param toggled the request with this value selected, or no longer selected or excluded where it
 *     is
 */
public record FacetValue(String key, String label, long count, State state, SearchRequest toggled) {

  /** Whether a value is selected. */
  public enum State {
    /** Neither selected nor excluded. */
    FREE,
    /** Selected. */
    SELECTED,
    /** Excluded. */
    EXCLUDED
  }

  /** Checks the parts. */
  public FacetValue {
    requireNonNull(key, "key");
    requireNonNull(label, "label");
    requireNonNull(state, "state");
    requireNonNull(toggled, "toggled");
    if (count < 0) {
      throw new IllegalArgumentException("count is negative: " + count);
    }
  }
}
