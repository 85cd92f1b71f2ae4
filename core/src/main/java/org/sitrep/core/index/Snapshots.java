package org.sitrep.core.index;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.IndexException.Reason;
import org.sitrep.core.index.facet.FacetCache;
import org.sitrep.core.index.store.CommitData;

/**
 * Hands out the newest snapshot and makes the next one when the index has changed. Searches never
 * wait for that, but the one that makes it. Safe for use by several threads.
 */
final class Snapshots implements AutoCloseable {
  private static final Duration CHECKED_EVERY = Duration.ofMillis(250);

  private final Home home;
  private final FacetCache cache = new FacetCache();
  private final ReentrantLock refreshing = new ReentrantLock();
  private volatile Snapshot current;
  private volatile long checked = System.nanoTime();
  private volatile boolean closed;
  private @Nullable Directory directory;

  Snapshots(Home home) throws IOException {
    this.home = home;
    this.current = Snapshot.empty();
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

  private void checkOpen() {
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
    checkVersion(next);
    return Optional.of(new Snapshot(next, cache));
  }

  private void checkVersion(DirectoryReader reader) throws IOException {
    try {
      Optional<String> difference =
          CommitData.read(reader.getIndexCommit().getUserData()).difference();
      if (difference.isPresent()) {
        throw new IndexException(
            Reason.OTHER_VERSION,
            "index %s was written by another version of the library (%s): index its sources again into a new folder"
                .formatted(reader.directory(), difference.get()),
            null);
      }
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
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    refreshing.lock();
    try {
      if (!closed) {
        closed = true;
        release(current);
      }
    } finally {
      refreshing.unlock();
    }
  }
}
