package org.sitrep.corpus.page;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What is known of a page beside its text.
 *
 * @param name its file's name or address, which may carry a date
 * @param latest the last day on which it can have been published
 * @param neighbours what other pages of the same place show
 */
public record PageContext(String name, LocalDate latest, Neighbours neighbours) {
  /** Checks the parts. */
  public PageContext {
    requireNonNull(name, "name");
    requireNonNull(latest, "latest");
    requireNonNull(neighbours, "neighbours");
  }
}
