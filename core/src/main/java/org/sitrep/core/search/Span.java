package org.sitrep.core.search;

/**
 * A piece of a text.
 *
 * @param start where it starts, in UTF-16 units from 0
 * @param end where it ends, not included; after the start
 */
public record Span(int start, int end) {
  /** Checks the parts. */
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no piece of a text: %d..%d".formatted(start, end));
    }
  }
}
