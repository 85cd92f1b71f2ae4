package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.SearchRequest;

/** Threads are interrupted, at any moment: that ends a search, and harms nothing else. */
class InterruptTest {
  private static final long SEED = Long.getLong("sitrep.seed", 20_260_722);
  private static final SearchRequest ALL =
      SearchRequest.of(new Query.All()).facets(Facet.TAG).limit(20);

  @TempDir Path folder;

  private static Article article(int i) {
    return Article.builder("a" + i).title("Frigate " + i).body("Body " + i).tags("navy").build();
  }

  private static void fill(ArticleWriter writer, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      writer.put(article(i));
    }
    writer.commit();
  }

  @Test
  void a_search_in_an_interrupted_thread_is_cancelled_and_the_thread_stays_interrupted()
      throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      fill(writer, 0, 50);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> index.search(ALL))
          .isInstanceOf(SearchCancelledException.class)
          .hasMessage("search was cancelled: its thread was interrupted");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(index.search(ALL).total()).isEqualTo(50);
    }
  }

  @Test
  void all_else_completes_in_an_interrupted_thread() throws IOException {
    Thread.currentThread().interrupt();
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      fill(writer, 0, 50);
      writer.delete("a3");
      writer.commit();
      assertThat(index.find("a2")).contains(article(2));
      assertThat(index.find("a3")).isEmpty();
    }
    assertThat(ArticleIndex.reindex(folder)).isEqualTo(49);
    assertThat(Thread.interrupted()).isTrue();
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      assertThat(index.verify(5, SEED).passed()).isTrue();
      assertThat(index.search(ALL).total()).isEqualTo(49);
    }
    Resources.assertNoneHeld(folder);
  }

  @Test
  void interrupts_amid_hundreds_of_searches_and_commits_harm_no_other() throws Exception {
    Random random = new Random(SEED);
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger cancelled = new AtomicInteger();
    AtomicReference<Throwable> failed = new AtomicReference<>();
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      fill(writer, 0, 500);
    }
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleIndex other = ArticleIndex.openReadOnly(folder);
        ArticleWriter writer = index.newWriter()) {
      Thread[] threads = new Thread[4];
      for (int i = 0; i < threads.length; i++) {
        int number = i;
        threads[i] =
            new Thread(
                () -> {
                  try {
                    for (int n = 0; !done.get(); n++) {
                      if (number == 0) {
                        writer.put(article(n % 500));
                        writer.commit();
                      } else {
                        cancelled.addAndGet(search(number == 1 ? other : index));
                      }
                    }
                  } catch (IOException | AssertionError | RuntimeException e) {
                    failed.compareAndSet(null, e);
                  }
                });
        threads[i].start();
      }
      for (int i = 0; i < 400 && failed.get() == null; i++) {
        threads[random.nextInt(threads.length)].interrupt();
        Thread.sleep(Duration.ofMillis(random.nextInt(4)));
      }
      done.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(failed.get()).as("seed %d", SEED).isNull();
      assertThat(cancelled).hasPositiveValue();
      assertThat(index.search(ALL).total()).isEqualTo(500);
      assertThat(other.search(ALL).total()).isEqualTo(500);
      assertThat(index.verify(5, SEED).passed()).isTrue();
    }
    Resources.assertNoneHeld(folder);
  }

  private static int search(ArticleIndex index) throws IOException {
    try {
      assertThat(index.search(ALL).total()).isEqualTo(500);
      return 0;
    } catch (SearchCancelledException e) {
      assertThat(Thread.interrupted()).isTrue();
      return 1;
    }
  }

  @Test
  void a_long_search_ends_soon_after_its_future_is_cancelled() throws Exception {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter();
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      fill(writer, 0, 2_000);
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      CountDownLatch searched = new CountDownLatch(1);
      Future<?> searches =
          threads.submit(
              () -> {
                try {
                  while (true) {
                    index.search(ALL.limit(1000));
                    searched.countDown();
                  }
                } catch (IOException e) {
                  thrown.set(e);
                }
              });
      assertThat(searched.await(10, TimeUnit.SECONDS)).isTrue();
      searches.cancel(true);
      threads.shutdown();
      assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
      assertThat(thrown.get()).isInstanceOf(SearchCancelledException.class);
    }
  }
}
