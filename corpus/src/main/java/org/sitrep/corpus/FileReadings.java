package org.sitrep.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.corpus.draft.ArticleFormatException;
import org.sitrep.corpus.draft.Deadline;
import org.sitrep.corpus.html.HtmlReader;
import org.sitrep.corpus.html.HtmlReading;
import org.sitrep.corpus.json.RecordReader;
import org.sitrep.corpus.page.Neighbours;
import org.sitrep.corpus.page.PageContext;
import org.sitrep.corpus.page.PageReader;
import org.sitrep.corpus.page.PageReading;

/** What one file reads as: one page, or record after record, or entry after entry. */
final class FileReadings implements Closeable {
  /** The largest page. */
  static final int LARGEST_PAGE = 16 * 1024 * 1024;

  /** The most lines of a page saved as text. */
  static final int MOST_LINES = 500_000;

  private final SourceFile file;
  private final Reader how;
  private final Articles articles;
  private @Nullable InputStream content;
  private @Nullable RecordLines records;
  private @Nullable RecordReader recordReader;
  private @Nullable Iterator<Reading> entries;
  private boolean ended;

  /** What is read now: the file, or one of its records. */
  private String unit;

  /**
   * What all files are read with.
   *
   * @param options how to read
   * @param context what is known of a page beside its text; its name is replaced
   * @param opener opens the content of a file
   */
  record Reader(ReadOptions options, PageContext context, Opener opener) {}

  /** Opens the content of a file, as it lies on the disk. */
  @FunctionalInterface
  interface Opener {
    InputStream open(SourceFile file) throws IOException;
  }

  FileReadings(SourceFile file, Reader how) {
    this.file = file;
    this.how = how;
    unit = file.input();
    articles = new Articles(file);
  }

