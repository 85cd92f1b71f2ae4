package org.sitrep.core.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NoLockFactory;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.store.Failures;
import org.sitrep.core.index.store.IndexFolder;
import org.sitrep.core.index.store.IndexFolder.Generation;
import org.sitrep.core.index.store.Storage;
import org.sitrep.core.index.store.Uninterrupted;

/** Where an index lives: a folder or memory. */
abstract sealed class Home {
  /** How long a reader runs after a writer whose every commit is gone before it is open. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** The words for what is wrong. */
  abstract Failures failures();

  /**
   * Opens the last commit for reading. For one thread at a time.
   *
   * @param last the reader of the commit opened last, null where there was none
   * @return a reader of its own, or empty where there is no commit or none since the last
   */
  abstract Optional<DirectoryReader> newer(@Nullable DirectoryReader last) throws IOException;

  /** Takes the writer's lock. */
  abstract Lock lock() throws IOException;

  /** Notes that the writer has committed. */
  abstract void noteCommit() throws IOException;

  /**
   * Opens the generation in use for writing, beginning the first where there is none.
   *
   * @param lock the writer's lock
   */
  abstract Directory openForWriting(Lock lock) throws IOException;

  /**
   * Opens the last commit, again where a writer deleted its files meanwhile: however often it does,
   * it leaves a later one, and only the same one is damaged when it lacks a file twice.
   */
  private static Optional<DirectoryReader> newer(Directory files, @Nullable DirectoryReader last)
      throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long lacking = -1;
    while (true) {
      long generation = SegmentInfos.getLastCommitGeneration(files);
      try {
        return Uninterrupted.get(() -> opened(files, last));
      } catch (NoSuchFileException | FileNotFoundException e) {
        if (generation == lacking || System.nanoTime() - end > 0) {
          throw e;
        }
        lacking = generation;
      }
    }
  }

  private static Optional<DirectoryReader> opened(Directory files, @Nullable DirectoryReader last)
      throws IOException {
    if (last == null || !last.directory().equals(files)) {
      return Optional.of(DirectoryReader.open(files));
    }
    try {
      DirectoryReader next = DirectoryReader.openIfChanged(last);
      if (next != null || isSameCommit(last, files)) {
        return Optional.ofNullable(next);
      }
      return Optional.of(DirectoryReader.open(files));
    } catch (IllegalStateException e) {
      // Another index has been put into the same folder: nothing of the last can be shared.
      return Optional.of(DirectoryReader.open(files));
    }
  }

  /** Lucene compares numbers, which another index in the same place may have reached too. */
  private static boolean isSameCommit(DirectoryReader last, Directory files) throws IOException {
    return !(last instanceof StandardDirectoryReader known)
        || Arrays.equals(
            known.getSegmentInfos().getId(), SegmentInfos.readLatestCommit(files).getId());
  }

  /** A folder. */
  static final class Disk extends Home {
    private static final String GONE = "it is not there any more";

    private final IndexFolder folder;
    private final boolean readOnly;
    private @Nullable Opened opened;

    private record Opened(int generation, Directory files) {}

    Disk(Path path, boolean readOnly, Storage storage) {
      this.folder = new IndexFolder(path, storage);
      this.readOnly = readOnly;
    }

    @Override
    Failures failures() {
      return folder.failures();
    }

    @Override
    Optional<DirectoryReader> newer(@Nullable DirectoryReader last) throws IOException {
      while (true) {
        Optional<Generation> used = folder.generation();
        if (used.isEmpty()) {
          if (last != null) {
            throw failures().damaged(GONE);
          }
          return Optional.empty();
        }
        try {
          return newer(used.get(), last);
        } catch (IOException | RuntimeException e) {
          if (folder.generation().equals(used)) { // else it was replaced while it was opened
            throw e;
          }
        }
      }
    }

    private Optional<DirectoryReader> newer(Generation used, @Nullable DirectoryReader last)
        throws IOException {
      Opened known = opened;
      if (known == null || known.generation() != used.number()) {
        known = new Opened(used.number(), folder.open(used));
        opened = known;
      }
      if (!hasCommit(known.files())) {
        if (used.committed()) {
          throw failures().lost(used);
        }
        return Optional.empty();
      }
      return Home.newer(known.files(), last);
    }

    /** Looks until it sees the same twice: a listing made amid a commit may show none at all. */
    private static boolean hasCommit(Directory files) throws IOException {
      @Nullable List<String> before = null;
      while (true) {
        List<String> now = List.of(files.listAll());
        if (SegmentInfos.getLastCommitGeneration(now.toArray(String[]::new)) >= 0) {
          return true;
        }
        if (now.equals(before)) {
          return false;
        }
        before = now;
      }
    }

    @Override
    Lock lock() throws IOException {
      if (readOnly) {
        throw failures().readOnly();
      }
      if (opened != null && folder.generation().isEmpty()) {
        throw failures().damaged(GONE); // and no folder is made in its place
      }
      return folder.lock();
    }

    @Override
    void noteCommit() throws IOException {
      folder.noteCommit();
    }

    @Override
    Directory openForWriting(Lock lock) throws IOException {
      return folder.openForWriting(folder.begin(), lock);
    }
  }

  /** Memory. */
  static final class Memory extends Home {
    private final Failures failures = new Failures("in memory");
    private final Directory files = new ByteBuffersDirectory();

    @Override
    Failures failures() {
      return failures;
    }

    @Override
    Optional<DirectoryReader> newer(@Nullable DirectoryReader last) throws IOException {
      return DirectoryReader.indexExists(files) ? Home.newer(files, last) : Optional.empty();
    }

    @Override
    Lock lock() throws IOException {
      return NoLockFactory.INSTANCE.obtainLock(files, "write.lock");
    }

    @Override
    void noteCommit() {}

    @Override
    Directory openForWriting(Lock lock) {
      return files;
    }
  }
}
