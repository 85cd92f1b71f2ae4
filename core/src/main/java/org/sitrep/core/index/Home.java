package org.sitrep.core.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NoLockFactory;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.IndexException.Reason;
import org.sitrep.core.index.store.IndexFolder;

/** Where an index lives: a folder or memory. Safe for use by several threads. */
abstract sealed class Home {
  /** Names what is wrong in the words of an index. */
  abstract IndexException named(Exception e);

  /**
   * Opens the generation in use for reading, where there is one.
   *
   * @param known the directory opened last, or null; given back where it is still in use
   */
  abstract Optional<Directory> open(@Nullable Directory known) throws IOException;

  /** Takes the writer's lock. */
  abstract Lock lock() throws IOException;

  /** Notes that the writer has committed. */
  abstract void noteCommit() throws IOException;

  /** Opens the generation in use for writing, beginning the first where there is none. */
  abstract Directory openForWriting() throws IOException;

  /** A folder. */
  static final class Disk extends Home {
    private final IndexFolder folder;
    private final boolean readOnly;

    Disk(Path path, boolean readOnly) {
      this.folder = new IndexFolder(path);
      this.readOnly = readOnly;
    }

    @Override
    IndexException named(Exception e) {
      return folder.named(e);
    }

    @Override
    Optional<Directory> open(@Nullable Directory known) throws IOException {
      Optional<IndexFolder.Generation> generation = folder.generation();
      if (generation.isEmpty()) {
        return Optional.empty();
      }
      Path path = generation.get().path();
      Directory directory =
          known instanceof FSDirectory opened && opened.getDirectory().endsWith(path.getFileName())
              ? known
              : FSDirectory.open(path);
      if (generation.get().committed() && !DirectoryReader.indexExists(directory)) {
        throw folder.lost(generation.get());
      }
      return Optional.of(directory);
    }

    @Override
    Lock lock() throws IOException {
      if (readOnly) {
        throw new IndexException(
            Reason.DENIED, "index %s was opened for reading only".formatted(folder.path()), null);
      }
      return folder.lock();
    }

    @Override
    void noteCommit() throws IOException {
      folder.noteCommit();
    }

    @Override
    Directory openForWriting() throws IOException {
      return FSDirectory.open(folder.begin());
    }
  }

  /** Memory. */
  static final class Memory extends Home {
    private final IndexFolder name = new IndexFolder(Path.of("in memory"));
    private final Directory directory = new ByteBuffersDirectory();

    @Override
    IndexException named(Exception e) {
      return name.named(e);
    }

    @Override
    Optional<Directory> open(@Nullable Directory known) {
      return Optional.of(directory);
    }

    @Override
    Lock lock() throws IOException {
      return NoLockFactory.INSTANCE.obtainLock(directory, "write.lock");
    }

    @Override
    void noteCommit() {}

    @Override
    Directory openForWriting() {
      return directory;
    }
  }
}
