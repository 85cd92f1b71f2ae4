package org.sitrep.core.index.store;

import com.google.common.base.Throwables;
import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.IndexException;
import org.sitrep.core.index.IndexException.Reason;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.vocabulary.Aliases;

/** Says of one index, in the words of {@link IndexException}, what is wrong and what to do. */
public final class Failures {
  private final String index;

  /**
   * Names the index.
   *
   * @param index its folder, or what else to call it
   */
  public Failures(String index) {
    this.index = index;
  }

  /**
   * Says what a failure of the disk or of Lucene means.
   *
   * @param e what was thrown
   * @return the exception to throw instead; the same one where it is an {@link IndexException}
   * @throws Error the very same, where it is one and tells nothing of the files
   */
  public IndexException named(Throwable e) {
    if (e instanceof IndexException named) {
      return named;
    }
    if (e instanceof Error error) {
      return faulty(error);
    }
    Throwable tragedy = e.getCause();
    if (e instanceof IllegalStateException && tragedy instanceof OutOfMemoryError) {
      return outOfMemory(e, tragedy);
    }
    if (e instanceof IllegalStateException
        && (tragedy instanceof Exception || tragedy instanceof InternalError)) {
      return named(tragedy); // a writer of Lucene that has failed before
    }
    if (e instanceof LockObtainFailedException || e instanceof OverlappingFileLockException) {
      return locked(e);
    }
    if (e instanceof IndexFormatTooOldException || e instanceof IndexFormatTooNewException) {
      return new IndexException(
          Reason.OTHER_VERSION,
          "index %s was written by another version of Lucene, or is damaged (%s): restore it from a copy, or index its sources again into a new folder"
              .formatted(index, e.getMessage()),
          e);
    }
    if (e instanceof AccessDeniedException denied) {
      return new IndexException(
          Reason.DENIED,
          "index %s cannot be used without the rights to %s".formatted(index, denied.getFile()),
          e);
    }
    if (Throwables.getCausalChain(e).stream().anyMatch(ClosedChannelException.class::isInstance)) {
      return new IndexException(
          Reason.DISK,
          "index %s was closed by an interrupt of a thread that read it: open it again, and not to ask once where threads are interrupted"
              .formatted(index),
          e);
    }
    if (isDamage(e)) {
      return damaged(describe(e), e);
    }
    return disk(e);
  }

  /** What the JVM throws where a file that is mapped into memory ends before its time. */
  private IndexException faulty(Error e) {
    if (e instanceof InternalError && String.valueOf(e.getMessage()).contains("memory access")) {
      return damaged(
          "a file was cut off while it was open, or the disk cannot read it any more", e);
    }
    throw e;
  }

  /** Whether what was read cannot have been written; code that reads nonsense fails in any way. */
  private static boolean isDamage(Throwable e) {
    return e instanceof CorruptIndexException
        || e instanceof IndexNotFoundException
        || e instanceof EOFException
        || e instanceof NoSuchFileException
        || (e instanceof RuntimeException && !(e instanceof AlreadyClosedException));
  }

  private IndexException outOfMemory(Throwable e, Throwable tragedy) {
    return new IndexException(
        Reason.MEMORY,
        "index %s was being written when the process ran out of memory (%s); it stays at its last commit: close the writer, see to the memory, and put again what was not committed"
            .formatted(index, tragedy.getMessage()),
        e);
  }

  private IndexException disk(Throwable e) {
    String message = String.valueOf(e.getMessage());
    boolean files = message.contains("Too many open files"); // the disk is sound
    return new IndexException(
        Reason.DISK,
        "index %s cannot be read or written: %s; it stays at its last commit: %s, then do again what failed"
            .formatted(
                index,
                describe(e),
                files ? "let the process open more files ('ulimit -n')" : "see to the disk"),
        e);
  }

  private static String describe(Throwable e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof FileSystemException || e instanceof RuntimeException
        ? message + " (" + e.getClass().getSimpleName() + ")"
        : message;
  }

  /** Says that a writer of this very process has the lock. */
  IndexException lockedHere() {
    return new IndexException(
        Reason.LOCKED,
        "index %s is being written by another writer of this process: close it, or wait until it is closed"
            .formatted(index),
        null);
  }

  /** Says that a writer's lock is not its own any more. */
  IndexException replaced() {
    return new IndexException(
        Reason.LOCKED,
        "index %s was replaced, or its write.lock deleted, while a writer had it: that writer writes nothing more; open the index again and put again what it had not committed"
            .formatted(index),
        null);
  }

  private IndexException locked(Throwable cause) {
    return new IndexException(
        Reason.LOCKED,
        "index %s is being written by another writer: wait until it is done".formatted(index),
        cause);
  }

  /**
   * Says that an index was opened for reading only.
   *
   * @return the exception to throw
   */
  public IndexException readOnly() {
    return new IndexException(
        Reason.DENIED, "index %s was opened for reading only".formatted(index), null);
  }

  /**
   * Says that an index is damaged.
   *
   * @param what what was found
   * @return the exception to throw
   */
  public IndexException damaged(String what) {
    return damaged(what, null);
  }

  /**
   * Says that a commit that must be there is not.
   *
   * @param used the generation in use
   * @return the exception to throw
   */
  public IndexException lost(IndexFolder.Generation used) {
    return damaged(used.name() + " has no commit any more");
  }

  private IndexException damaged(String what, @Nullable Throwable cause) {
    return new IndexException(
        Reason.DAMAGED,
        "index %s is damaged: %s; restore it from a copy, or index its sources again into a new folder"
            .formatted(index, what),
        cause);
  }

  /**
   * Says that an index cannot be read by this library, and what can be done.
   *
   * @param commit what was written with it
   * @return the exception to throw
   */
  public IndexException otherVersion(CommitData commit) {
    String advice =
        commit.isRebuildable()
            ? "rebuild it from its stored articles with 'sitrep reindex' or ArticleIndex.reindex"
            : "use that version";
    return new IndexException(
        Reason.OTHER_VERSION,
        "index %s was written by %s version of the library (%s): %s"
            .formatted(
                index,
                commit.isNewer() ? "a newer" : "another",
                commit.difference().orElse("no difference"),
                advice),
        null);
  }

  /**
   * Says that an index was made with other aliases than those asked for.
   *
   * @param commit what was written with the commit
   * @param wanted the aliases asked for
   * @return the exception to throw
   */
  public IndexException otherAliases(CommitData commit, Aliases wanted) {
    return new IndexException(
        Reason.OTHER_VERSION,
        "index %s was made with other aliases (analysis %s, not %s): open it without naming any, or rebuild it with 'sitrep reindex --aliases' or ArticleIndex.reindex"
            .formatted(index, commit.analysis(), Analysis.fingerprint(wanted)),
        null);
  }

  IndexException notAnIndex(String found) {
    return new IndexException(
        Reason.NOT_AN_INDEX,
        "%s is not an index (found: %s): name an index, or a folder that is empty or does not exist"
            .formatted(index, found),
        null);
  }
}
