package org.sitrep.cli.options;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that was typed wrongly. The message says what is wrong, in lower case. */
public class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> advice;

  /**
   * Makes an exception.
   *
   * @param message what is wrong
   */
  public UsageException(String message) {
    this(message, List.of());
  }

  /**
   * Makes an exception for a failure of something below.
   *
   * @param message what is wrong
   * @param cause what failed
   */
  public UsageException(@Nullable String message, Throwable cause) {
    super(message, cause);
    this.advice = List.of();
  }

  /**
   * Makes an exception with advice.
   *
   * @param message what is wrong
   * @param advice lines that say what may have been meant
   */
  public UsageException(String message, List<String> advice) {
    super(message);
    this.advice = List.copyOf(advice);
  }

  /**
   * Returns what may have been meant.
   *
   * @return lines to be shown below the message, often none
   */
  public final List<String> advice() {
    return advice;
  }
}
