package org.sitrep.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;
import org.sitrep.corpus.Corpus;
import org.sitrep.corpus.CorpusIndexer;
import org.sitrep.corpus.ReadOptions;
import org.sitrep.corpus.Reading;

/** What it takes to read and index saved text pages, beside the same articles as records. */
final class ReadingSpeed {
  private static final int COPIES = 10;
  private static final int RUNS = 5;

  private ReadingSpeed() {}

  static void print(Path shared, Path work) throws Exception {
    Path pages = Files.createDirectories(work.resolve("pages"));
    Path saved = shared.resolve("data/extract/article-extraction/text");
    for (Path page : list(saved)) {
      byte[] text;
      try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(page))) {
        text = in.readAllBytes();
      }
      for (int i = 0; i < COPIES; i++) {
        Files.write(
            pages.resolve(i + "-" + page.getFileName().toString().replace(".gz", "")), text);
      }
    }
    Path records = work.resolve("records.jsonl");
    writeRecords(pages, records);
    double text = Double.MAX_VALUE;
    double json = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      text = Math.min(text, index(pages, work.resolve("text-" + run)));
      json = Math.min(json, index(records, work.resolve("json-" + run)));
    }
    Speed.row("text pages, beside records of them, ms", text, json, 3);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Leaves the records what reading leaves them: title, body and date, and all else to derive. */
  private static void writeRecords(Path pages, Path records) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Reading> readings =
        Corpus.open(List.of(pages.toString()), ReadOptions.standard()).readings()) {
      readings.forEach(
          reading -> {
            if (reading instanceof Reading.Read read) {
              lines.add(record(read.article()));
            }
          });
    }
    Files.write(records, lines);
  }

  private static String record(Article article) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("id", article.id());
      json.writeStringField("title", article.title());
      json.writeStringField("body", article.body());
      if (article.published().isPresent()) {
        json.writeStringField("published", article.published().get().toString());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return line.toString();
  }

  private static double index(Path source, Path folder) throws IOException {
    long started = System.nanoTime();
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      CorpusIndexer.index(
          Corpus.open(List.of(source.toString()), ReadOptions.standard()),
          writer,
          (entry, progress) -> {});
    }
    return (System.nanoTime() - started) / 1e6;
  }
}
