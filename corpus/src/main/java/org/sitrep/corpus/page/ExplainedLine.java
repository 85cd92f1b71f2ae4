package org.sitrep.corpus.page;

import static java.util.Objects.requireNonNull;

/**
 * A line of a page, what it was taken for, and why.
 *
 * @param number the line's number in the file, from 1; of an HTML page the block's
 * @param text the line as it stands there, without control characters
 * @param zone what it was taken for
 * @param reason why, in plain words
 */
public record ExplainedLine(int number, String text, Zone zone, String reason) {
  /** Checks the parts. */
  public ExplainedLine {
    requireNonNull(text, "text");
    requireNonNull(zone, "zone");
    requireNonNull(reason, "reason");
  }
}
