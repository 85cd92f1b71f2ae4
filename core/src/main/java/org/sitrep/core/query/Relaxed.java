package org.sitrep.core.query;

import static java.util.Objects.requireNonNull;

/**
 * A query with one of its clauses left out, so that it matches more.
 *
 * @param dropped the clause left out
 * @param rest what is still asked; {@link Query.All} where nothing is
 */
public record Relaxed(Query dropped, Query rest) {
  /** Checks the parts. */
  public Relaxed {
    requireNonNull(dropped, "dropped");
    requireNonNull(rest, "rest");
  }
}
