package org.sitrep.core.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.facet.FacetCache;
import org.sitrep.core.index.store.CommitData;
import org.sitrep.core.search.Cursor;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.vocabulary.Aliases;

/**
 * Hands out the newest snapshot and makes the next one when the index has changed. Searches do not
 * wait for that, but the one that makes it, and all where nobody has asked for a while: else they
 * would answer from a state as old as that. Safe for use by several threads.
 */
final class Snapshots implements AutoCloseable {
  private static final Duration CHECKED_EVERY = Duration.ofMillis(250);

  /** A state that was last checked longer ago is not answered from while another is looked for. */
  private static final Duration OLDEST = Duration.ofMillis(750);

  private final Home home;
  private final Optional<Aliases> wanted;
  private final FacetCache cache = new FacetCache();
  private final KeptSnapshots kept = new KeptSnapshots();
  private final ReentrantLock refreshing = new ReentrantLock();

  /** How long the files of the newest snapshot are; for who holds the lock. */
  private Map<String, Long> lengths = Map.of();

  private volatile Snapshot current;
  private volatile long checked = System.nanoTime();

  /** When the last refresh began; after the last check while it goes on. */
  private volatile long began = checked;

  /** Whether there may be a commit that the newest snapshot lacks, because it could not be read. */
  private volatile boolean behind;

  private volatile boolean closed;

  /**
   * Something that is read of a snapshot.
   *
   * @param <T> what it gives
   */
  interface Reading<T> {
    T of(Snapshot snapshot) throws IOException;
  }

  /**
   * Opens the newest snapshot.
   *
   * @param home where the index lives
   * @param wanted the aliases that the index must have; empty for its own, or for the standard ones
   *     where there is no commit yet
   */
  Snapshots(Home home, Optional<Aliases> wanted) throws IOException {
    this.home = home;
    this.wanted = wanted;
    this.current = Snapshot.empty(new Analysis(wanted.orElseGet(Aliases::standard)));
    refresh();
  }

  /** Reads of the newest snapshot. What fails is named. */
  <T> T read(Reading<T> reading) throws IOException {
    try (Snapshot snapshot = acquire()) {
      return read(snapshot, reading);
    }
  }

  /**
   * Reads of a snapshot that the caller holds. Whatever fails because of the files is named as the
   * damage or the failure that it is, and a snapshot that is damaged is used no more.
   */
  <T> T read(Snapshot snapshot, Reading<T> reading) throws IOException {
    try {
      return reading.of(snapshot);
    } catch (SearchTimeoutException
        | SearchCancelledException
        | CursorExpiredException
        | UnknownArticleException e) {
      throw e;
    } catch (RuntimeException e) {
      checkFilesAfter(e, snapshot);
      throw e;
    } catch (IOException | InternalError e) {
      throw failed(e, snapshot);
    }
  }

  /** Code that reads nonsense fails in any way: where the files are damaged, that is why. */
  private void checkFilesAfter(RuntimeException failure, Snapshot snapshot) throws IOException {
    try {
      Integrity.check(snapshot.reader());
    } catch (IOException | RuntimeException | InternalError e) {
      e.addSuppressed(failure);
      throw failed(e, snapshot);
    }
  }

  private IndexException failed(Throwable e, Snapshot snapshot) throws IOException {
    IndexException named = home.failures().named(e);
    if (named.reason() == IndexException.Reason.DAMAGED) {
      forget(snapshot);
    }
    return named;
  }

  /** Has the files opened anew before the next answer: they may have been put right by then. */
  private void forget(Snapshot damaged) throws IOException {
    refreshing.lock();
    try {
      if (!closed && current == damaged) {
        lengths = Map.of();
        replace(Snapshot.lost(damaged.analysis()));
      }
      kept.dropAll();
    } finally {
      refreshing.unlock();
    }
  }

  /** Returns the newest snapshot, held for the caller, who closes it. */
  Snapshot acquire() throws IOException {
    refreshWhenDue();
    while (true) {
      checkOpen();
      Snapshot snapshot = current;
      if (snapshot.isLost()) {
        refresh();
      } else if (snapshot.tryRetain()) {
        return snapshot;
      }
    }
  }

  /**
   * Returns the snapshot that a request is to be answered from, held for the caller, who closes it:
   * the one that its cursor belongs to, or the newest.
   */
  Snapshot acquire(SearchRequest request) throws IOException {
    Optional<Cursor> after = request.after();
    if (after.isEmpty()) {
      return acquire();
    }
    Cursor cursor = after.get();
    if (!cursor.fits(request)) {
      throw new IllegalArgumentException(
          "cursor was given for another query, other selections or another ranking: " + cursor);
    }
    if (cursor.snapshot().isEmpty()) {
      return acquire();
    }
    refreshWhenDue(); // and so look whether the files are as they were
    checkOpen();
    return kept.find(cursor.snapshot()).orElseThrow(CursorExpiredException::new);
  }

