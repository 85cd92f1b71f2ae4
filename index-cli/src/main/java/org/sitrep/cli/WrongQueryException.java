package org.sitrep.cli;

import org.sitrep.cli.options.UsageException;

/** A query that {@code --strict} refuses. */
final class WrongQueryException extends UsageException {
  private static final long serialVersionUID = 1L;

  private final String place;

  WrongQueryException(String message, String place) {
    super(message);
    this.place = place;
  }

  /** The query with a mark under the place, in lines. */
  String place() {
    return place;
  }
}
