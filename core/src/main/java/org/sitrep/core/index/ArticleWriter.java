package org.sitrep.core.index;

import java.io.IOException;
import java.util.Optional;
import org.sitrep.core.article.Article;

/**
 * Changes an index. There is one writer at a time, in all processes; get it from {@link
 * ArticleIndex#newWriter}.
 *
 * <p>Changes are seen by nobody until {@link #commit}, which makes them durable and visible at
 * once. {@link #close} without commit discards them. Safe for use by several threads.
 */
public final class ArticleWriter implements AutoCloseable {

  ArticleWriter() {}

  /**
   * Adds an article, or replaces the one with its id.
   *
   * @param article the article
   * @throws IOException if the index cannot be written
   */
  public void put(Article article) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Adds an article read from a source, or replaces the one with its id.
   *
   * @param article the article
   * @param origin what it was read from, kept with it
   * @throws IOException if the index cannot be written
   */
  public void put(Article article, Origin origin) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Deletes an article; does nothing when there is none with this id.
   *
   * @param id the article's id
   * @throws IOException if the index cannot be written
   */
  public void delete(String id) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns what the last committed article with an id was read from.
   *
   * @param id an article's id
   * @return its origin, or empty when there is no such article or it was put without an origin
   * @throws IOException if the index cannot be read
   */
  public Optional<Origin> origin(String id) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Makes all changes since the last commit durable and visible to searches from here on.
   *
   * @throws IOException if the disk does not take them; the index stays at its last commit
   */
  public void commit() throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Discards what was not committed and lets the next writer in. Closing again does nothing.
   *
   * @throws IOException if the lock cannot be released
   */
  @Override
  public void close() throws IOException {
    throw new UnsupportedOperationException();
  }
}
