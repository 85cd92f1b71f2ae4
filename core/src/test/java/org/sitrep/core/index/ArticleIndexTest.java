package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.article.Article;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchRequest;

/** What an index promises to keep, show and refuse. */
class ArticleIndexTest {
  @TempDir Path folder;

  private static Article article(String id, String title) {
    return Article.builder(id).title(title).body("Text of " + title + ".").build();
  }

  private static List<String> ids(ArticleIndex index, Query query) throws IOException {
    return index.search(SearchRequest.of(query)).hits().stream().map(Hit::id).toList();
  }

  private static Query word(String word) {
    return new Query.Term(Field.TEXT, word);
  }

  @Test
  void finds_what_was_committed_at_once_and_after_opening_again() throws IOException {
    Path path = folder.resolve("new/index");
    try (ArticleIndex index = ArticleIndex.open(path);
        ArticleWriter writer = index.newWriter()) {
      writer.put(article("a", "Frigates sail"));
      assertThat(ids(index, word("frigate"))).isEmpty();
      writer.commit();
      assertThat(ids(index, word("frigate"))).containsExactly("a");
    }
    try (ArticleIndex index = ArticleIndex.openReadOnly(path)) {
      assertThat(ids(index, word("frigate"))).containsExactly("a");
      assertThat(index.find("a")).contains(article("a", "Frigates sail"));
    }
  }

