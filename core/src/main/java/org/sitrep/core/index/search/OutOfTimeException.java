package org.sitrep.core.index.search;

/**
 * Ends what is under way because the time for it is over. It never leaves the index: a search makes
 * its own failure of it, and help is left shorter.
 */
public final class OutOfTimeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes one, without a trace of where the clock was looked at. */
  public OutOfTimeException() {
    super("time is over", null, false, false);
  }
}
