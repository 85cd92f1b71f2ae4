package org.sitrep.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.SearchRequest;

/**
 * What an index keeps on the heap after some time of searches by eight threads, in a process of its
 * own that may not have more than 256 MiB; and what it takes on the disk.
 */
final class Memory {
  private static final int THREADS = 8;
  private static final Duration LOAD = Duration.ofSeconds(20);
  private static final double MIB = 1 << 20;
  private static final List<String> WORDS =
      List.of("oil", "said", "oil OR bank", "oil price", "\"crude oil\"", "pri*", "title:bank");

  private Memory() {}

  static void print(Path index) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Memory.class.getName(),
            index.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("%s ends with %d".formatted(command, process.exitValue()));
    }
    System.out.print(said);
  }

  /**
   * Searches an index and prints what it keeps.
   *
   * @param args the folder of the index
   * @throws Exception if it cannot be searched
   */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    double before = used();
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      long searches = load(index);
      double kept = used() - before;
      long articles = index.size();
      System.out.printf(
          Locale.ROOT,
          "%,d articles after %,d searches by %d threads: %.1f MiB of heap kept, %.0f bytes an"
              + " article; %.0f MiB on the disk%n",
          articles,
          searches,
          THREADS,
          kept / MIB,
          kept / articles,
          size(folder) / MIB);
    }
  }

  private static long load(ArticleIndex index) throws Exception {
    List<SearchRequest> requests = new ArrayList<>();
    for (String words : WORDS) {
      SearchRequest request =
          SearchRequest.of(Query.parse(words))
              .facets(
                  FacetRequest.of(Facet.COUNTRY),
                  FacetRequest.of(Facet.TAG),
                  FacetRequest.of(Facet.TOPIC),
                  FacetRequest.of(DateLevel.DAY).limit(10));
      requests.add(request);
      requests.add(request.select(Facet.TAG, "usa"));
    }
    long end = System.nanoTime() + LOAD.toNanos();
    Callable<Long> searching =
        () -> {
          long done = 0;
          while (System.nanoTime() < end) {
            index.search(requests.get((int) (done % requests.size())));
            done++;
          }
          return done;
        };
    long searches = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Long>> each = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        each.add(threads.submit(searching));
      }
      for (Future<Long> one : each) {
        searches += one.get();
      }
    }
    return searches;
  }

  /** The heap in use after collection. */
  private static double used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static double size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