  @Test
  void drops_what_was_not_committed() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      try (ArticleWriter writer = index.newWriter()) {
        writer.put(article("a", "Kept"));
        writer.commit();
        writer.put(article("b", "Lost"));
        writer.delete("a");
      }
      assertThat(ids(index, new Query.All())).containsExactly("a");
    }
  }

  @Test
  void replaces_the_article_with_the_same_id() throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      writer.put(article("a", "First"));
      writer.commit();
      writer.put(article("a", "Second"));
      writer.commit();
      assertThat(ids(index, new Query.All())).containsExactly("a");
      assertThat(index.find("a").orElseThrow().title()).isEqualTo("Second");
      assertThat(ids(index, word("first"))).isEmpty();
    }
  }

  @Test
  void deletes_by_id_and_is_content_where_there_is_nothing_to_delete() throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      writer.put(article("a", "One"));
      writer.put(article("b", "Two"));
      writer.commit();
      writer.delete("a");
      writer.delete("never there");
      writer.commit();
      assertThat(ids(index, new Query.All())).containsExactly("b");
      assertThat(index.find("a")).isEmpty();
    }
  }

  @Test
  void gives_the_articles_in_the_order_of_their_last_change() throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      for (String id : List.of("a", "b", "c")) {
        writer.put(article(id, "Title " + id));
      }
      writer.commit();
      writer.put(article("a", "Changed"));
      writer.commit();
      try (Stream<Article> articles = index.articles()) {
        assertThat(articles.map(Article::id)).containsExactly("b", "c", "a");
      }
    }
  }

  @Test
  void lets_in_one_writer_at_a_time() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleIndex other = ArticleIndex.open(folder)) {
      try (ArticleWriter writer = index.newWriter()) {
        assertThatThrownBy(index::newWriter)
            .isInstanceOfSatisfying(
                IndexException.class,
                e -> assertThat(e.reason()).isEqualTo(IndexException.Reason.LOCKED));
        assertThatThrownBy(other::newWriter)
            .isInstanceOf(IndexException.class)
            .hasMessageContaining(folder.toString());
        writer.commit();
      }
      other.newWriter().close();
    }
  }

  @Test
  void shows_another_objects_commit_within_a_second() throws Exception {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleIndex other = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      assertThat(ids(other, new Query.All())).isEmpty();
      writer.put(article("a", "Seen"));
      writer.commit();
      long deadline = System.nanoTime() + 1_000_000_000L;
      while (ids(other, new Query.All()).isEmpty() && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertThat(ids(other, new Query.All())).containsExactly("a");
    }
  }

  @Test
  void takes_a_folder_that_is_missing_or_empty_for_an_empty_index() throws IOException {
    for (Path path : List.of(folder, folder.resolve("missing"))) {
      try (ArticleIndex index = ArticleIndex.openReadOnly(path)) {
        assertThat(ids(index, new Query.All())).isEmpty();
        assertThat(index.find("a")).isEmpty();
        assertThat(index.size()).isZero();
        assertThat(index.stats().articles()).isZero();
        assertThat(index.verify(10, 1).passed()).isTrue();
      }
    }
    assertThat(Files.exists(folder.resolve("missing"))).isFalse();
  }

  @Test
  void takes_a_folder_without_a_commit_for_an_empty_index() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      index.newWriter().close();
    }
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      assertThat(ids(index, new Query.All())).isEmpty();
    }
  }

  @Test
  void refuses_a_folder_that_holds_something_else() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> ArticleIndex.open(folder))
        .isInstanceOfSatisfying(
            IndexException.class,
            e -> assertThat(e.reason()).isEqualTo(IndexException.Reason.NOT_AN_INDEX))
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("notes.txt");
    assertThatThrownBy(() -> ArticleIndex.open(folder.resolve("notes.txt")))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("not an index");
  }

  @Test
  void names_a_link_to_nothing() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));
    for (ThrowingCallable opened :
        List.<ThrowingCallable>of(
            () -> ArticleIndex.openReadOnly(link).close(),
            () -> ArticleIndex.open(link).newWriter().close())) {
      assertThatThrownBy(opened)
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("not an index (found: a link to what is not there)");
    }
  }

  @Test
  void names_damage() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      writer.put(article("a", "Kept"));
      writer.commit();
    }
    try (Stream<Path> files = Files.list(folder.resolve("gen-1"))) {
      for (Path file : files.filter(f -> f.toString().contains("segments_")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertThatThrownBy(() -> ArticleIndex.open(folder))
        .isInstanceOfSatisfying(
            IndexException.class,
            e -> assertThat(e.reason()).isEqualTo(IndexException.Reason.DAMAGED))
        .hasMessageContaining(folder.toString());
  }

  @Test
  void takes_a_lost_commit_for_damage_and_writes_nothing_over_it() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      writer.put(article("a", "Kept"));
      writer.commit();
    }
    Path current = folder.resolve("CURRENT");
    String generation = Files.readString(current);
    Files.delete(current);
    assertDamaged("CURRENT is missing");
    Files.writeString(current, generation);
    try (Stream<Path> files = Files.list(folder.resolve("gen-1"))) {
      for (Path file : files.filter(f -> f.toString().contains("segments_")).toList()) {
        Files.delete(file);
      }
    }
    assertDamaged("gen-1 has no commit any more");
  }

  private void assertDamaged(String what) {
    assertThatThrownBy(() -> ArticleIndex.open(folder))
        .isInstanceOfSatisfying(
            IndexException.class,
            e -> assertThat(e.reason()).isEqualTo(IndexException.Reason.DAMAGED))
        .hasMessageContaining(folder.toString())
        .hasMessageContaining(what);
  }

  @Test
  void many_threads_find_what_was_committed_while_none_asked() throws Exception {
    SearchRequest all = SearchRequest.of(new Query.All());
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter();
        ArticleIndex reader = ArticleIndex.openReadOnly(folder);
        ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int round = 1; round <= 2; round++) {
        for (int i = 0; i < 500; i++) {
          writer.put(article(round + "-" + i, "Committed"));
        }
        writer.commit();
        Thread.sleep(1_100);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Long>> totals = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          totals.add(
              threads.submit(
                  () -> {
                    start.await();
                    return reader.search(all).total();
                  }));
        }
        start.countDown();
        for (Future<Long> total : totals) {
          assertThat(total.get()).isEqualTo(500L * round);
        }
      }
    }
  }

  @Test
  void says_what_an_interrupt_does_to_an_index_opened_once() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      writer.put(article("a", "Read"));
      writer.commit();
    }
    try (ArticleIndex index = ArticleIndex.openOnce(folder)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> index.find("a"))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("interrupt")
          .hasMessageContaining(folder.toString());
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void refuses_to_write_an_index_opened_for_reading() throws IOException {
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      assertThatThrownBy(index::newWriter)
          .isInstanceOfSatisfying(
              IndexException.class,
              e -> assertThat(e.reason()).isEqualTo(IndexException.Reason.DENIED));
    }
  }

  @Test
  void keeps_what_an_article_was_read_from() throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      Origin origin = new Origin("/news/a.jsonl", "0123");
      writer.put(article("a", "Read"), origin);
      writer.put(article("b", "Made"));
      writer.commit();
      assertThat(writer.origin("a")).contains(origin);
      assertThat(writer.origin("b")).isEmpty();
      assertThat(writer.origin("c")).isEmpty();
    }
  }

  @Test
  void starts_no_writer_after_closing_and_leaves_no_lock() throws IOException {
    ArticleIndex closed = ArticleIndex.open(folder.resolve("never-made"));
    closed.close();
    assertThatThrownBy(closed::newWriter)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("index is closed");
    assertThat(Files.exists(folder.resolve("never-made"))).isFalse();
    try (ArticleIndex index = ArticleIndex.open(folder.resolve("never-made"))) {
      index.newWriter().close();
    }
  }

  @Test
  void fails_clearly_when_used_after_closing() throws IOException {
    ArticleIndex index = ArticleIndex.inMemory();
    ArticleWriter writer = index.newWriter();
    index.close();
    index.close();
    writer.close();
    assertThatThrownBy(() -> index.search(SearchRequest.of(new Query.All())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("index is closed");
    assertThatThrownBy(() -> writer.put(article("a", "Late")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("writer is closed");
  }
}
