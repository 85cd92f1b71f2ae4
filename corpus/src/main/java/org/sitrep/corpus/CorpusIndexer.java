package org.sitrep.corpus;

import java.io.IOException;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;

/**
 * Puts the articles of a corpus into an index. Every input ends as exactly one {@link Outcome}.
 *
 * <p>An id names one article: a second input with an id that was read before in this run is
 * rejected, and so is one whose id the index holds from another source, which is never replaced. An
 * article from the same source with the same fingerprint is unchanged and not written again.
 */
public final class CorpusIndexer {
  private CorpusIndexer() {}

  /**
   * Reads a corpus and puts its articles. Commits once, at the end: a run that fails leaves the
   * index as it was, and running it again completes it.
   *
   * @param corpus what to read
   * @param writer where to put it; stays open
   * @param listener hears how each input ended
   * @return how many inputs ended in each way
   * @throws IOException if the disk fails, or the listener does
   */
  public static LedgerTotals index(Corpus corpus, ArticleWriter writer, IndexingListener listener)
      throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a corpus as {@link #index} does and takes out the articles that the index holds from its
   * sources and that are no longer there. What a rejected input may have been is kept: no article
   * of a file with a rejection is taken out.
   *
   * @param corpus what to read
   * @param index the index of the writer
   * @param writer where to put it; stays open
   * @param listener hears how each input ended
   * @return how many inputs ended in each way, and how many articles were taken out
   * @throws IOException if the disk fails, or the listener does
   */
  public static LedgerTotals indexAndPrune(
      Corpus corpus, ArticleIndex index, ArticleWriter writer, IndexingListener listener)
      throws IOException {
    throw new UnsupportedOperationException();
  }
}
