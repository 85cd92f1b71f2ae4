package org.sitrep.core.index;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.store.Lock;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.help.Suggestions;
import org.sitrep.core.index.search.HitReader;
import org.sitrep.core.index.store.IndexFolder;
import org.sitrep.core.index.store.SteadyDirectory;
import org.sitrep.core.index.store.Storage;
import org.sitrep.core.index.story.StoryReader;
import org.sitrep.core.search.Explanation;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Story;
import org.sitrep.core.search.Suggestion;
import org.sitrep.core.vocabulary.Aliases;

/**
 * A searchable collection of articles; the library's one door.
 *
 * <p>Every search runs on one consistent snapshot. What a writer of this object commits is visible
 * to the searches that start after; what another process commits, within a second. Nobody has to
 * refresh or re-open anything. Open one index for each folder and share it: it is safe for use by
 * several threads. Close it when the application ends, or is taken out of a server that runs on; a
 * search that is under way then still finishes.
 *
 * <p>What fails because of the files is an {@link IndexException}: also where somebody else cuts
 * them off or takes them away while the index is open, which is noticed within a second. When they
 * are put right, the next call reads them again.
 */
public final class ArticleIndex implements AutoCloseable {

  private final Home home;
  private final Snapshots snapshots;
  private @Nullable ArticleWriter writer;

  private ArticleIndex(Home home, Optional<Aliases> aliases) throws IOException {
    this.home = home;
    this.snapshots = new Snapshots(home, aliases);
  }

  /**
   * Opens the index in a folder, for reading and writing. A folder that does not exist or is empty
   * is an empty index; it is made by the first writer, with the aliases of this library ({@link
   * Aliases#standard}). An index keeps the aliases that it was made with.
   *
   * <p>Files are compared with their checksums where there are no more than 256 MiB of them, and so
   * is what another process commits later; of more only their ends are looked at, and {@link
   * #verify} compares them all.
   *
   * @param folder the index's folder
   * @return the index
   * @throws IndexException if the folder holds something else, or an index of another version, or
   *     one that is damaged
   * @throws IOException if the folder cannot be read
   */
  public static ArticleIndex open(Path folder) throws IOException {
    return open(folder, SteadyDirectory::open, Optional.empty());
  }

  /**
   * Opens the index in a folder as {@link #open(Path)} does, and makes a new one with aliases of
   * your own.
   *
   * @param folder the index's folder
   * @param aliases which names are names of the same thing
   * @return the index
   * @throws IndexException as {@link #open(Path)} does; and with the reason OTHER_VERSION if the
   *     index was made with other aliases, then or when another process makes it so
   * @throws IOException if the folder cannot be read
   */
  public static ArticleIndex open(Path folder, Aliases aliases) throws IOException {
    return open(folder, SteadyDirectory::open, Optional.of(requireNonNull(aliases, "aliases")));
  }

  static ArticleIndex open(Path folder, Storage storage) throws IOException {
    return open(folder, storage, Optional.empty());
  }

  private static ArticleIndex open(Path folder, Storage storage, Optional<Aliases> aliases)
      throws IOException {
    requireNonNull(folder, "folder");
    return new ArticleIndex(new Home.Disk(folder, false, storage), aliases);
  }

  /**
   * Opens the index in a folder for reading alone; nothing in the folder is touched.
   *
   * @param folder the index's folder
   * @return the index
   * @throws IndexException as {@link #open(Path)} does
   * @throws IOException if the folder cannot be read
   */
  public static ArticleIndex openReadOnly(Path folder) throws IOException {
    requireNonNull(folder, "folder");
    return new ArticleIndex(new Home.Disk(folder, true, SteadyDirectory::open), Optional.empty());
  }

  /**
   * Opens the index in a folder for reading alone, by a process that asks once and ends, such as a
   * command line: files are not mapped into memory, which saves a part of a short run and would
   * make a long one slow. Threads that use it must not be interrupted.
   *
   * @param folder the index's folder
   * @return the index
   * @throws IndexException as {@link #open(Path)} does
   * @throws IOException if the folder cannot be read
   */
  public static ArticleIndex openOnce(Path folder) throws IOException {
    requireNonNull(folder, "folder");
    return new ArticleIndex(
        new Home.Disk(folder, true, SteadyDirectory::openUnmapped), Optional.empty());
  }

  /**
   * Makes an empty index that lives in memory and is gone when it is closed.
   *
   * @return the index
   */
  public static ArticleIndex inMemory() {
    return inMemory(Aliases.standard());
  }

