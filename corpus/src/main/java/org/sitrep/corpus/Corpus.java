package org.sitrep.corpus;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.sitrep.core.index.Origin;

/**
 * The articles that sources hold.
 *
 * <p>A source is a file, a folder (everything below it, in the order of the names, without what
 * begins with a dot), a pattern such as {@code articles/2025/*.txt} ({@code *}, {@code **}, {@code
 * ?}, {@code [a-z]}, <code>{a,b}</code>) or {@code -} for standard input. Every file may be
 * compressed with gzip. What a file is, its content says: a page saved as text or as HTML, records
 * as JSON Lines, or a feed (RSS or Atom). Other XML and binary files are recognised and rejected,
 * and so is, before it is opened, what is no regular file, such as a pipe.
 *
 * <p>Ids: a record's own id, else its URL, else the file's name and the record's line. An entry of
 * a feed has its {@code guid} or {@code id}, else its link, else the file's name and a digest of
 * its title and date ({@code feed.xml:9f86d081884c7d65}), since feeds move on and each entry of
 * them with them; its input is the file and the entry's number. A page's is its file's name, also
 * where the page declares an address: what a page says of itself may be wrong or shared, and two
 * copies of one address saved at two times are two articles, of which neither may be lost. A file's
 * name is the name of the folder given plus the path below it ({@code articles/2025/a.txt}), for a
 * single file its own name, whatever the working directory. A byte of it that is not UTF-8 stands
 * as {@code %E9}, and a name that itself holds this has {@code %25E9}. Standard input has no name:
 * a page or a record of it without an id of its own gets one made of a digest of its content
 * ({@code stdin:9f86d081884c7d65}), so that the same content twice is the same article and another
 * content is another.
 */
public final class Corpus {
  private static final Pattern LINE = Pattern.compile(":\\d+$");

  private final List<Source> sources;
  private final List<SourceFile> files;
  private final ReadOptions options;
  private final AtomicBoolean standardInputRead = new AtomicBoolean();

  private Corpus(List<Source> sources, List<SourceFile> files, ReadOptions options) {
    this.sources = List.copyOf(sources);
    this.files = List.copyOf(files);
    this.options = options;
  }

  /**
   * Finds the files of sources; reads nothing yet. A file that several sources name is read once,
   * as the first of them names it. A file that links lead to as well is read under its own name
   * where a source holds that, and each link is a rejection that says so.
   *
   * @param sources files, folders, patterns or {@code -}
   * @param options how to read
   * @return the corpus
   * @throws SourceException if a source is missing, holds no file or cannot be read
   * @throws IOException if a folder cannot be listed
   */
  public static Corpus open(List<String> sources, ReadOptions options) throws IOException {
    requireNonNull(options, "options");
    List<Source> found = new ArrayList<>();
    for (String source : sources) {
      found.add(Source.find(source));
    }
    List<SourceFile> all = found.stream().flatMap(s -> s.files().stream()).toList();
    Map<String, SourceFile> own = new HashMap<>();
    all.stream().filter(f -> !f.linked()).forEach(f -> own.putIfAbsent(f.origin(), f));
    all.forEach(f -> own.putIfAbsent(f.origin(), f));
    Set<String> places = new HashSet<>();
    List<SourceFile> files = new ArrayList<>();
    for (SourceFile file : all) {
      SourceFile read = Objects.requireNonNull(own.get(file.origin()));
      if (places.add(file.place())) {
        files.add(file.place().equals(read.place()) ? read : file.linkTo(read));
      }
    }
    return new Corpus(found, files, options);
  }

  /**
   * Counts the files.
   *
   * @return how many files will be read, standard input among them
   */
  public int files() {
    return files.size();
  }

  /**
   * Adds up the sizes of the files as they lie on the disk.
   *
   * @return the bytes to read; standard input counts 0
   */
  public long bytes() {
    return files.stream().mapToLong(SourceFile::bytes).sum();
  }

  /**
   * Says whether an article was read from one of these sources, be the file still there or not.
   *
   * @param origin an article's origin
   * @return true when a source is, or holds, the file that the origin names
   */
  public boolean covers(Origin origin) {
    return sources.stream().anyMatch(s -> s.covers(origin.source()));
  }

  /**
   * Says whether a file is read from these sources, under whatever name, or would be if it were
   * there: what writes to it meanwhile spoils a source.
   *
   * @param file the path of a file that need not be there
   * @return true when a source is, or holds, that file
   * @throws IOException if the file cannot be looked at
   */
  public boolean reads(Path file) throws IOException {
    List<Path> places = new ArrayList<>(List.of(Source.place(file)));
    if (Files.exists(file)) {
      places.add(file.toRealPath());
    }
    if (places.stream().anyMatch(place -> sources.stream().anyMatch(s -> s.reads(place)))) {
      return true;
    }
    long bytes = Files.isRegularFile(file) ? Files.size(file) : -1;
    for (SourceFile read : files) {
      if (read.bytes() == bytes // which leaves few to compare
          && read.path().filter(Files::exists).isPresent()
          && Files.isSameFile(read.path().get(), file)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads the sources one after the other, as the stream is asked for more; memory does not grow
   * with their size. What cannot be read as an article is a rejection, and the rest goes on; only a
   * failure of the disk ends the stream, as a {@link java.io.UncheckedIOException}. Close the
   * stream: it holds a file open.
   *
   * <p>The limits: 10 seconds for a page, record or entry (see {@link ReadOptions#timeBound}), a
   * page or feed of 16 MiB, 500,000 lines of a page saved as text, 50,000 blocks of text in an HTML
   * page, 100,000 entries in a feed, a record of 16 MiB, 64 levels of JSON, and compressed content
   * that unpacks to 200 times its size. What is over a limit is rejected, never cut.
   *
   * @return a reading for every page, every record and every entry
   * @throws IllegalStateException if standard input is a source and was read before
   */
  public Stream<Reading> readings() {
    return explanations().map(PageExplanation::reading);
  }

  /**
   * Reads the sources as {@link #readings} does and says why.
   *
   * @return an explanation for every page and every record
   * @throws IllegalStateException if standard input is a source and was read before
   */
  public Stream<PageExplanation> explanations() {
    CorpusReadings readings = open(CorpusReadings.Ahead.NOTHING);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                readings, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(
            () -> {
              try {
                readings.close();
              } catch (IOException failed) {
                throw new UncheckedIOException(failed);
              }
            });
  }

  /** Reads the files but those that are passed over. */
  CorpusReadings open(CorpusReadings.Ahead ahead) {
    boolean standardInput = files.stream().anyMatch(f -> f.path().isEmpty());
    if (standardInput && standardInputRead.getAndSet(true)) {
      throw new IllegalStateException("standard input was already read");
    }
    return new CorpusReadings(files, options, ahead);
  }

  /** How the files are read. */
  ReadOptions options() {
    return options;
  }

  /** The file of an input. */
  Optional<SourceFile> fileOf(String input) {
    String file = LINE.matcher(input).replaceFirst("");
    return files.stream()
        .filter(f -> f.input().equals(input) || f.input().equals(file))
        .findFirst();
  }
}
