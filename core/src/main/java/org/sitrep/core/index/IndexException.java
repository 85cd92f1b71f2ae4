package org.sitrep.core.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An index that cannot be used: the message names the folder, what was found there and what to do.
 */
public final class IndexException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why an index cannot be used. */
  public enum Reason {
    /** The folder holds something else. */
    NOT_AN_INDEX,
    /** Another writer has it. */
    LOCKED,
    /** It was written by another version of the library or with another analysis. */
    OTHER_VERSION,
    /** Files are missing, cut off or changed. */
    DAMAGED,
    /** The rights to read or write are missing, or it was opened for reading only. */
    DENIED,
    /** The disk is full or failed. */
    DISK,
    /** The process ran out of memory while it wrote. */
    MEMORY
  }

  private final Reason reason;

  /**
   * Says what is wrong.
   *
   * @param reason why the index cannot be used
   * @param message names the folder, what was found and what to do
   * @param cause what was found below, null where nothing was thrown
   */
  public IndexException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = requireNonNull(reason, "reason");
  }

  /**
   * Returns why the index cannot be used.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }
}
