package org.sitrep.core.index.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.store.Lock;

/**
 * Keeps a second writer of this process from even touching the lock's file: to close a file lets go
 * of every lock that the process has on it. The classes of this library may be loaded more than
 * once, as by a web application that is deployed again, so it is the system properties, which all
 * of them share, that say what is locked.
 */
final class ProcessLock {
  private static final String PREFIX = "org.sitrep.core.lock:";

  private final String name;

  private ProcessLock(String name) {
    this.name = name;
  }

  /** Takes the lock on a folder; empty where this process has it already. */
  static Optional<ProcessLock> take(Path realPath) {
    String name = PREFIX + realPath;
    return System.getProperties().putIfAbsent(name, "held") == null
        ? Optional.of(new ProcessLock(name))
        : Optional.empty();
  }

  void release() {
    System.getProperties().remove(name);
  }

  /** Makes one lock of this and a file's. */
  Lock with(Lock file) {
    return new Lock() {
      private boolean closed;

      @Override
      public synchronized void close() throws IOException {
        if (closed) {
          return;
        }
        closed = true;
        try {
          file.close();
        } finally {
          release();
        }
      }

      @Override
      public void ensureValid() throws IOException {
        file.ensureValid();
      }
    };
  }
}
