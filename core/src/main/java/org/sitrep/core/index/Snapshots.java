package org.sitrep.core.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.IndexException.Reason;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.facet.FacetCache;
import org.sitrep.core.index.store.CommitData;
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
  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile Snapshot current;
  private volatile long checked = System.nanoTime();
  private volatile boolean closed;
  private @Nullable Directory directory;

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

  /** Fails where the index is closed. */
  void checkOpen() {
    if (closed) {
      throw new IllegalStateException("index is closed");
    }
  }

  private void refreshWhenDue() throws IOException {
    boolean due = System.nanoTime() - checked > CHECKED_EVERY.toNanos();
    if (due && !closed && refreshing.tryLock()) {
      try {
        refresh();
      } finally {
        refreshing.unlock();
      }
    }
  }

  /** Makes a new snapshot where the index has been committed since the newest one. */
  void refresh() throws IOException {
    refreshing.lock();
    try {
      if (!closed) {
        changed().ifPresent(this::replace);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw home.named(e);
    } finally {
      checked = System.nanoTime();
      refreshing.unlock();
    }
  }

  private Optional<Snapshot> changed() throws IOException {
    Optional<Directory> used = home.open(directory);
    if (used.isEmpty() || !DirectoryReader.indexExists(used.get())) {
      return Optional.empty();
    }
    DirectoryReader last = current.directoryReader();
    DirectoryReader next =
        last != null && used.get().equals(directory)
            ? DirectoryReader.openIfChanged(last)
            : DirectoryReader.open(used.get());
    if (next == null) {
      return Optional.empty();
    }
    directory = used.get();
    Aliases aliases = checkVersion(next).aliases();
    Analysis analysis = current.analysis();
    return Optional.of(
        new Snapshot(
            next, cache, aliases.equals(analysis.aliases()) ? analysis : new Analysis(aliases)));
  }

  private CommitData checkVersion(DirectoryReader reader) throws IOException {
    try {
      CommitData commit = CommitData.read(reader.getIndexCommit().getUserData());
      Optional<String> difference = commit.difference();
      if (difference.isPresent()) {
        throw new IndexException(
            Reason.OTHER_VERSION,
            "index %s was written by another version of the library (%s): index its sources again into a new folder"
                .formatted(reader.directory(), difference.get()),
            null);
      }
      if (wanted.filter(aliases -> !aliases.equals(commit.aliases())).isPresent()) {
        throw new IndexException(
            Reason.OTHER_VERSION,
            "index %s was made with other aliases (analysis %s, not %s): open it without naming any, or index its sources again into a new folder"
                .formatted(
                    reader.directory(), commit.analysis(), Analysis.fingerprint(wanted.get())),
            null);
      }
      return commit;
    } catch (IOException e) {
      reader.close();
      throw e;
    }
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
        current.analysis().close();
      }
    } finally {
      refreshing.unlock();
    }
  }
}
