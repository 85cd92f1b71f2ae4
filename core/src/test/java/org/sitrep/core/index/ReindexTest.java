package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.store.CommitData;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.vocabulary.Aliases;

/** An index is rebuilt from its own records, at one instant for those who read it. */
class ReindexTest {
  private static final long SEED = Long.getLong("sitrep.seed", 20_260_720);
  private static final boolean LONG = Boolean.getBoolean("sitrep.long");
  private static final String BODY =
      "A frigate of the navy has sailed from its harbour into the sea to meet two other ships.";
  private static final SearchRequest ALL =
      SearchRequest.of(new Query.All()).limit(1000).snippets(0).facets(Facet.TAG, Facet.DATE);

  @TempDir Path folder;

  private static Article article(int i) {
    return Article.builder("a" + i)
        .title("Frigate " + i)
        .body(i % 10 == 0 ? BODY : "a%d b%d c%d d%d e%d f%d".replace("%d", "x" + i))
        .tags("navy", "t" + i % 3)
        .published("2025-05-%02d".formatted(i % 28 + 1))
        .build();
  }

  private Path filled(String name) throws IOException {
    Path path = folder.resolve(name);
    try (ArticleIndex index = ArticleIndex.open(path, FaultyStorage.sound());
        ArticleWriter writer = index.newWriter()) {
      for (int i = 0; i < 60; i++) {
        writer.put(article(i), new Origin("file" + i % 2, "print" + i));
        if (i % 20 == 19) {
          writer.commit();
        }
      }
      writer.delete("a7");
      writer.markRead("file0", "state of file0");
      writer.commit();
    }
    return path;
  }

  /** Writes another version or analysis into the commit. */
  private static void disguise(Path path, int schema, String analysis) throws IOException {
    CommitData ours = CommitData.of(62, 59, Aliases.standard());
    try (Directory files = FSDirectory.open(path.resolve("gen-1"));
        IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
      writer.setLiveCommitData(
          new CommitData(
                  Integer.toString(schema),
                  analysis,
                  ours.lucene(),
                  ours.nextSequence(),
                  ours.articles(),
                  ours.aliases())
              .userData());
      writer.commit();
    }
  }

