package org.sitrep.core.index;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the snapshots that cursors by relevance belong to: the last {@value #MAX_KEPT}, each for
 * {@link #KEPT} after its last use. What they cost is the segments that are merged away meanwhile,
 * on disk and unfolded in memory. Safe for use by several threads.
 */
final class KeptSnapshots {
  static final int MAX_KEPT = 8;
  static final Duration KEPT = Duration.ofMinutes(2);

  private final Map<String, Kept> byName = new LinkedHashMap<>();

  private boolean closed;

  private record Kept(Snapshot snapshot, long until) {}

  /** Keeps a snapshot that the caller holds, from now on. */
  synchronized void keep(Snapshot snapshot) throws IOException {
    Kept before = byName.remove(snapshot.name());
    if (before == null && (closed || !snapshot.tryRetain())) {
      return;
    }
    byName.put(snapshot.name(), new Kept(snapshot, System.nanoTime() + KEPT.toNanos()));
    if (byName.size() > MAX_KEPT) {
      dropFirst();
    }
  }

  /** Returns a snapshot that is kept, held once more for the caller. */
  synchronized Optional<Snapshot> find(String name) {
    return Optional.ofNullable(byName.get(name)).map(Kept::snapshot).filter(Snapshot::tryRetain);
  }

  /** Lets go of those whose time has passed. */
  synchronized void dropExpired() throws IOException {
    while (!byName.isEmpty() && System.nanoTime() - byName.values().iterator().next().until() > 0) {
      dropFirst();
    }
  }

  /** Lets go of all, and keeps none from here on. */
  synchronized void close() throws IOException {
    closed = true;
    dropAll();
  }

  /** Lets go of all. */
  synchronized void dropAll() throws IOException {
    while (!byName.isEmpty()) {
      dropFirst();
    }
  }

  private void dropFirst() throws IOException {
    Iterator<Kept> first = byName.values().iterator();
    Kept kept = first.next();
    first.remove();
    kept.snapshot().close();
  }
}
