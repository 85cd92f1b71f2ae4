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
}
