package org.sitrep.core.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitrep.core.article.Article;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;

/**
 * A searchable collection of articles; the library's one door.
 *
 * <p>Every search runs on one consistent snapshot. What a writer of this object commits is visible
 * to the searches that start after; what another process commits, within a second. Nobody has to
 * refresh or re-open anything. Open one index for each folder and share it: it is safe for use by
 * several threads. Close it when the application ends; a search that is under way then still
 * finishes.
 */
public final class ArticleIndex implements AutoCloseable {

  private ArticleIndex() {}

  /**
   * Opens the index in a folder, for reading and writing. A folder that does not exist or is empty
   * is an empty index; it is made by the first writer.
   *
   * @param folder the index's folder
   * @return the index
   * @throws IndexException if the folder holds something else, or an index of another version, or
   *     one that is damaged
   * @throws IOException if the folder cannot be read
   */
  public static ArticleIndex open(Path folder) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens the index in a folder for reading alone; nothing in the folder is touched.
   *
   * @param folder the index's folder
   * @return the index
   * @throws IndexException as {@link #open} does
   * @throws IOException if the folder cannot be read
   */
  public static ArticleIndex openReadOnly(Path folder) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Makes an empty index that lives in memory and is gone when it is closed.
   *
   * @return the index
   */
  public static ArticleIndex inMemory() {
    throw new UnsupportedOperationException();
  }

  /**
   * Starts a writer. There is one at a time, in all processes.
   *
   * @return the writer, to be closed
   * @throws IndexException with the reason LOCKED while there is another; with DENIED if the index
   *     was opened for reading only
   * @throws IOException if the folder cannot be written
   */
  public ArticleWriter newWriter() throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Answers a request.
   *
   * @param request the request
   * @return the answer, exact in its total and counts
   * @throws SearchTimeoutException if it takes longer than the request allows
   * @throws IOException if the index cannot be read
   */
  public SearchResults search(SearchRequest request) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Finds an article by its id.
   *
   * @param id the id
   * @return the whole article, or empty when there is none
   * @throws IOException if the index cannot be read
   */
  public Optional<Article> find(String id) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Gives every article of one snapshot, ordered by when it was added or last changed. Close the
   * stream: it holds the snapshot. A failure to read is thrown as {@link
   * java.io.UncheckedIOException}.
   *
   * @return the articles
   * @throws IOException if the index cannot be read
   */
  public Stream<Article> articles() throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Counts what is in the index.
   *
   * @return the figures of one snapshot
   * @throws IOException if the index cannot be read
   */
  public IndexStats stats() throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Checks the index: the checksums and structures of its files, every stored article, and the
   * counts of random searches against counting by brute force.
   *
   * @param searches how many random searches to count again, from 0
   * @param seed the seed of the random searches
   * @return what was found
   * @throws IOException if the index cannot be read at all
   */
  public Verification verify(int searches, long seed) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Closes the index; closing again does nothing. Every later call fails. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
