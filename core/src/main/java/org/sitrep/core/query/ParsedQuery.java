package org.sitrep.core.query;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A query as it was read from text. Immutable and safe for use by several threads.
 *
 * @param query the query
 * @param canonical the text that reads as the same query without any repair
 * @param repairs what was read otherwise than typed, in the order of the text, at most {@link
 *     Query#MAX_REPAIRS}; empty where nothing was
 */
public record ParsedQuery(Query query, String canonical, List<Repair> repairs) {
  /** Checks and copies the parts. */
  public ParsedQuery {
    requireNonNull(query, "query");
    requireNonNull(canonical, "canonical");
    repairs = List.copyOf(repairs);
  }
}
