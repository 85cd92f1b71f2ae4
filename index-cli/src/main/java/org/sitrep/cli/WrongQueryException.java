package org.sitrep.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A query that {@code --strict} refuses. */
final class WrongQueryException extends ParameterException {
  private static final long serialVersionUID = 1L;

  private final String place;

  WrongQueryException(CommandLine command, String message, String place) {
    super(command, message);
    this.place = place;
  }

  /** The query with a mark under the place, in lines. */
  String place() {
    return place;
  }
}
