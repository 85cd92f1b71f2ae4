package org.sitrep.corpus;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.corpus.page.Neighbours;
import org.sitrep.corpus.page.PageContext;

/**
 * The readings of all files, one after the other. Before the first page of a folder, its pages are
 * looked through for what recurs on them.
 */
final class CorpusReadings implements Iterator<PageExplanation>, Closeable {
  private static final int FEWEST_NEIGHBOURS = 3;
  private static final int MOST_NEIGHBOURS = 200;
  private static final int LOOKED_AT = 1 << 18;

  private final List<SourceFile> files;
  private final ReadOptions options;
  private final Ahead ahead;
  private final LocalDate latest;
  private int index;
  private long bytes;
  private boolean looked;
  private @Nullable Path folder;
  private Neighbours neighbours = Neighbours.NONE;
  private @Nullable FileReadings open;
  private @Nullable PageExplanation next;

  /** What is known of files before they are read. */
  interface Ahead {
    /** Knows nothing. */
    Ahead NOTHING =
        new Ahead() {
          @Override
          public boolean passesOver(SourceFile file) {
            return false;
          }

          @Override
          public SourceFile asHeld(SourceFile file) {
            return file;
          }
        };

    /** Says of each file, in its turn, whether it need not be read. */
    boolean passesOver(SourceFile file) throws IOException;

    /** Gives a file that is read the name by which its articles are known. */
    SourceFile asHeld(SourceFile file) throws IOException;
  }

  /**
   * Reads files.
   *
   * @param files what to read
   * @param options how to read
   * @param ahead what is known of the files before
   */
  CorpusReadings(List<SourceFile> files, ReadOptions options, Ahead ahead) {
    this.files = files;
    this.options = options;
    this.ahead = ahead;
    latest = LocalDate.now(options.clock()).plusDays(1);
  }

  /** How many bytes of the files were read so far. */
  long bytes() {
    return bytes;
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null && (open != null || index < files.size())) {
        if (open == null && ahead.passesOver(files.get(index))) {
          bytes += files.get(index).bytes();
          index++;
          continue;
        }
        if (open == null) {
          open = new FileReadings(ahead.asHeld(files.get(index)), reader(index));
          index++;
        }
        next = open.next().orElse(null);
        if (next == null) {
          open.close();
          open = null;
        }
      }
      return next != null;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public PageExplanation next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more readings");
    }
    PageExplanation reading = Objects.requireNonNull(next);
    next = null;
    return reading;
  }

  private FileReadings.Reader reader(int file) throws IOException {
    Path parent = files.get(file).path().map(Path::getParent).orElse(null);
    if (!looked || !Objects.equals(parent, folder)) {
      looked = true;
      folder = parent;
      neighbours = look(firstOf(folder, file));
    }
    return new FileReadings.Reader(
        options, new PageContext(files.get(file).name(), latest, neighbours), this::content);
  }

  /** The first file of the folder of a file; those before it may have been passed over. */
  private int firstOf(@Nullable Path parent, int file) {
    int first = file;
    while (first > 0
        && files.get(first - 1).path().isPresent()
        && Objects.equals(files.get(first - 1).path().get().getParent(), parent)) {
      first--;
    }
    return first;
  }

  private Neighbours look(int first) throws IOException {
    int end = first;
    while (end < files.size()
        && files.get(end).path().isPresent()
        && end - first < MOST_NEIGHBOURS
        && Objects.equals(files.get(end).path().get().getParent(), folder)) {
      end++;
    }
    if (end - first < FEWEST_NEIGHBOURS) {
      return Neighbours.NONE;
    }
    Neighbours.Collector collector = new Neighbours.Collector();
    for (SourceFile file : files.subList(first, end)) {
      FileReadings.collect(file, collector, LOOKED_AT);
    }
    return collector.neighbours();
  }

  private InputStream content(SourceFile file) throws IOException {
    Optional<Path> path = file.path();
    InputStream raw =
        path.isPresent() ? Files.newInputStream(path.get()) : new Unclosed(options.standardInput());
    return new Counting(raw);
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
  }

  private final class Counting extends FilterInputStream {
    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      bytes += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      bytes += Math.max(0, read);
      return read;
    }
  }

  /** Standard input is its owner's to close. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return in.read(buffer, offset, length);
    }

    @Override
    public void close() {}
  }
}