  /**
   * Makes an empty index as {@link #inMemory()} does, with aliases of your own.
   *
   * @param aliases which names are names of the same thing
   * @return the index
   */
  public static ArticleIndex inMemory(Aliases aliases) {
    try {
      return new ArticleIndex(new Home.Memory(), Optional.of(requireNonNull(aliases, "aliases")));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  /**
   * Rebuilds the index in a folder from its stored articles, as this version of the library would
   * make it: for an index that an older version made, which {@link #open} refuses, or one of
   * another analysis. The order of changes, origins and states of sources are kept; stories are
   * worked out anew.
   *
   * <p>The new generation is built beside the old one, and takes its place at one instant when it
   * is complete: whatever happens before, the old one stays. Indexes that are open for reading go
   * on, and answer from the new one within a second. Needs the writer's lock, and room on the disk
   * for both.
   *
   * @param folder the index's folder
   * @return how many articles there are; 0 where there is no index yet, and then nothing is made
   * @throws IndexException if a writer has it, a newer version of the library made it, it is
   *     damaged, or the disk fails
   * @throws IOException if the folder cannot be read or written
   */
  public static long reindex(Path folder) throws IOException {
    return reindex(folder, SteadyDirectory::open);
  }

  /**
   * Rebuilds the index in a folder as {@link #reindex(Path)} does, with other aliases.
   *
   * @param folder the index's folder
   * @param aliases which names are names of the same thing from now on
   * @return how many articles there are; 0 where there is no index yet, and then nothing is made
   * @throws IndexException as {@link #reindex(Path)} does
   * @throws IOException if the folder cannot be read or written
   */
  public static long reindex(Path folder, Aliases aliases) throws IOException {
    return reindex(folder, SteadyDirectory::open, Optional.of(requireNonNull(aliases, "aliases")));
  }

  static long reindex(Path folder, Storage storage) throws IOException {
    return reindex(folder, storage, Optional.empty());
  }

  private static long reindex(Path folder, Storage storage, Optional<Aliases> aliases)
      throws IOException {
    requireNonNull(folder, "folder");
    return new Reindexer(new IndexFolder(folder, storage), aliases).run();
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
    synchronized (snapshots) {
      snapshots.checkOpen();
      if (writer != null) {
        throw new IndexException(
            IndexException.Reason.LOCKED,
            "index has a writer already: close it, or share it between threads",
            null);
      }
      Lock lock = home.lock();
      try {
        ArticleWriter started = new ArticleWriter(home, snapshots, lock, this::writerIsClosed);
        writer = started;
        return started;
      } catch (IOException | RuntimeException e) {
        try (lock) {
          snapshots.checkOpen(); // what fails because the index is being closed is no damage
          throw home.failures().named(e);
        }
      }
    }
  }

  private void writerIsClosed() {
    synchronized (snapshots) {
      writer = null;
    }
  }

  /**
   * Answers a request. To cancel a search interrupt its thread, as {@code Future.cancel(true)}
   * does.
   *
   * <p>A page that is not the last names the cursor of the next. By relevance the state of the
   * index that a cursor belongs to is kept for it: for two minutes after each use, and for the
   * cursors of the last eight states.
   *
   * @param request the request
   * @return the answer, exact in its total and counts
   * @throws SearchTimeoutException if it takes longer than the request allows
   * @throws UnknownArticleException if the request asks for articles like one that is not there
   * @throws SearchCancelledException if the thread is interrupted before the answer is there; it
   *     stays interrupted
   * @throws IllegalArgumentException if the request has a cursor that was given for another query,
   *     selection or ranking ({@link org.sitrep.core.search.Cursor#fits})
   * @throws CursorExpiredException if the request has a cursor by relevance whose state of the
   *     index is not kept any more
   * @throws IOException if the index cannot be read
   */
  public SearchResults search(SearchRequest request) throws IOException {
    requireNonNull(request, "request");
    try (Snapshot snapshot = snapshots.acquire(request)) {
      return snapshots.read(snapshot, held -> search(held, request));
    }
  }

  private SearchResults search(Snapshot snapshot, SearchRequest request) throws IOException {
    SearchResults results = new Search(snapshot, snapshot.analysis(), request).run();
    if (results.next().isPresent()) {
      snapshots.keepFor(results.next().get(), snapshot);
    }
    return results;
  }

  /**
   * Suggests what the end of a text that is being typed may become: words, and values of facets as
   * filters. After a field's name and colon only what that field has is suggested, in a quote that
   * is not closed the words that follow somewhere on those before. Designations are found however
   * they are typed ("f 1" and "f-1" give F-16). The number of a suggestion is what a search for it
   * alone finds, exactly: words in their other forms and by their other names too. Which words are
   * suggested is told by the articles that have them as shown. Words that follow are looked for no
   * longer than a fifth of a second.
   *
   * @param text what was typed up to the cursor, anything; the last {@value
   *     org.sitrep.core.search.Suggestion#MAX_TYPED} UTF-16 units are looked at
   * @param limit how many suggestions to give at most, 1 to {@value
   *     org.sitrep.core.search.Suggestion#MAX_LIMIT}
   * @return the suggestions, the best first; none where no word is being typed
   * @throws IOException if the index cannot be read
   */
  public List<Suggestion> suggest(String text, int limit) throws IOException {
    requireNonNull(text, "text");
    if (limit < 1 || limit > Suggestion.MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit is not in 1..%d: %d".formatted(Suggestion.MAX_LIMIT, limit));
    }
    return snapshots.read(
        snapshot ->
            new Suggestions(
                    snapshot.facets(),
                    snapshot.analysis(),
                    snapshot.languages(),
                    snapshot.suggestions(),
                    text,
                    limit)
                .find());
  }

  /**
   * Explains why an article ranks where it does.
   *
   * @param request the request; its order, limit and offset do not matter, and a cursor tells the
   *     state of the index alone
   * @param id the id of an article
   * @return how the article comes by the score that it has among hits sorted by relevance: one that
   *     stands for its story by the story's best match; empty where there is no such article, or it
   *     is no hit, as where another copy stands for its story
   * @throws SearchTimeoutException if it takes longer than the request allows
   * @throws SearchCancelledException if the thread is interrupted
   * @throws IllegalArgumentException if the request has a cursor of another request
   * @throws CursorExpiredException as {@link #search} does
   * @throws IOException if the index cannot be read
   */
  public Optional<Explanation> explain(SearchRequest request, String id) throws IOException {
    requireNonNull(request, "request");
    requireNonNull(id, "id");
    try (Snapshot snapshot = snapshots.acquire(request)) {
      return snapshots.read(snapshot, held -> explain(held, request, id));
    }
  }

  private static Optional<Explanation> explain(Snapshot snapshot, SearchRequest request, String id)
      throws IOException {
    int article = snapshot.find(id);
    return article < 0
        ? Optional.empty()
        : new Search(snapshot, snapshot.analysis(), request).explain(article);
  }

  /**
   * Finds an article by its id.
   *
   * @param id the id
   * @return the whole article, or empty when there is none
   * @throws IOException if the index cannot be read
   */
  public Optional<Article> find(String id) throws IOException {
    requireNonNull(id, "id");
    return snapshots.read(
        snapshot -> {
          int article = snapshot.find(id);
          return article < 0
              ? Optional.empty()
              : Optional.of(HitReader.article(snapshot.reader(), article));
        });
  }

  /**
   * Finds the story of an article: the articles that are the same text, in that their bodies share
   * at least 80 % of their runs of four words, directly or by way of others.
   *
   * @param id the id of an article
   * @return its story, of just the one article where it has no copy; empty when there is no such
   *     article
   * @throws IOException if the index cannot be read
   */
  public Optional<Story> story(String id) throws IOException {
    requireNonNull(id, "id");
    return snapshots.read(
        snapshot -> {
          int article = snapshot.find(id);
          return article < 0
              ? Optional.empty()
              : Optional.of(new StoryReader(snapshot.reader()).of(article));
        });
  }

  /**
   * Finds every story of two articles or more.
   *
   * @return the stories of one snapshot
   * @throws IOException if the index cannot be read
   */
  public List<Story> stories() throws IOException {
    return snapshots.read(snapshot -> new StoryReader(snapshot.reader()).ofMany());
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
    Snapshot snapshot = snapshots.acquire();
    try {
      return snapshots.read(snapshot, Snapshot::inSequence).stream()
          .map(article -> read(snapshot, article))
          .onClose(() -> release(snapshot));
    } catch (IOException | RuntimeException e) {
      snapshot.close();
      throw e;
    }
  }

  private Article read(Snapshot snapshot, int article) {
    try {
      return snapshots.read(snapshot, held -> HitReader.article(held.reader(), article));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void release(Snapshot snapshot) {
    try {
      snapshot.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Says how many articles there are. Takes no time.
   *
   * @return the number of one snapshot
   * @throws IOException if the index cannot be read
   */
  public long size() throws IOException {
    return snapshots.read(snapshot -> snapshot.reader().numDocs());
  }

  /**
   * Counts what is in the index.
   *
   * @return the figures of one snapshot
   * @throws SearchCancelledException if the thread is interrupted
   * @throws IOException if the index cannot be read
   */
  public IndexStats stats() throws IOException {
    return snapshots.read(snapshot -> new Statistics(snapshot, snapshot.analysis()).count());
  }

  /**
   * Checks the index: the checksums and structures of its files, every stored article, and the
   * counts of random searches against counting by brute force.
   *
   * @param searches how many random searches to count again, from 0
   * @param seed the seed of the random searches
   * @return what was found
   * @throws SearchCancelledException if the thread is interrupted
   * @throws IOException if the index cannot be read at all
   */
  public Verification verify(int searches, long seed) throws IOException {
    if (searches < 0) {
      throw new IllegalArgumentException("searches is negative: " + searches);
    }
    return snapshots.read(
        snapshot -> new Verifier(snapshot, snapshot.analysis()).verify(searches, seed));
  }

  /**
   * Closes the index and its writer, discarding what was not committed; closing again does nothing.
   * Every later call fails. Searches under way finish.
   */
  @Override
  public void close() {
    ArticleWriter open;
    synchronized (snapshots) {
      open = writer;
    }
    try {
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      // Not the analysis: searches under way still need it, and it holds nothing but memory.
      snapshots.close();
    }
  }
}
