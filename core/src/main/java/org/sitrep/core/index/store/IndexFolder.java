package org.sitrep.core.index.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockValidatingDirectoryWrapper;
import org.apache.lucene.store.NIOFSDirectory;
import org.sitrep.core.index.IndexException;

/**
 * The folder of an index: {@code CURRENT} names the generation in use, {@code gen-N} holds it, and
 * {@code write.lock} is held by the one writer.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class IndexFolder {
  private static final String CURRENT = "CURRENT";
  private static final String NEXT_CURRENT = "CURRENT.new";
  private static final String UNCOMMITTED = "no commit yet";
  private static final String LOCK = "write.lock";
  private static final String GENERATION = "gen-";
  private static final Pattern GENERATION_NAME = Pattern.compile(GENERATION + "[1-9][0-9]{0,8}");
  private static final Pattern CURRENT_CONTENT =
      Pattern.compile("(" + GENERATION_NAME + ")\n(" + UNCOMMITTED + "\n)?");
  private static final int MAX_CURRENT = 100;

  /** What Lucene calls its files: of segments, of commits, of commits under way, and its lock. */
  private static final Pattern INDEX_FILE =
      Pattern.compile("_[a-z0-9]+(_.*)?\\..+|(pending_)?segments_[a-z0-9]+|" + LOCK);

  private final Path path;
  private final Storage storage;
  private final Failures failures;

  /**
   * Names a folder; nothing is touched.
   *
   * @param path the folder
   * @param storage how its files are reached
   */
  public IndexFolder(Path path, Storage storage) {
    this.path = path;
    this.storage = storage;
    this.failures = new Failures(path.toString());
  }

  /**
   * Returns the words for what is wrong with the index in this folder.
   *
   * @return the words
   */
  public Failures failures() {
    return failures;
  }

  /**
   * A generation.
   *
   * @param number 1 for the first
   * @param committed whether a commit of it has returned, so that one must be there
   */
  public record Generation(int number, boolean committed) {
    /**
     * Returns the name of its folder.
     *
     * @return the name
     */
    public String name() {
      return GENERATION + number;
    }

    private String current() {
      return name() + "\n" + (committed ? "" : UNCOMMITTED + "\n");
    }
  }

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
      throw failures.notAnIndex("a file");
    }
    checkLink();
    try {
      return used();
    } catch (IOException e) {
      throw failures.named(e);
    }
  }

  private Optional<Generation> used() throws IOException {
    boolean refused = false;
    while (true) {
      try {
        return Optional.of(named());
      } catch (NoSuchFileException e) {
        // There is no CURRENT.
      }
      try {
        checkEmpty();
        return Optional.empty();
      } catch (IndexException | NoSuchFileException e) {
        if (refused) {
          throw e;
        }
        refused = true; // it looks again: a writer may just have begun
      }
    }
  }

  private Generation named() throws IOException {
    while (true) {
      String content = current();
      Generation generation = named(content);
      if (Files.isDirectory(path.resolve(generation.name()))) {
        return generation;
      }
      if (current().equals(content)) { // else it was replaced in between
        throw failures.damaged(generation.name() + " is missing");
      }
    }
  }

  /** A link to nothing is no folder that a writer could make. */
  private void checkLink() throws IndexException {
    if (Files.isSymbolicLink(path) && !Files.exists(path)) {
      throw failures.notAnIndex("a link to what is not there");
    }
  }

  private Generation named(String content) throws IOException {
    Matcher found = CURRENT_CONTENT.matcher(content);
    if (!found.matches()) {
      throw failures.damaged(CURRENT + " names no generation");
    }
    int number = Integer.parseInt(found.group(1).substring(GENERATION.length()));
    return new Generation(number, found.group(2) == null);
  }

  private String current() throws IOException {
    try (RandomAccessFile file = PlainFile.open(path.resolve(CURRENT))) {
      byte[] content = new byte[(int) Math.min(file.length(), MAX_CURRENT + 1)];
      file.readFully(content);
      // Latin 1 has a character for each byte, so that no damage is mended by reading.
      return content.length > MAX_CURRENT ? "" : new String(content, ISO_8859_1);
    }
  }

  /**
   * Looks whether there is nothing but what a writer leaves that ends before it has put its first
   * generation into use: it writes into that only afterwards.
   */
  private void checkEmpty() throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        boolean begun =
            switch (name) {
              case LOCK -> true;
              case NEXT_CURRENT -> isBegun(entry);
              default -> isGeneration(entry);
            };
        if (!begun) {
          throw failures.notAnIndex(name);
        }
      }
    }
    for (Path generation : generations()) {
      checkUnused(generation);
    }
  }

  private static boolean isBegun(Path nextCurrent) throws IOException {
    if (!Files.isRegularFile(nextCurrent, NOFOLLOW_LINKS)
        || Files.size(nextCurrent) > MAX_CURRENT) {
      return false;
    }
    String written = Files.readString(nextCurrent, ISO_8859_1);
    String whole = new Generation(1, false).current();
    return whole.startsWith(CharMatcher.is('\0').trimTrailingFrom(written));
  }

  private void checkUnused(Path generation) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(generation)) {
      for (Path file : files) {
        if (!isIndexFile(file)) {
          throw failures.notAnIndex(path.relativize(file).toString());
        }
      }
    }
    if (!isEmpty(generation)) {
      throw failures.damaged(CURRENT + " is missing");
    }
  }

  /** The folders that have a generation's name; a link is no folder of ours. */
  private List<Path> generations() throws IOException {
    List<Path> generations = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, GENERATION + "*")) {
      entries.forEach(generations::add);
    }
    generations.removeIf(entry -> !isGeneration(entry));
    return generations;
  }

  private static boolean isGeneration(Path entry) {
    return GENERATION_NAME.matcher(entry.getFileName().toString()).matches()
        && Files.isDirectory(entry, NOFOLLOW_LINKS);
  }

  /** Whether Lucene writes files of that name. */
  private static boolean isIndexFile(Path file) {
    return INDEX_FILE.matcher(file.getFileName().toString()).matches()
        && Files.isRegularFile(file, NOFOLLOW_LINKS);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }

  /**
   * Opens a generation.
   *
   * @param generation the generation
   * @return its files
   * @throws IOException if it cannot be opened
   */
  public Directory open(Generation generation) throws IOException {
    return storage.open(path.resolve(generation.name()));
  }

  /**
   * Opens a generation for writing.
   *
   * @param generation the generation
   * @param lock the writer's lock, without which nothing is written or deleted
   * @return its files
   * @throws IOException if it cannot be opened
   */
  public Directory openForWriting(Generation generation, Lock lock) throws IOException {
    return new LockValidatingDirectoryWrapper(open(generation), lock);
  }

  /**
   * Takes the writer's lock, making the folder where there is none.
   *
   * @return the lock, to be closed
   * @throws IndexException if another writer has it, or the folder cannot be written
   */
  public Lock lock() throws IOException {
    checkLink();
    try {
      Files.createDirectories(path);
      ProcessLock process = ProcessLock.take(path.toRealPath()).orElseThrow(failures::lockedHere);
      try {
        // Kept open by nothing: a lock holds its own channel.
        try (NIOFSDirectory directory = new NIOFSDirectory(path)) {
          Lock file = Uninterrupted.get(() -> obtain(directory));
          return process.with(file, path.resolve(LOCK), failures);
        }
      } catch (IOException | OverlappingFileLockException e) {
        process.release();
        throw e;
      }
    } catch (IOException | OverlappingFileLockException e) {
      throw failures.named(e);
    }
  }

  /** Lucene says that the lock's file is missing, and beside it why it could not be made. */
  private static Lock obtain(Directory directory) throws IOException {
    try {
      return directory.obtainLock(LOCK);
    } catch (NoSuchFileException e) {
      for (Throwable why : e.getSuppressed()) {
        if (why instanceof IOException unmade) {
          throw unmade;
        }
      }
      throw e;
    }
  }

  /**
   * Returns the generation in use, beginning the first one where there is none, and removes what
   * earlier writers left. Only for the holder of the lock.
   *
   * @return the generation
   * @throws IndexException if the folder cannot be written
   */
  public Generation begin() throws IOException {
    Optional<Generation> used = generation();
    try {
      removeAllBut(used);
      if (used.isPresent()) {
        return used.get();
      }
      Generation first = create(1);
      use(new Generation(first.number(), false));
      return first;
    } catch (IOException e) {
      throw failures.named(e);
    }
  }

  /**
   * Makes the folder of the generation after the one in use, empty. Only for the holder of the
   * lock.
   *
   * @param used the generation in use
   * @return the next
   * @throws IOException if the folder cannot be written
   */
  public Generation next(Generation used) throws IOException {
    removeAllBut(Optional.of(used));
    return create(used.number() + 1);
  }

  /** Makes a generation's folder, of a number from one on that is free. */
  private Generation create(int number) throws IOException {
    int free = number;
    while (Files.exists(path.resolve(GENERATION + free), NOFOLLOW_LINKS)) {
      free++;
    }
    Generation generation = new Generation(free, true);
    Files.createDirectory(path.resolve(generation.name()));
    return generation;
  }

  /**
   * Notes the first commit of the generation in use, so that its loss would be noticed. Only for
   * the holder of the lock.
   *
   * @throws IOException if the folder cannot be written
   */
  public void noteCommit() throws IOException {
    Optional<Generation> used = generation();
    if (used.isPresent() && !used.get().committed()) {
      use(new Generation(used.get().number(), true));
    }
  }

  /**
   * Puts a generation into use, at one instant: before it readers find the last one, after it this
   * one, whenever the process or the machine stops. Only for the holder of the lock.
   *
   * @param generation a generation whose files are durable
   * @throws IOException if the folder cannot be written; then the last generation is in use
   */
  public void use(Generation generation) throws IOException {
    try (Directory files = storage.open(path)) {
      Files.deleteIfExists(path.resolve(NEXT_CURRENT));
      byte[] content = generation.current().getBytes(ISO_8859_1);
      try (IndexOutput out = files.createOutput(NEXT_CURRENT, IOContext.DEFAULT)) {
        out.writeBytes(content, content.length);
      }
      files.sync(List.of(NEXT_CURRENT));
      files.rename(NEXT_CURRENT, CURRENT);
      files.syncMetaData();
    }
  }

  /**
   * Removes every generation but one, as far as the system lets go of its files; readers that have
   * them open read on. What is not a file of an index stays, and its folder with it. Only for the
   * holder of the lock.
   *
   * @param used the generation in use, empty where there is none
   * @throws IOException if the folder cannot be read
   */
  public void removeAllBut(Optional<Generation> used) throws IOException {
    for (Path generation : generations()) {
      if (used.isEmpty() || !generation.endsWith(used.get().name())) {
        remove(generation);
      }
    }
  }

  private static void remove(Path generation) throws IOException {
    // The commit first: what is left of a generation when this ends early is no index.
    removeFiles(generation, "segments_*");
    removeFiles(generation, "*");
    if (isEmpty(generation)) {
      Files.deleteIfExists(generation);
    }
  }

  private static void removeFiles(Path generation, String names) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(generation, names)) {
      for (Path file : files) {
        if (isIndexFile(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
