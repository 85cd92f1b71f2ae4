package org.sitrep.bench;

import static java.util.Objects.requireNonNull;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;

/**
 * Indexing of Reuters' articles, which are in memory already, by two threads to a commit. Run by
 * {@link Speed}, which names the file in the property {@code sitrep.bench.reuters}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 6)
@Measurement(iterations = 5, time = 6)
@Fork(1)
public class IndexingBenchmark {
  static final String ARTICLES = "sitrep.bench.reuters";
  private static final int THREADS = 2;

  private List<Article> articles = List.of();
  private @Nullable Path folder;

  /** Made by JMH. */
  public IndexingBenchmark() {}

  /**
   * Reads the articles.
   *
   * @throws IOException if they cannot be read
   */
  @Setup(Level.Trial)
  public void read() throws IOException {
    articles = Reuters.read(Path.of(requireNonNull(System.getProperty(ARTICLES), ARTICLES)));
  }

  /**
   * Makes an empty folder.
   *
   * @throws IOException if the disk does not take it
   */
  @Setup(Level.Invocation)
  public void makeFolder() throws IOException {
    folder = Files.createTempDirectory("sitrep-bench");
  }

  /**
   * Deletes the folder.
   *
   * @throws IOException if it cannot be deleted
   */
  @TearDown(Level.Invocation)
  public void deleteFolder() throws IOException {
    MoreFiles.deleteRecursively(requireNonNull(folder), RecursiveDeleteOption.ALLOW_INSECURE);
  }

  /**
   * By the product, with stories.
   *
   * @throws Exception if the disk fails
   */
  @Benchmark
  public void index() throws Exception {
    write(requireNonNull(folder), articles, THREADS);
  }

  static void write(Path folder, List<Article> articles, int threads) throws Exception {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      Threads.each(articles, threads, writer::put);
      writer.commit();
    }
  }

  /**
   * By Lucene alone, with facets in one field.
   *
   * @throws Exception if the disk fails
   */
  @Benchmark
  public void luceneIndex() throws Exception {
    RawLucene.write(requireNonNull(folder), articles, true, THREADS);
  }

  /**
   * By Lucene alone, with all the fields that the product writes.
   *
   * @throws Exception if the disk fails
   */
  @Benchmark
  public void luceneIndexSameFields() throws Exception {
    RawLucene.writeSameFields(requireNonNull(folder), articles, THREADS);
  }
}
