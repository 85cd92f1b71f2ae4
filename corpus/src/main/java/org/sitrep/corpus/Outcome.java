package org.sitrep.corpus;

import java.util.Locale;

/** How an input ended. */
public enum Outcome {
  /** It was not in the index and is now. */
  ADDED,
  /** It was in the index, from the same source, and has changed. */
  UPDATED,
  /** It was in the index, from the same source, and is the same. */
  UNCHANGED,
  /** It is not in the index, for the reason that the ledger gives. */
  REJECTED;

  /**
   * Returns the name by which the outcome is shown.
   *
   * @return a lower-case word
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
