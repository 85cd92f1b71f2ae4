package org.sitrep.core.query;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A place where a query was read otherwise than typed.
 *
 * @param offset where it starts in the text typed, in UTF-16 units from 0
 * @param length how many UTF-16 units it spans, from 0
 * @param message what was found and how it was read, in lower case without a full stop
 * @param meant where the message asks "did you mean": the whole query with this place, and others
 *     like it, read as was probably meant
 */
public record Repair(int offset, int length, String message, Optional<Query> meant) {
  /** Checks the parts. */
  public Repair {
    requireNonNull(message, "message");
    requireNonNull(meant, "meant");
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("no place in a text: %s+%s".formatted(offset, length));
    }
  }

  /**
   * Makes a repair of something that looks like nothing else.
   *
   * @param offset where it starts in the text typed, in UTF-16 units from 0
   * @param length how many UTF-16 units it spans, from 0
   * @param message what was found and how it was read
   */
  public Repair(int offset, int length, String message) {
    this(offset, length, message, Optional.empty());
  }
}