  private static List<String> entries(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void assertRebuilt(ArticleIndex index) throws IOException {
    assertThat(index.verify(20, SEED).passed()).isTrue();
    try (Stream<Article> articles = index.articles()) {
      assertThat(articles.map(Article::id).toList())
          .hasSize(59)
          .startsWith("a0", "a1", "a2")
          .endsWith("a58", "a59")
          .doesNotContain("a7");
    }
    assertThat(index.find("a8")).contains(article(8));
    assertThat(index.story("a10").orElseThrow().articles()).hasSize(6);
    try (ArticleWriter writer = index.newWriter()) {
      assertThat(writer.origin("a8")).contains(new Origin("file0", "print8"));
      assertThat(writer.source("file0").state()).contains("state of file0");
      assertThat(writer.source("file1").state()).isEmpty();
      assertThat(writer.source("file1").articles()).hasSize(29);
    }
  }

  @Test
  void an_older_schema_or_another_analysis_is_refused_until_it_is_rebuilt() throws IOException {
    Path older = filled("older");
    disguise(older, Schema.VERSION - 1, "words-1");
    Path other = filled("other");
    disguise(other, Schema.VERSION, "words-0");
    for (Path path : List.of(older, other)) {
      assertThatThrownBy(() -> ArticleIndex.open(path))
          .isInstanceOfSatisfying(
              IndexException.class,
              e -> assertThat(e.reason()).isEqualTo(IndexException.Reason.OTHER_VERSION))
          .hasMessageContaining("index " + path)
          .hasMessageContaining("sitrep reindex");
      assertThat(ArticleIndex.reindex(path)).isEqualTo(59);
      assertThat(entries(path)).containsExactly("CURRENT", "gen-2", "write.lock");
      try (ArticleIndex index = ArticleIndex.open(path)) {
        assertRebuilt(index);
      }
      Resources.assertNoneHeld(path);
    }
  }

  @Test
  void a_newer_schema_is_refused_by_name_and_left_alone() throws IOException {
    Path newer = filled("newer");
    disguise(newer, Schema.VERSION + 1, "words-1");
    for (int i = 0; i < 2; i++) {
      boolean open = i == 0;
      assertThatThrownBy(() -> openOrReindex(newer, open))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("a newer version of the library")
          .hasMessageContaining("use that version");
    }
    assertThat(entries(newer)).containsExactly("CURRENT", "gen-1", "write.lock");
  }

  private static void openOrReindex(Path path, boolean open) throws IOException {
    if (open) {
      ArticleIndex.open(path).close();
    } else {
      ArticleIndex.reindex(path);
    }
  }

  @Test
  void readers_go_on_and_move_to_the_new_generation_by_themselves() throws Exception {
    Path path = filled("read");
    try (ArticleIndex reader = ArticleIndex.openReadOnly(path)) {
      AtomicBoolean done = new AtomicBoolean();
      Thread searching =
          new Thread(
              () -> {
                while (!done.get()) {
                  try {
                    assertThat(reader.search(ALL).total()).isEqualTo(59);
                    assertThat(reader.find("a3")).isPresent();
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                }
              });
      Throwable[] failed = new Throwable[1];
      searching.setUncaughtExceptionHandler((thread, e) -> failed[0] = e);
      searching.start();
      for (int i = 0; i < 5; i++) {
        ArticleIndex.reindex(path);
      }
      done.set(true);
      searching.join();
      assertThat(failed[0]).isNull();
      assertThat(entries(path)).containsExactly("CURRENT", "gen-6", "write.lock");
      try (ArticleIndex index = ArticleIndex.open(path);
          ArticleWriter writer = index.newWriter()) {
        writer.put(article(100));
        writer.commit();
      }
      long end = System.nanoTime() + 1_000_000_000L;
      while (reader.search(ALL).total() == 59 && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      assertThat(reader.search(ALL).total()).isEqualTo(60);
      assertThat(Resources.files(path)).noneMatch(file -> file.contains("gen-1/"));
    }
    Resources.assertNoneHeld(path);
  }

  @Test
  void a_fault_at_any_call_leaves_the_old_generation_or_the_new_one_whole() throws IOException {
    FaultyStorage sound = FaultyStorage.sound();
    ArticleIndex.reindex(filled("sound"), sound);
    long[] calls =
        LONG
            ? LongStream.rangeClosed(1, sound.calls()).toArray()
            : new Random(SEED).longs(8, 1, sound.calls()).toArray();
    for (long call : calls) {
      Path path = filled("fault" + call);
      try {
        ArticleIndex.reindex(path, FaultyStorage.failingAt(call));
      } catch (IndexException e) {
        assertThat(e.getMessage()).contains(FaultyStorage.ERROR).contains("index " + path);
        assertThat(halfGenerations(path)).as("fault at call %d", call).isEmpty();
      }
      Resources.assertNoneHeld(path);
      SearchResults found;
      try (ArticleIndex index = ArticleIndex.open(path)) {
        found = index.search(ALL);
        assertRebuilt(index);
      }
      assertThat(found.total()).as("fault at call %d", call).isEqualTo(59);
      ArticleIndex.reindex(path);
      assertThat(entries(path)).hasSize(3);
    }
  }

  /** The generations that hold no commit. */
  private static List<Path> halfGenerations(Path path) throws IOException {
    List<Path> half = new ArrayList<>();
    try (DirectoryStream<Path> generations = Files.newDirectoryStream(path, "gen-*")) {
      for (Path generation : generations) {
        try (Directory files = FSDirectory.open(generation)) {
          if (!DirectoryReader.indexExists(files)) {
            half.add(generation);
          }
        }
      }
    }
    return half;
  }

  @Test
  void nothing_is_made_where_there_is_no_index_and_a_writer_keeps_it_out() throws IOException {
    assertThat(ArticleIndex.reindex(folder.resolve("missing"))).isZero();
    assertThat(folder.resolve("missing")).doesNotExist();
    Path path = filled("written");
    try (ArticleIndex index = ArticleIndex.open(path);
        ArticleWriter writer = index.newWriter()) {
      assertThatThrownBy(() -> ArticleIndex.reindex(path))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("is being written by another writer");
      writer.put(article(1));
      writer.commit();
    }
  }
}
