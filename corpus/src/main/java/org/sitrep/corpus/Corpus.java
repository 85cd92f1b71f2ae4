package org.sitrep.corpus;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.sitrep.core.index.Origin;

/**
 * The articles that sources hold.
 *
 * <p>A source is a file, a folder (everything below it, in the order of the names, without what
 * begins with a dot), a pattern such as {@code articles/2025/*.txt} ({@code *}, {@code **}, {@code
 * ?}, {@code [a-z]}, <code>{a,b}</code>) or {@code -} for standard input. Every file may be
 * compressed with gzip. What a file is, its content says: a page saved as text, or records as JSON
 * Lines. HTML, feeds and binary files are recognised and rejected.
 *
 * <p>Ids: a record's own id, else its URL, else the file's name and the record's line; a page's is
 * its file's name. A file's name is the name of the folder given plus the path below it ({@code
 * articles/2025/a.txt}), for a single file its own name, whatever the working directory.
 */
public final class Corpus {
  private Corpus() {}

  /**
   * Finds the files of sources; reads nothing yet.
   *
   * @param sources files, folders, patterns or {@code -}
   * @param options how to read
   * @return the corpus
   * @throws SourceException if a source is missing, holds no file or cannot be read
   * @throws IOException if a folder cannot be listed
   */
  public static Corpus open(List<String> sources, ReadOptions options) throws IOException {
    throw new UnsupportedOperationException();
  }

  /**
   * Counts the files.
   *
   * @return how many files will be read, standard input among them
   */
  public int files() {
    throw new UnsupportedOperationException();
  }

  /**
   * Adds up the sizes of the files as they lie on the disk.
   *
   * @return the bytes to read; standard input counts 0
   */
  public long bytes() {
    throw new UnsupportedOperationException();
  }

  /**
   * Says whether an article was read from one of these sources, be the file still there or not.
   *
   * @param origin an article's origin
   * @return true when a source is, or holds, the file that the origin names
   */
  public boolean covers(Origin origin) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads the sources one after the other, as the stream is asked for more; memory does not grow
   * with their size. What cannot be read as an article is a rejection, and the rest goes on; only a
   * failure of the disk ends the stream, as a {@link java.io.UncheckedIOException}. Close the
   * stream: it holds a file open.
   *
   * @return a reading for every page and every record
   * @throws IllegalStateException if standard input is a source and was read before
   */
  public Stream<Reading> readings() {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads the sources as {@link #readings} does and says why.
   *
   * @return an explanation for every page and every record
   */
  public Stream<PageExplanation> explanations() {
    throw new UnsupportedOperationException();
  }
}
