package org.sitrep.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.article.TitleFrom;
import org.sitrep.core.index.Origin;
import org.sitrep.corpus.draft.ArticleFormatException;
import org.sitrep.corpus.draft.Derivation;
import org.sitrep.corpus.json.ArticleJson;
import org.sitrep.corpus.json.RecordReader;
import org.sitrep.corpus.page.Neighbours;
import org.sitrep.corpus.page.PageContext;
import org.sitrep.corpus.page.PageReader;
import org.sitrep.corpus.page.PageReading;

/** What one file reads as: one page, or record after record. */
final class FileReadings implements Closeable {
  /** The largest page. */
  static final int LARGEST_PAGE = 16 * 1024 * 1024;

  /** Changes when reading changes what articles hold, so that all are seen to have changed. */
  static final String READER_VERSION = "3";

  private final SourceFile file;
  private final Reader how;
  private @Nullable InputStream content;
  private @Nullable RecordLines records;
  private @Nullable RecordReader recordReader;
  private boolean ended;

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
  }

  /** Returns what the file's next page or record reads as, or empty at its end. */
  Optional<PageExplanation> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    try {
      return records == null ? first() : nextRecord();
    } catch (RejectedContentException rejected) {
      ended = true;
      return Optional.of(rejection(file.input(), String.valueOf(rejected.getMessage())));
    }
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
      case PAGE -> Optional.of(page(opened));
      case RECORDS -> {
        ended = false;
        records = new RecordLines(opened);
        recordReader =
            new RecordReader(file.name(), how.options().fields(), how.context().latest());
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

  private PageExplanation page(InputStream opened) throws IOException {
    byte[] bytes = opened.readNBytes(LARGEST_PAGE + 1);
    if (bytes.length > LARGEST_PAGE) {
      return rejection(
          file.input(), "is larger than a page may be: %d MiB".formatted(LARGEST_PAGE >> 20));
    }
    Decoded decoded = Decoded.of(bytes);
    if (decoded.text().isBlank()) {
      return rejection(file.input(), bytes.length == 0 ? "is empty" : "holds no text");
    }
    String id = file.path().isEmpty() ? ContentId.of(bytes) : file.name();
    PageReading page =
        PageReader.read(
            decoded.text(),
            new PageContext(file.name(), how.context().latest(), how.context().neighbours()));
    if (!page.article()) {
      return new PageExplanation(
          new Reading.Rejected(file.input(), "holds no article", Optional.of(id)),
          page.lines(),
          page.fields());
    }
    return new PageExplanation(article(id, page, decoded), page.lines(), page.fields());
  }

  private Reading article(String id, PageReading page, Decoded decoded) {
    ArticleBuilder article =
        Article.builder(id)
            .title(page.title(), page.titleFrom())
            .body(page.body())
            .tags(page.tags())
            .sections(page.sections())
            .authors(page.authors())
            .file(file.name());
    if (page.published().isPresent() && page.publishedFrom().isPresent()) {
      article.published(page.published().get(), page.publishedFrom().get());
    }
    page.modified().ifPresent(article::modified);
    page.source().ifPresent(article::source);
    page.url().ifPresent(article::url);
    String title = page.titleFrom() == TitleFrom.DECLARED ? page.title() : "";
    Derivation.complete(
        article, new Derivation.Text(title, page.body()), Derivation.Declared.NOTHING);
    try {
      return read(article.build(), file.input(), decoded.note().stream().toList());
    } catch (IllegalArgumentException noArticle) {
      return new Reading.Rejected(
          file.input(), String.valueOf(noArticle.getMessage()), Optional.of(id));
    }
  }

  private Reading.Read read(Article article, String input, List<String> notes) {
    return new Reading.Read(article, new Origin(file.origin(), fingerprint(article)), input, notes);
  }

  private static String fingerprint(Article article) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(READER_VERSION.getBytes(StandardCharsets.UTF_8));
      byte[] sum = digest.digest(ArticleJson.write(article).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Optional<PageExplanation> nextRecord() throws IOException {
    while (records != null && recordReader != null) {
      Optional<RecordLines.Bytes> line = records.next();
      if (line.isEmpty()) {
        ended = true;
        return Optional.empty();
      }
      if (line.get().bytes().map(FileReadings::blank).orElse(false)) {
        continue;
      }
      String input = file.input() + ":" + line.get().number();
      return Optional.of(unexplained(record(input, line.get(), recordReader)));
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
      RecordReader.Result result = reader.read(input, id, json.get());
      return read(result.article(), input, result.notes());
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
        | java.nio.file.AccessDeniedException later) {
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
