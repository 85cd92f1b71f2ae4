package org.sitrep.bench;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.sitrep.core.article.Article;

/**
 * Prints the speed of the product beside that of Lucene alone, on Reuters' articles once and ten
 * times, all in one run; and what a cold start of the command line takes beside an empty program.
 */
public final class Speed {
  private static final int TEN_TIMES = 10;
  private static final List<String> ROWS =
      List.of("search", "values", "indexing", "reading", "start");

  private final Path shared;
  private final Path work;
  private final Map<String, Double> medians = new TreeMap<>();

  private Speed(Path shared, Path work) {
    this.shared = shared;
    this.work = work;
  }

  /**
   * Prints the table.
   *
   * @param args the folder that holds {@code data}; then, if wanted, which rows: {@code search},
   *     {@code values}, {@code indexing}, {@code reading}, {@code start}
   * @throws Exception if a file cannot be read or a program does not run
   */
  public static void main(String[] args) throws Exception {
    List<String> wanted = List.of(args).subList(Math.min(1, args.length), args.length);
    if (args.length == 0 || args[0].startsWith("-") || !ROWS.containsAll(wanted)) {
      System.err.println("usage: Speed FOLDER [" + String.join("|", ROWS) + "]...");
      System.exit(2);
    }
    Path work = Files.createTempDirectory("sitrep-speed");
    try {
      new Speed(Path.of(args[0]), work).print(wanted.isEmpty() ? ROWS : wanted);
    } finally {
      MoreFiles.deleteRecursively(work, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }

  private void print(List<String> rows) throws Exception {
    System.out.printf("%-46s %12s %12s %7s  %s%n", "", "product", "beside", "ratio", "");
    for (String row : rows) {
      switch (row) {
        case "search" -> search();
        case "indexing" -> indexing();
        case "values" -> ValueGrowth.print(work);
        case "reading" -> ReadingSpeed.print(shared, work);
        case "start" -> ColdStart.print(work);
        default -> throw new IllegalStateException("row is none of the known ones: " + row);
      }
    }
  }

  private Path reuters() {
    return shared.resolve("data/reuters/reuters.jsonl.gz");
  }

  private void search() throws Exception {
    List<Article> articles = Reuters.read(reuters());
    for (int times : List.of(1, TEN_TIMES)) {
      List<Article> all = new ArrayList<>();
      for (int n = 0; n < times; n++) {
        for (Article article : articles) {
          all.add(Reuters.copy(article, n));
        }
      }
      IndexingBenchmark.write(work.resolve("sitrep-" + times), all, 2);
      RawLucene.write(work.resolve("one-field-" + times), all, true, 2);
      RawLucene.write(work.resolve("field-each-" + times), all, false, 2);
    }
    measure(SearchBenchmark.class, "-D" + SearchBenchmark.INDEXES + "=" + work);
    for (String words : List.of("oil", "said", "oil OR bank", "oil price")) {
      for (int times : List.of(1, TEN_TIMES)) {
        searchRows(words, times);
      }
      double once = median("facets", words, 1);
      row("facets, ten times the articles, " + words, median("facets", words, TEN_TIMES), once, 6);
    }
    for (int times : List.of(1, TEN_TIMES)) {
      Memory.print(work.resolve("sitrep-" + times));
    }
  }

  private void searchRows(String words, int times) {
    String what = ", x%d, %s".formatted(times, words);
    double stock =
        Math.min(
            median("luceneFacetsOneField", words, times),
            median("luceneFacetsFieldEach", words, times));
    row("top 10 + 3 facets" + what, median("facets", words, times), stock, 0.5);
    double stockSideways =
        Math.min(
            median("luceneSidewaysOneField", words, times),
            median("luceneSidewaysFieldEach", words, times));
    row("sideways" + what, median("sideways", words, times), stockSideways, 0.5);
    double ten = median("top10", words, times);
    double one = median("tenth", words, times);
    // What no hit would take, from what one and ten take.
    row("ten hits, beside none read" + what, ten, one - (ten - one) / 9, 1.5);
    row("top 10" + what, ten, median("luceneTop10", words, times), Double.NaN);
  }

  private double median(String benchmark, String words, int times) {
    return median(benchmark + times + words);
  }

  private double median(String benchmark) {
    Double median = medians.get(benchmark);
    if (median == null) {
      throw new IllegalStateException("not measured: " + benchmark);
    }
    return median;
  }

  private void indexing() throws Exception {
    measure(IndexingBenchmark.class, "-D" + IndexingBenchmark.ARTICLES + "=" + reuters());
    int articles = Reuters.read(reuters()).size();
    double product = articlesPerSecond(articles, "index");
    double same = articlesPerSecond(articles, "luceneIndexSameFields");
    row("indexing the same fields, articles/s (at least)", product, same, 0.9);
    double own = articlesPerSecond(articles, "luceneIndex");
    row("indexing, Lucene with its own facets", product, own, Double.NaN);
  }

  private double articlesPerSecond(int articles, String benchmark) {
    return articles * 1000.0 / median(benchmark);
  }

  private static String[] flags(String property) {
    List<String> flags = new ArrayList<>();
    flags.add(property);
    flags.add("--enable-native-access=ALL-UNNAMED");
    flags.add("-Xmx2g");
    if (Runtime.version().feature() > 23) {
      flags.add("--sun-misc-unsafe-memory-access=allow"); // JMH's, of which it would warn each time
    }
    return flags.toArray(String[]::new);
  }

  private void measure(Class<?> benchmark, String property) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(benchmark.getName())
            .jvmArgsAppend(flags(property))
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    for (RunResult result : results) {
      String name = result.getPrimaryResult().getLabel();
      String times = result.getParams().getParam("times");
      String words = result.getParams().getParam("words");
      medians.put(
          name + (times == null ? "" : times) + (words == null ? "" : words),
          result.getPrimaryResult().getStatistics().getPercentile(50));
    }
  }

  static void row(String what, double product, double beside, double bound) {
    System.out.printf(
        Locale.ROOT,
        "%-46s %12.3f %12.3f %7.2f  %s%n",
        what,
        product,
        beside,
        product / beside,
        Double.isNaN(bound) ? "" : "(" + bound + ")");
  }

  static void fail(String what, IOException e) {
    System.out.printf("%-46s %s%n", what, e.getMessage());
  }
}
