package org.sitrep.core.index.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.store.OutputStreamIndexOutput;
import org.apache.lucene.store.ReadOnceHint;
import org.apache.lucene.util.Constants;

/**
 * The files of a folder, read and written without heed of interrupts, so that an interrupted thread
 * harms neither the writer nor a later search. Files are mapped into memory where the system can,
 * in a thread that is not interrupted; those that are read but once are read by plain calls, and
 * all are written by streams, which an interrupt does not close. Safe for use by several threads.
 */
public final class SteadyDirectory extends FilterDirectory {
  private static final int BUFFER = 8192;

  private final Path folder;
  private final boolean mapped;
  private final AtomicLong temporary = new AtomicLong();

  private SteadyDirectory(FSDirectory files, boolean mapped) {
    super(files);
    this.mapped = mapped;
    this.folder = files.getDirectory();
  }

  /**
   * Opens a folder.
   *
   * @param folder the folder, which is there
   * @return its files
   * @throws IOException if the folder cannot be opened
   */
  public static SteadyDirectory open(Path folder) throws IOException {
    // The index's folder is locked as a whole. Lucene's own lock in each generation would add
    // nothing, and loses its channel when a thread that looks at it is interrupted.
    return new SteadyDirectory(FSDirectory.open(folder, NoLockFactory.INSTANCE), true);
  }

  /**
   * Opens a folder whose files are read and not mapped, which is ready sooner and slower after.
   * Interrupts harm it: only for a process that does not know them.
   *
   * @param folder the folder, which is there
   * @return its files
   * @throws IOException if the folder cannot be opened
   */
  public static SteadyDirectory openUnmapped(Path folder) throws IOException {
    return new SteadyDirectory(new NIOFSDirectory(folder, NoLockFactory.INSTANCE), false);
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    if (!mapped) {
      return in.openInput(name, context);
    }
    if (context.hints().contains(ReadOnceHint.INSTANCE)) {
      // A mapping of such a file belongs to the thread that opens it.
      ensureOpen();
      return PlainInput.open(folder.resolve(name));
    }
    return Uninterrupted.get(() -> in.openInput(name, context));
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    ensureOpen();
    return output(name);
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    ensureOpen();
    while (true) {
      String name = getTempFileName(prefix, suffix, temporary.getAndIncrement());
      try {
        return output(name);
      } catch (FileAlreadyExistsException e) {
        // An earlier writer left it, or is about to delete it: the next name.
      }
    }
  }

  private IndexOutput output(String name) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    return new OutputStreamIndexOutput(
        "file " + file, name, new FileOutputStream(file.toFile()), BUFFER);
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    Uninterrupted.run(() -> in.sync(names));
  }

  /** Not as Lucene does it, where an interrupt is taken for a system that cannot do this. */
  @Override
  public void syncMetaData() throws IOException {
    ensureOpen();
    if (Constants.WINDOWS) {
      return; // which opens no folder, and keeps its entries safe by itself
    }
    Uninterrupted.run(
        () -> {
          try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
          }
        });
  }
}
