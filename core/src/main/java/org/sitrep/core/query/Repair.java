package org.sitrep.core.query;

import static java.util.Objects.requireNonNull;

/**
 * A place where a query was read otherwise than typed.
 *
 * @param offset where it starts in the text typed, in UTF-16 units from 0
 * @param length how many UTF-16 units it spans, from 0
 * @param message what was found and how it was read, in lower case without a full stop
 */
public record Repair(int offset, int length, String message) {
  /** Checks the parts. */
  public Repair {
    requireNonNull(message, "message");
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("no place in a text: %s+%s".formatted(offset, length));
    }
  }
}
