package org.sitrep.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.sitrep.core.article.Article;

/** Reads sources of tests as an application does, on a day in 2026. */
public final class Sources {
  private static final ReadOptions OPTIONS =
      ReadOptions.standard()
          .withClock(Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC));

  private Sources() {}

  /** The readings of a file or folder. */
  public static List<Reading> read(Path source) throws IOException {
    try (Stream<Reading> readings = Corpus.open(List.of(source.toString()), OPTIONS).readings()) {
      return readings.toList();
    }
  }

  /** The readings of a content under a name. */
  public static List<Reading> read(Path folder, String name, byte[] content) throws IOException {
    return read(Files.write(folder.resolve(name), content));
  }

  /** The explanations of a file. */
  public static List<PageExplanation> explain(Path source) throws IOException {
    try (Stream<PageExplanation> readings =
        Corpus.open(List.of(source.toString()), OPTIONS).explanations()) {
      return readings.toList();
    }
  }

  /** A file among the resources. */
  public static Path resource(String name) {
    return Path.of("src/test/resources", name);
  }

  /** The articles of a file or folder; a rejection fails. */
  public static List<Article> articles(Path source) {
    try {
      return read(source).stream().map(Sources::article).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The article of a reading that is one. */
  public static Article article(Reading reading) {
    return switch (reading) {
      case Reading.Read read -> read.article();
      case Reading.Rejected rejected -> throw new AssertionError(rejected.message());
    };
  }

  /** Why a reading is no article. */
  public static String reason(Reading reading) {
    return switch (reading) {
      case Reading.Read read -> throw new AssertionError("was read: " + read.article());
      case Reading.Rejected rejected -> rejected.reason();
    };
  }
}
