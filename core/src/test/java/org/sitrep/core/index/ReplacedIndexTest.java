package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.SearchRequest;

/** Another index is put in the place of one that is open, or the index is closed meanwhile. */
class ReplacedIndexTest {
  @TempDir Path temporary;

  private Path folder = Path.of("");
  private Path other = Path.of("");

  @BeforeEach
  void make() throws IOException {
    folder = temporary.resolve("index");
    other = temporary.resolve("other");
    fill(folder, "frigate", 5);
    fill(other, "corvette", 9);
  }

  private static void fill(Path path, String word, int articles) throws IOException {
    try (ArticleIndex index = ArticleIndex.open(path);
        ArticleWriter writer = index.newWriter()) {
      for (int i = 0; i < articles; i++) {
        writer.put(Article.builder(word + i).title(word).build());
        writer.commit();
      }
    }
  }

  private void replace() throws IOException {
    MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    Files.move(other, folder);
  }

  private static long count(ArticleIndex index, String word) throws IOException {
    return index.search(SearchRequest.of(Query.parse(word))).total();
  }

  /** Closes a writer that may say once more what it has noticed. */
  private static void close(ArticleWriter writer) throws IOException {
    try {
      writer.close();
    } catch (IndexException e) {
      assertThat(e).hasMessageContaining("was replaced");
    }
  }

  /** With as many commits as the first, and with more. */
  @ParameterizedTest
  @ValueSource(ints = {5, 9})
  void is_seen_within_a_second(int articles) throws Exception {
    other = temporary.resolve("another");
    fill(other, "corvette", articles);
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      assertThat(count(index, "frigate")).isEqualTo(5);

      replace();
      Thread.sleep(1_000);

      assertThat(count(index, "frigate")).isZero();
      assertThat(count(index, "corvette")).isEqualTo(articles);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_writer_of_the_last_one_leaves_it_alone(boolean hasWritten) throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      ArticleWriter writer = index.newWriter();
      if (hasWritten) {
        writer.put(Article.builder("new").title("frigate").build());
      }
      replace();

      if (hasWritten) {
        assertThatThrownBy(writer::commit)
            .isInstanceOf(IndexException.class)
            .hasMessageContaining("was replaced");
      }
      close(writer);
    }
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      assertThat(index.verify(10, 1).passed()).isTrue();
      assertThat(count(index, "corvette")).isEqualTo(9);
      index.newWriter().close();
    }
  }

  @Test
  void a_writer_whose_lock_was_deleted_leaves_it_alone() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      ArticleWriter writer = index.newWriter();
      Files.delete(folder.resolve("write.lock"));

      assertThatThrownBy(
              () -> {
                writer.put(Article.builder("new").title("frigate").build());
                writer.commit();
              })
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("write.lock");
      close(writer);
      assertThat(count(index, "frigate")).isEqualTo(5);
    }
  }

  @Test
  void searches_under_way_finish_when_it_is_closed() throws Exception {
    for (int round = 0; round < 20; round++) {
      ArticleIndex index = ArticleIndex.open(folder);
      AtomicBoolean closed = new AtomicBoolean();
      try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
        List<Future<?>> searches = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          searches.add(
              threads.submit(
                  () -> {
                    while (!closed.get()) {
                      assertThat(count(index, "frigate OR corvette*")).isEqualTo(5);
                    }
                    return null;
                  }));
        }
        Thread.sleep(5);
        index.close();
        closed.set(true);
        for (Future<?> search : searches) {
          try {
            search.get();
          } catch (ExecutionException e) {
            assertThat(e.getCause()).hasMessage("index is closed"); // one that began after
          }
        }
      }
    }
  }

  @Test
  void an_interrupted_check_says_so_and_stays_interrupted() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(() -> index.verify(10, 1)).isInstanceOf(SearchCancelledException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
      } finally {
        Thread.interrupted();
      }
    }
  }
}
