package org.sitrep.corpus;

import static java.util.Objects.requireNonNull;

/**
 * How many inputs ended in each way. The four add up to the number of inputs.
 *
 * @param added how many articles are new
 * @param updated how many have changed
 * @param unchanged how many are the same
 * @param rejected how many are not in the index
 * @param pruned how many articles were taken out because their source no longer holds them; these
 *     are no inputs
 */
public record LedgerTotals(long added, long updated, long unchanged, long rejected, long pruned) {
  /** No input yet. */
  public static final LedgerTotals NONE = new LedgerTotals(0, 0, 0, 0, 0);

  /**
   * Adds up the inputs.
   *
   * @return the number of inputs
   */
  public long inputs() {
    return added + updated + unchanged + rejected;
  }

  /**
   * Counts one more input.
   *
   * @param outcome how it ended
   * @return the totals with it
   */
  public LedgerTotals with(Outcome outcome) {
    return switch (requireNonNull(outcome, "outcome")) {
      case ADDED -> new LedgerTotals(added + 1, updated, unchanged, rejected, pruned);
      case UPDATED -> new LedgerTotals(added, updated + 1, unchanged, rejected, pruned);
      case UNCHANGED -> new LedgerTotals(added, updated, unchanged + 1, rejected, pruned);
      case REJECTED -> new LedgerTotals(added, updated, unchanged, rejected + 1, pruned);
    };
  }
}