  /**
   * Returns what the file's next page or record reads as, or empty at its end. Here alone a failure
   * of a reader is caught: it costs the page or record that it failed on, not the run.
   */
  Optional<PageExplanation> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    try {
      if (entries != null) {
        return nextEntry();
      }
      return records == null ? first() : nextRecord();
    } catch (RejectedContentException rejected) {
      ended = true;
      return Optional.of(rejection(file.input(), String.valueOf(rejected.getMessage())));
    } catch (UncheckedIOException disk) {
      throw disk.getCause();
    } catch (RuntimeException | StackOverflowError failed) {
      ended = unit.equals(file.input());
      return Optional.of(rejection(unit, "could not be read: internal error " + failure(failed)));
    }
  }

  /** The kind of a failure and where it happened, for whoever mends it. */
  private static String failure(Throwable failed) {
    StackTraceElement[] trace = failed.getStackTrace();
    String place = trace.length == 0 ? "" : " in " + trace[0].getClassName();
    return failed.getClass().getSimpleName() + place;
  }

  private Optional<PageExplanation> first() throws IOException {
    ended = true;
    if (file.problem().isPresent()) {
      return Optional.of(rejection(file.input(), file.problem().get()));
    }
    InputStream opened;
    try {
      opened = Unzipped.open(how.opener().open(file));
    } catch (RejectedContentException rejected) {
      throw rejected;
    } catch (NoSuchFileException gone) {
      return Optional.of(rejection(file.input(), "is gone since the sources were listed"));
    } catch (java.nio.file.AccessDeniedException denied) {
      return Optional.of(rejection(file.input(), "cannot be read, its rights forbid it"));
    }
    content = opened;
    opened.mark(Format.LOOKED_AT);
    Format.Told told = Format.of(opened.readNBytes(Format.LOOKED_AT - 1));
    opened.reset();
    return switch (told.format()) {
      case UNREADABLE -> Optional.of(rejection(file.input(), told.reason()));
      case PAGE -> Optional.of(page(opened, false));
      case HTML -> Optional.of(page(opened, true));
      case FEED -> {
        ended = false;
        Decoded decoded = decoded(opened, true);
        entries =
            new FeedArticles(articles, () -> context(Neighbours.NONE)).read(decoded).iterator();
        yield nextEntry();
      }
      case RECORDS -> {
        ended = false;
        records = new RecordLines(opened);
        recordReader =
            new RecordReader(
                file.name(),
                how.options().fields(),
                how.context().latest(),
                how.options().fetched());
        yield nextRecord();
      }
    };
  }

  private PageExplanation rejection(String input, String reason) {
    return unexplained(new Reading.Rejected(input, reason, Optional.empty()));
  }

  private static PageExplanation unexplained(Reading reading) {
    return new PageExplanation(reading, List.of(), List.of());
  }

  /** Reads a page, in the form that its content has. */
  private PageExplanation page(InputStream opened, boolean html) throws IOException {
    Decoded decoded = decoded(opened, html);
    if (!html && decoded.text().chars().filter(c -> c == '\n').count() > MOST_LINES) {
      return rejection(file.input(), "holds more lines than a page may: %,d".formatted(MOST_LINES));
    }
    PageContext context = context(how.context().neighbours());
    try {
      if (!html) {
        PageReading page = PageReader.read(decoded.text(), context);
        return inTime(articles.page(page, decoded, Optional.empty()), context);
      }
      HtmlReading page = HtmlReader.read(decoded.text(), context);
      return inTime(articles.page(page.page(), decoded, page.language()), context);
    } catch (ArticleFormatException refused) {
      return rejection(file.input(), refused.reason());
    } catch (Deadline.PassedException late) {
      return rejection(file.input(), String.valueOf(late.getMessage()));
    }
  }

  /** What is known of an input whose reading begins now. */
  private PageContext context(Neighbours neighbours) {
    return new PageContext(
        file.name(),
        how.context().latest(),
        neighbours,
        how.options().fetched(),
        Deadline.in(how.options().timeBound()));
  }

  private static <T> T inTime(T read, PageContext context) {
    context.deadline().checkNow();
    return read;
  }

  private Decoded decoded(InputStream opened, boolean markup) throws IOException {
    byte[] bytes = opened.readNBytes(LARGEST_PAGE + 1);
    if (bytes.length > LARGEST_PAGE) {
      throw new RejectedContentException(
          "is larger than a page may be: %d MiB".formatted(LARGEST_PAGE >> 20));
    }
    Decoded decoded = markup ? Decoded.ofMarkup(bytes) : Decoded.of(bytes);
    if (decoded.text().isBlank()) {
      throw new RejectedContentException(bytes.length == 0 ? "is empty" : "holds no text");
    }
    return decoded;
  }

  private Optional<PageExplanation> nextEntry() {
    if (entries == null || !entries.hasNext()) {
      ended = true;
      return Optional.empty();
    }
    return Optional.of(unexplained(entries.next()));
  }

  private Optional<PageExplanation> nextRecord() throws IOException {
    while (records != null && recordReader != null) {
      unit = file.input();
      Optional<RecordLines.Bytes> line = records.next();
      if (line.isEmpty()) {
        ended = true;
        return Optional.empty();
      }
      if (line.get().bytes().map(FileReadings::blank).orElse(false)) {
        continue;
      }
      unit = file.input() + ":" + line.get().number();
      return Optional.of(unexplained(record(unit, line.get(), recordReader)));
    }
    return Optional.empty();
  }

  private static boolean blank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private Reading record(String input, RecordLines.Bytes line, RecordReader reader) {
    if (line.bytes().isEmpty()) {
      return new Reading.Rejected(
          input,
          "is longer than a record may be: %d MiB".formatted(RecordReader.LONGEST_RECORD >> 20),
          Optional.empty());
    }
    Optional<String> json = Decoded.utf8(line.bytes().get());
    if (json.isEmpty()) {
      return new Reading.Rejected(
          input, "is not UTF-8: " + misread(line.bytes().get()), Optional.empty());
    }
    String id =
        file.path().isEmpty()
            ? ContentId.of(line.bytes().get())
            : file.name() + ":" + line.number();
    try {
      Deadline deadline = Deadline.in(how.options().timeBound());
      RecordReader.Result result = reader.read(input, id, json.get());
      deadline.checkNow();
      return articles.read(result.article(), input, result.notes());
    } catch (Deadline.PassedException late) {
      return new Reading.Rejected(input, String.valueOf(late.getMessage()), Optional.empty());
    } catch (ArticleFormatException wrong) {
      return new Reading.Rejected(input, wrong.reason(), Optional.empty());
    }
  }

  private static String misread(byte[] line) {
    int end = Math.min(line.length, 60);
    String shown = new String(Arrays.copyOf(line, end), StandardCharsets.UTF_8);
    return "'" + org.sitrep.corpus.draft.CleanText.line(shown) + (end < line.length ? "…'" : "'");
  }

  /** Takes in what the file shows of its place, where it is a page. */
  static void collect(SourceFile file, Neighbours.Collector collector, int most)
      throws IOException {
    if (file.problem().isPresent() || file.path().isEmpty()) {
      return;
    }
    try (InputStream raw = Files.newInputStream(file.path().get());
        InputStream content = Unzipped.open(raw)) {
      byte[] bytes = content.readNBytes(most);
      if (Format.of(Arrays.copyOf(bytes, Math.min(bytes.length, Format.LOOKED_AT))).format()
          == Format.PAGE) {
        collector.add(Decoded.of(bytes).text());
      }
    } catch (RejectedContentException
        | NoSuchFileException
        | java.nio.file.AccessDeniedException
        | StackOverflowError later) {
      // Said when the file itself is read.
      return;
    }
  }

  @Override
  public void close() throws IOException {
    if (content != null) {
      content.close();
    }
  }
}
