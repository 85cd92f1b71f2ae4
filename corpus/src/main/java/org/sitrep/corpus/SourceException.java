package org.sitrep.corpus;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/** A source that cannot be read at all: nothing of it, or of the sources beside it, was read. */
public final class SourceException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why a source cannot be read. */
  public enum Reason {
    /** There is no such file or folder, or no file matches the pattern. */
    MISSING,
    /** The folder holds no file. */
    EMPTY,
    /** The rights to read it are missing. */
    DENIED,
    /** It is no pattern, path or address that can be read. */
    MALFORMED
  }

  private final Reason reason;
  private final String source;

  /**
   * Says what is wrong.
   *
   * @param reason why it cannot be read
   * @param source the source as it was given
   * @param message what was found and what to do
   */
  public SourceException(Reason reason, String source, String message) {
    super(message);
    this.reason = requireNonNull(reason, "reason");
    this.source = requireNonNull(source, "source");
  }

  /**
   * Returns why the source cannot be read.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  /**
   * Returns the source.
   *
   * @return the source as it was given
   */
  public String source() {
    return source;
  }
}
