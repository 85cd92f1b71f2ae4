package org.sitrep.cli;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.cli.options.UsageException;
import org.sitrep.core.index.IndexException;
import org.sitrep.corpus.Corpus;
import org.sitrep.corpus.LedgerEntry;
import org.sitrep.corpus.Outcome;

/**
 * The file of {@code --ledger}: how each input ended, in the order of reading. That an article was
 * added or updated is written once it is committed, so that the file is true whenever the run ends;
 * what has ended since is held back, as much as is not committed. Without a file it keeps nothing.
 */
final class Ledger implements Closeable {
  private static final String NAME = "--ledger";
  private static final String FAILED = "failed";
  private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

  private final Optional<Path> file;
  private final Writer lines;
  private final List<String> held = new ArrayList<>();

  private Ledger(Optional<Path> file, Writer lines) {
    this.file = file;
    this.lines = lines;
  }

  // ---- before anything is touched

  /**
   * Refuses a file that cannot be written, or whose content is needed.
   *
   * @param file what is to become the ledger
   * @param corpus the sources
   * @param index the index's folder
   * @param others further files that are read
   */
  static void check(Path file, Corpus corpus, Path index, List<Path> others) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    boolean there = Files.exists(file);
    if (folder == null
        || !Files.isDirectory(folder)
        || Files.isDirectory(file)
        || !Files.isWritable(there ? file : folder)) {
      throw cannotBeWritten(file, Optional.empty());
    }
    if (there && !Files.isRegularFile(file)) {
      return; // a pipe or a device, which has no content to lose
    }
    Path real = there ? file.toRealPath() : folder.toRealPath().resolve(file.getFileName());
    Path indexed = Files.exists(index) ? index.toRealPath() : index.toAbsolutePath().normalize();
    if (real.startsWith(indexed)) {
      throw refused("lies in the folder of the index: name a file elsewhere", file);
    }
    if (corpus.reads(file)) {
      throw refused(
          "is a file of the sources, or would be read as one by the next run: name a file"
              + " elsewhere, or one whose name begins with a dot",
          file);
    }
    for (Path other : others) {
      if (there && Files.exists(other) && Files.isSameFile(file, other)) {
        throw refused("is read by this run: name another file", file);
      }
    }
  }

  /** What standard input is read from, where it is read and can be named. */
  static List<Path> standardInput(List<String> sources) {
    return sources.contains(SourceOptions.STANDARD_INPUT) ? List.of(STANDARD_INPUT) : List.of();
  }

  private static UsageException refused(String problem, Path file) {
    return new UsageException("%s %s: '%s'".formatted(NAME, problem, file));
  }

  private static UsageException cannotBeWritten(Path file, Optional<IOException> cause) {
    String said = "%s cannot be written: '%s'".formatted(NAME, file);
    return cause.map(e -> new UsageException(said, e)).orElseGet(() -> new UsageException(said));
  }

  // ---- under way

  /** Begins the file anew: for who may write to the index, since another may be writing both. */
  static Ledger open(Optional<Path> file) {
    try {
      return new Ledger(
          file,
          file.isEmpty()
              ? Writer.nullWriter()
              : new BufferedWriter(Files.newBufferedWriter(file.get())));
    } catch (IOException e) {
      throw cannotBeWritten(file.orElseThrow(), Optional.of(e));
    }
  }

  /** Takes the end of an input. */
  void ended(LedgerEntry entry) throws LedgerException {
    if (file.isEmpty()) {
      return;
    }
    boolean changes = entry.outcome() == Outcome.ADDED || entry.outcome() == Outcome.UPDATED;
    if (changes || !held.isEmpty()) {
      held.add(entry.toJson());
    } else {
      write(entry.toJson());
    }
  }

  /** Writes what was held back: it is committed. */
  void committed() throws LedgerException {
    for (String line : held) {
      write(line);
    }
    held.clear();
    flush();
  }

  /**
   * Ends the file of a run that failed, with a line that says why and without what was not
   * committed.
   */
  void failed(Exception e) {
    if (file.isEmpty()) {
      return;
    }
    held.clear();
    try {
      write(
          Json.line(
              json -> {
                json.writeStringField(Json.OUTCOME, FAILED);
                json.writeStringField(
                    Json.REASON, e instanceof IndexException ? e.getMessage() : e.toString());
              }));
      flush();
    } catch (IOException cannot) {
      e.addSuppressed(cannot);
    }
  }

  private void write(String line) throws LedgerException {
    try {
      lines.append(line).append('\n');
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void flush() throws LedgerException {
    try {
      lines.flush();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private LedgerException failure(IOException e) {
    return new LedgerException(file.orElseThrow(), e);
  }

  @Override
  public void close() throws IOException {
    try {
      lines.close();
    } catch (IOException e) {
      throw failure(e);
    }
  }
}
