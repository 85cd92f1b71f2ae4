package org.sitrep.cli;

/**
 * Configures java.util.logging to say nothing: without handlers, what a library logs (Lucene: that
 * its vector module is off) does not stand between the lines of an answer. Named by the property
 * {@code java.util.logging.config.class}, and therefore public.
 */
public final class SilentLogging {
  /** Leaves the logging without handlers. */
  public SilentLogging() {}
}
