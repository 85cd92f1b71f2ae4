package org.sitrep.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.sitrep.corpus.Corpus;
import org.sitrep.corpus.ReadOptions;
import org.sitrep.corpus.Reading;

/**
 * Prints how many HTML pages are read in a second, from the file to the article with its countries
 * and topics, beside how many jsoup alone parses, in turns over the same files in one run.
 */
public final class HtmlSpeed {
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 7;
  private static final double NANOS_PER_SECOND = 1e9;

  private HtmlSpeed() {}

  /**
   * Prints a line for each folder.
   *
   * @param args folders that hold HTML pages and nothing else
   * @throws IOException if a page cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("usage: HtmlSpeed FOLDER... (of HTML pages)");
      System.exit(2);
    }
    for (String folder : args) {
      measure(folder);
    }
  }

  private static void measure(String folder) throws IOException {
    List<Path> pages;
    try (Stream<Path> found = Files.walk(Path.of(folder))) {
      pages = found.filter(Files::isRegularFile).sorted().toList();
    }
    List<Long> read = new ArrayList<>();
    List<Long> parsed = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      long start = System.nanoTime();
      long articles = read(folder);
      long between = System.nanoTime();
      parse(pages);
      long end = System.nanoTime();
      if (round >= WARM_UP) {
        read.add(between - start);
        parsed.add(end - between);
      }
      if (articles != pages.size()) {
        System.err.printf("%s: %d of %d pages are articles%n", folder, articles, pages.size());
      }
    }
    double reading = pages.size() / median(read);
    double parsing = pages.size() / median(parsed);
    System.out.printf(
        "%s: %d pages; read %.0f a second, parsed by jsoup %.0f a second, ratio %.2f%n",
        folder, pages.size(), reading, parsing, reading / parsing);
  }

  private static long read(String folder) throws IOException {
    try (Stream<Reading> readings =
        Corpus.open(List.of(folder), ReadOptions.standard()).readings()) {
      return readings.filter(Reading.Read.class::isInstance).count();
    }
  }

  /** Lets jsoup tell the encoding, as it does for everyone. */
  private static void parse(List<Path> pages) throws IOException {
    for (Path page : pages) {
      try (InputStream content = Files.newInputStream(page)) {
        if (Jsoup.parse(content, null, "").childNodeSize() == 0) {
          throw new IllegalStateException("jsoup parses nothing: " + page);
        }
      }
    }
  }

  private static double median(List<Long> nanos) {
    return nanos.stream().sorted().toList().get(nanos.size() / 2) / NANOS_PER_SECOND;
  }
}
