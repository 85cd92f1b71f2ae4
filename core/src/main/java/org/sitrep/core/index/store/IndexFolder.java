package org.sitrep.core.index.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.IndexException;
import org.sitrep.core.index.IndexException.Reason;

/**
 * The folder of an index: {@code CURRENT} names the generation in use, {@code gen-N} holds it, and
 * {@code write.lock} is held by the one writer. Names what is wrong with a folder in the words of
 * {@link IndexException}.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class IndexFolder {
  private static final String CURRENT = "CURRENT";
  private static final String UNCOMMITTED = "no commit yet";
  private static final String LOCK = "write.lock";
  private static final String FIRST_GENERATION = "gen-1";
  private static final Pattern GENERATION = Pattern.compile("gen-[1-9][0-9]{0,9}");
  private static final int MAX_NAME = 100;

  private final Path path;

  /**
   * Names a folder; nothing is touched.
   *
   * @param path the folder
   */
  public IndexFolder(Path path) {
    this.path = path;
  }

  /**
   * Returns the folder's path.
   *
   * @return the path as given
   */
  public Path path() {
    return path;
  }

  /**
   * A generation.
   *
   * @param path its folder
   * @param committed whether a commit of it has returned, so that one must be there
   */
  public record Generation(Path path, boolean committed) {}

  /**
   * Finds the generation in use.
   *
   * @return the generation, or empty where there is no index yet: the folder does not exist, is
   *     empty, or holds what a writer left that never came to its first commit
   * @throws IndexException if the folder holds something else, lacks what it must hold, or cannot
   *     be read
   */
  public Optional<Generation> generation() throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw notAnIndex("a file");
    }
    try {
      List<String> lines = Files.readString(path.resolve(CURRENT), UTF_8).lines().toList();
      String name = lines.isEmpty() ? "" : lines.get(0).strip();
      if (name.length() > MAX_NAME || !GENERATION.matcher(name).matches()) {
        throw damaged(CURRENT + " names no generation", null);
      }
      if (!Files.isDirectory(path.resolve(name))) {
        throw damaged(name + " is missing", null);
      }
      boolean committed = !lines.subList(1, lines.size()).contains(UNCOMMITTED);
      return Optional.of(new Generation(path.resolve(name), committed));
    } catch (NoSuchFileException e) {
      checkEmpty();
      return Optional.empty();
    } catch (IOException e) {
      throw named(e);
    }
  }

  private void checkEmpty() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        boolean generation = GENERATION.matcher(name).matches();
        if (generation && hasCommit(entry)) {
          throw damaged(CURRENT + " is missing", null);
        }
        if (!generation && !name.startsWith(CURRENT) && !name.equals(LOCK)) {
          throw notAnIndex(name);
        }
      }
    }
  }

  private static boolean hasCommit(Path generation) throws IOException {
    try (DirectoryStream<Path> commits = Files.newDirectoryStream(generation, "segments_*")) {
      return commits.iterator().hasNext();
    }
  }

  /**
   * Takes the writer's lock, making the folder where there is none.
   *
   * @return the lock, to be closed
   * @throws IndexException if another writer has it, or the folder cannot be written
   */
  public Lock lock() throws IOException {
    try {
      Files.createDirectories(path);
      // Kept open by nothing: a lock holds its own channel.
      try (NIOFSDirectory directory = new NIOFSDirectory(path)) {
        return directory.obtainLock(LOCK);
      }
    } catch (LockObtainFailedException e) {
      throw new IndexException(
          Reason.LOCKED,
          "index %s is being written by another writer: wait until it is done".formatted(path),
          e);
    } catch (IOException e) {
      throw named(e);
    }
  }

  /**
   * Returns the generation in use, beginning the first one where there is none. Only for the holder
   * of the lock.
   *
   * @return the generation's folder
   * @throws IndexException if the folder cannot be written
   */
  public Path begin() throws IOException {
    Optional<Generation> generation = generation();
    if (generation.isPresent()) {
      return generation.get().path();
    }
    try {
      Files.createDirectories(path.resolve(FIRST_GENERATION));
      use(FIRST_GENERATION + "\n" + UNCOMMITTED);
    } catch (IOException e) {
      throw named(e);
    }
    return path.resolve(FIRST_GENERATION);
  }

  /**
   * Notes the first commit of the generation in use, so that its loss would be noticed. Only for
   * the holder of the lock.
   *
   * @throws IOException if the folder cannot be written
   */
  public void noteCommit() throws IOException {
    Optional<Generation> generation = generation();
    if (generation.isPresent() && !generation.get().committed()) {
      use(generation.get().path().getFileName().toString());
    }
  }

  /**
   * Says that a commit that must be there is not.
   *
   * @param generation the generation
   * @return the exception to throw
   */
  public IndexException lost(Generation generation) {
    return damaged("%s has no commit any more".formatted(generation.path().getFileName()), null);
  }

  private void use(String generation) throws IOException {
    Path written = path.resolve(CURRENT + ".new");
    try (FileChannel channel =
        FileChannel.open(
            written,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.write(UTF_8.encode(generation + "\n"));
      channel.force(true);
    }
    Files.move(
        written,
        path.resolve(CURRENT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    IOUtils.fsync(path, true);
  }

  /**
   * Says in the words of an index what a failure of the disk or of Lucene means.
   *
   * @param e what was thrown
   * @return the exception to throw instead; the same one where it is an {@link IndexException}
   */
  public IndexException named(Exception e) {
    if (e instanceof IndexException named) {
      return named;
    }
    if (e instanceof LockObtainFailedException) {
      return new IndexException(
          Reason.LOCKED,
          "index %s is being written by another writer: wait until it is done".formatted(path),
          e);
    }
    if (e instanceof IndexFormatTooOldException || e instanceof IndexFormatTooNewException) {
      return new IndexException(
          Reason.OTHER_VERSION,
          "index %s was written by another version of Lucene: index its sources again into a new folder (%s)"
              .formatted(path, e.getMessage()),
          e);
    }
    if (e instanceof AccessDeniedException denied) {
      return new IndexException(
          Reason.DENIED,
          "index %s cannot be used without the rights to %s".formatted(path, denied.getFile()),
          e);
    }
    if (e instanceof CorruptIndexException
        || e instanceof IndexNotFoundException
        || e instanceof EOFException
        || e instanceof NoSuchFileException) {
      return damaged(e.getMessage(), e);
    }
    return new IndexException(
        Reason.DISK, "index %s cannot be read or written: %s".formatted(path, describe(e)), e);
  }

  private static String describe(Exception e) {
    if (e instanceof AlreadyClosedException && e.getCause() != null) {
      return String.valueOf(e.getCause().getMessage());
    }
    String message = String.valueOf(e.getMessage());
    return e instanceof FileSystemException
        ? message + " (" + e.getClass().getSimpleName() + ")"
        : message;
  }

  private IndexException damaged(@Nullable String what, @Nullable Exception cause) {
    return new IndexException(
        Reason.DAMAGED,
        "index %s is damaged: %s; restore it from a copy, or index its sources again into a new folder"
            .formatted(path, what),
        cause);
  }

  private IndexException notAnIndex(String found) {
    return new IndexException(
        Reason.NOT_AN_INDEX,
        "%s is not an index (found: %s): name an index, or a folder that is empty or does not exist"
            .formatted(path, found),
        null);
  }
}
