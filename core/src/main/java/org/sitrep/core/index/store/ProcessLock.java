package org.sitrep.core.index.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
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

  /**
   * Makes one lock of this and a file's.
   *
   * @param file the file's lock
   * @param path the file: who has deleted it, or put another in its place, has let others in
   * @param failures says so
   */
  Lock with(Lock file, Path path, Failures failures) throws IOException {
    List<Object> identity = identity(path);
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

      // Not as the file's lock does it, which an interrupt would take away.
      @Override
      public void ensureValid() throws IOException {
        if (closed || !identity.equals(identity(path))) {
          throw failures.replaced();
        }
      }
    };
  }

  /** Tells a file from another that was put in its place; empty where there is none. */
  private static List<Object> identity(Path path) throws IOException {
    try {
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      return Arrays.asList(file.fileKey(), file.creationTime());
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }
}
