package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * Ranks newer articles higher: a score is multiplied by {@code 1 + 2^(-age / halfLife)}, where the
 * age runs from the beginning of the publication date to the reference. So an article of the
 * reference's second counts double, one half-life older one and a half times, a very old one once.
 * One from after the reference has age 0; one without a date is left as it is.
 *
 * <p>Publication dates are read as if they were in UTC, as everywhere in searching.
 *
 * @param halfLife the age at which half of the gain is left, a second or more; of it, whole seconds
 *     count
 * @param reference the moment from which ages are counted; never taken from a clock by the library
 */
public record Recency(Duration halfLife, Instant reference) {
  /** Checks the parts. */
  public Recency {
    requireNonNull(reference, "reference");
    if (requireNonNull(halfLife, "halfLife").toSeconds() < 1) {
      throw new IllegalArgumentException("halfLife is shorter than a second: " + halfLife);
    }
  }
}
