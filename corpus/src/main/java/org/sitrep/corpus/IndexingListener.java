package org.sitrep.corpus;

import java.io.IOException;

/** Hears how each input ended, in the order of reading: a ledger, a progress bar. */
@FunctionalInterface
public interface IndexingListener {
  /**
   * Takes the entry of one input.
   *
   * @param entry how the input ended
   * @param progress how far the run has come with it
   * @throws IOException if the entry cannot be kept; the run stops and commits nothing more
   */
  void ended(LedgerEntry entry, Progress progress) throws IOException;

  /**
   * Hears that all that has ended so far is committed. What ended as added or updated is in the
   * index from then on; before, a run that fails takes it back. The last call comes when all is
   * done.
   *
   * @param totals how many inputs have ended in each way so far, and how many articles were taken
   *     out
   * @throws IOException if that cannot be kept; the run stops, and what is committed stays
   */
  default void committed(LedgerTotals totals) throws IOException {}
}
