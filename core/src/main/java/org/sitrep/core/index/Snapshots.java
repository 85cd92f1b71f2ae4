package org.sitrep.core.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.DirectoryReader;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.facet.FacetCache;
import org.sitrep.core.index.store.CommitData;
import org.sitrep.core.search.Cursor;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.vocabulary.Aliases;

/**
 * Hands out the newest snapshot and makes the next one when the index has changed. Searches never
 * wait for that, but the one that makes it. Safe for use by several threads.
 */
final class Snapshots implements AutoCloseable {
  private static final Duration CHECKED_EVERY = Duration.ofMillis(250);

  private final Home home;
  private final Optional<Aliases> wanted;
  private final FacetCache cache = new FacetCache();
  private final KeptSnapshots kept = new KeptSnapshots();
  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile Snapshot current;
  private volatile long checked = System.nanoTime();

  /** Whether there may be a commit that the newest snapshot lacks, because it could not be read. */
  private volatile boolean behind;

  private volatile boolean closed;

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

  /** Returns the newest snapshot, held for the caller, who closes it. */
  Snapshot acquire() throws IOException {
    refreshWhenDue();
    while (true) {
      checkOpen();
      Snapshot snapshot = current;
      if (snapshot.tryRetain()) {
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
    } else if (System.nanoTime() - checked > CHECKED_EVERY.toNanos() && refreshing.tryLock()) {
      try {
        refresh();
      } finally {
        refreshing.unlock();
      }
    }
  }

  /**
   * Makes a new snapshot where the index has been committed since the newest one. Where that fails,
   * every search fails until it succeeds: none answers from what is known to be out of date.
   */
  void refresh() throws IOException {
    refreshing.lock();
    try {
      if (!closed) {
        behind = true;
        changed().ifPresent(this::replace);
        behind = false;
        kept.dropExpired();
      }
    } catch (IOException | RuntimeException e) {
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
    if (next.isEmpty()) {
      return Optional.empty();
    }
    try {
      Aliases aliases = checkVersion(next.get()).aliases();
      Integrity.check(next.get(), last);
      Analysis analysis = current.analysis();
      return Optional.of(
          new Snapshot(
              next.get(),
              cache,
              aliases.equals(analysis.aliases()) ? analysis : new Analysis(aliases)));
    } catch (IOException | RuntimeException e) {
      next.get().close();
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
