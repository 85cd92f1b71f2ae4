package org.sitrep.cli.options;

/**
 * A value that an option or argument cannot take. Its message follows the option's name: {@code is
 * not a date: '2025-13'}.
 */
public final class WrongValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception.
   *
   * @param problem what is wrong with the value, and the value
   */
  public WrongValueException(String problem) {
    super(problem);
  }
}