  /** Keeps a snapshot for the cursor that a search has given. */
  void keepFor(Cursor cursor, Snapshot snapshot) throws IOException {
    if (!cursor.snapshot().isEmpty()) {
      kept.keep(snapshot);
    }
  }

  /** Fails where the index is closed. */
  void checkOpen() {
    if (closed) {
      throw new IllegalStateException("index is closed");
    }
  }

  private void refreshWhenDue() throws IOException {
    if (behind) {
      refresh();
    } else if (isOlderThan(CHECKED_EVERY)) {
      if (!refreshing.tryLock()) {
        if (!isOlderThan(OLDEST) || isRefreshedInTime()) {
          return;
        }
        refreshing.lock();
      }
      try {
        if (isOlderThan(CHECKED_EVERY)) { // another may have done it meanwhile
          refresh();
        }
      } finally {
        refreshing.unlock();
      }
    }
  }

  private boolean isOlderThan(Duration age) {
    return System.nanoTime() - checked > age.toNanos();
  }

  /** Whether a refresh goes on that began when the newest snapshot had just been checked. */
  private boolean isRefreshedInTime() {
    long before = began - checked;
    return before > 0 && before <= OLDEST.toNanos();
  }

  /**
   * Makes a new snapshot where the index has been committed since the newest one. Where that fails,
   * every search fails until it succeeds: none answers from what is known to be out of date.
   */
  void refresh() throws IOException {
    refreshing.lock();
    try {
      began = System.nanoTime();
      if (!closed) {
        changed().ifPresent(this::replace);
        behind = false;
        kept.dropExpired();
      }
    } catch (IOException | RuntimeException | InternalError e) {
      behind = true;
      throw home.failures().named(e);
    } finally {
      checked = System.nanoTime();
      refreshing.unlock();
    }
  }

  /**
   * Makes a new snapshot after a commit. Where that fails the commit is durable all the same, and
   * the next search says what is wrong.
   */
  void refreshAfterCommit() {
    try {
      refresh();
    } catch (IOException e) {
      behind = true;
    }
  }

  private Optional<Snapshot> changed() throws IOException {
    DirectoryReader last = current.directoryReader();
    Optional<DirectoryReader> next = home.newer(last);
    if (next.isEmpty() && last != null) {
      next = differing(last);
    }
    if (next.isEmpty() && current.isLost()) {
      throw home.failures().damaged("it is not there any more");
    }
    return next.isEmpty() ? Optional.empty() : Optional.of(opened(next.get(), last));
  }

  /** A later commit where a file of the last is gone or another; without one, it is damaged. */
  private Optional<DirectoryReader> differing(DirectoryReader last) throws IOException {
    Optional<String> difference = Integrity.difference(last, lengths);
    if (difference.isEmpty()) {
      return Optional.empty();
    }
    Optional<DirectoryReader> next = home.newer(last);
    if (next.isEmpty()) {
      forget(current);
      throw home.failures().damaged(difference.get());
    }
    return next;
  }

  private Snapshot opened(DirectoryReader next, @Nullable DirectoryReader last) throws IOException {
    try {
      Aliases aliases = checkVersion(next).aliases();
      Integrity.check(next, last);
      Map<String, Long> found = Integrity.lengths(next);
      Analysis analysis = current.analysis();
      Snapshot opened =
          new Snapshot(
              next, cache, aliases.equals(analysis.aliases()) ? analysis : new Analysis(aliases));
      lengths = found;
      return opened;
    } catch (IOException | RuntimeException | InternalError e) {
      next.close();
      throw e;
    }
  }

  private CommitData checkVersion(DirectoryReader reader) throws IOException {
    CommitData commit = CommitData.read(reader.getIndexCommit().getUserData());
    if (commit.difference().isPresent()) {
      throw home.failures().otherVersion(commit);
    }
    if (wanted.filter(aliases -> !aliases.equals(commit.aliases())).isPresent()) {
      throw home.failures().otherAliases(commit, wanted.get());
    }
    return commit;
  }

  private void replace(Snapshot next) {
    Snapshot last = current;
    current = next;
    release(last);
  }

  private static void release(Snapshot snapshot) {
    try {
      snapshot.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    refreshing.lock();
    try {
      if (!closed) {
        closed = true;
        release(current);
        kept.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      refreshing.unlock();
    }
  }
}
