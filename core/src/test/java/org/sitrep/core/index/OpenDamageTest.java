package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.IndexException.Reason;
import org.sitrep.core.index.store.SteadyDirectory;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Cursor;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Sort;

/** Files that somebody else cuts off or takes away while the index is open. */
class OpenDamageTest {
  private static final int ARTICLES = 600;

  /** Of how many files one is damaged: of each by itself in the long form. */
  private static final int ONE_OF = Boolean.getBoolean("sitrep.long") ? 1 : 3;

  /** After so long an index looks at its files again before it answers. */
  private static final long LOOKS_AGAIN = 300;

  private static final SearchRequest ALL =
      SearchRequest.of(new Query.All()).facets(Facet.TAG, Facet.COUNTRY, Facet.DATE).limit(20);

  @TempDir Path folder;

  private static Article article(int i) {
    return Article.builder("a" + i)
        .title("Frigate number " + i)
        .body("A frigate of the navy sails, word%d and word%d in it.".formatted(i * 7, i * 13))
        .published("2025-05-%02d".formatted(i % 28 + 1))
        .countries(i % 2 == 0 ? "UA" : "PL")
        .tags("navy", "t" + i % 70)
        .build();
  }

  @BeforeEach
  void fill() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      for (int i = 0; i < ARTICLES; i++) {
        writer.put(article(i), new Origin("source" + i % 3, "print" + i));
      }
      writer.commit();
      writer.delete("a3");
      writer.commit();
    }
  }

  private Map<Path, byte[]> some(Map<Path, byte[]> files) {
    Map<Path, byte[]> some = new LinkedHashMap<>();
    int at = 0;
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      if (at++ % ONE_OF == 0) {
        some.put(file.getKey(), file.getValue());
      }
    }
    return some;
  }

  private Map<Path, byte[]> files() throws IOException {
    Map<Path, byte[]> contents = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.endsWith("write.lock")) {
          contents.put(file, Files.readAllBytes(file));
        }
      }
    }
    return contents;
  }

  /** Cuts a file off as it lies there, so that whoever has mapped it loses its end. */
  private static void cut(Path file, long length) throws IOException {
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
      open.setLength(length);
    }
  }

  /** One of all that can be read of an index. */
  private interface Reading {
    Object of(ArticleIndex index) throws IOException;
  }

  private static final Map<String, Reading> READINGS = new LinkedHashMap<>();

  static {
    READINGS.put("search", index -> searched(index, ALL));
    READINGS.put(
        "phrase", i -> searched(i, SearchRequest.of(Query.parse("\"frigate of the navy\""))));
    READINGS.put("newest", index -> searched(index, ALL.sort(Sort.NEWEST)));
    READINGS.put("nothing", i -> searched(i, SearchRequest.of(Query.parse("frigatte"))));
    READINGS.put("suggest", index -> index.suggest("fri", 5));
    READINGS.put("explain", i -> i.explain(SearchRequest.of(Query.parse("word91")), "a13"));
    READINGS.put("find", index -> index.find("a" + (ARTICLES - 1)));
    READINGS.put("story", index -> index.story("a7"));
    READINGS.put("stories", ArticleIndex::stories);
    READINGS.put("articles", OpenDamageTest::articles);
    READINGS.put("size", ArticleIndex::size);
    READINGS.put("stats", ArticleIndex::stats);
    READINGS.put("verify", index -> index.verify(3, 1).passed() || index.size() < 0);
  }

  private static Object searched(ArticleIndex index, SearchRequest request) throws IOException {
    var results = index.search(request);
    return List.of(results.total(), results.hits(), results.facets());
  }

  private static Object articles(ArticleIndex index) throws IOException {
    try (Stream<Article> articles = index.articles()) {
      return articles.toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void assertNamed(IndexException e) {
    assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
    assertThat(e).hasMessageContaining("index " + folder).hasMessageContaining("restore");
  }

  private void assertNamesTheDamage(Path file, ArticleIndex index) {
    READINGS.forEach(
        (name, reading) ->
            assertThatThrownBy(() -> reading.of(index))
                .as("%s of %s", name, file)
                .isInstanceOfSatisfying(IndexException.class, this::assertNamed));
  }

  /** To nothing, and to what is no multiple of a page, behind which a mapping reads zeros. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4})
  void a_file_that_is_cut_off_is_named_and_read_again_when_it_is_restored(double left)
      throws Exception {
    Map<String, Object> right = new LinkedHashMap<>();
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      for (Map.Entry<String, Reading> reading : READINGS.entrySet()) {
        right.put(reading.getKey(), reading.getValue().of(index));
      }
      for (Map.Entry<Path, byte[]> file : some(files()).entrySet()) {
        cut(file.getKey(), (long) (file.getValue().length * left));
        Thread.sleep(LOOKS_AGAIN);
        assertNamesTheDamage(file.getKey(), index);
        Files.write(file.getKey(), file.getValue());
        for (Map.Entry<String, Reading> reading : READINGS.entrySet()) {
          assertThat(reading.getValue().of(index))
              .as("%s of %s", reading.getKey(), file.getKey())
              .isEqualTo(right.get(reading.getKey()));
        }
      }
    }
    Resources.assertNoneHeld(folder);
  }

  /** Before the index looks at its files again, and so in the middle of a search. */
  @Test
  void what_is_read_behind_the_end_of_a_file_fails_by_its_name_at_once() throws Exception {
    Map<Path, byte[]> files = files();
    for (Map.Entry<String, Reading> reading : READINGS.entrySet()) {
      try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
        for (Path file : files.keySet()) {
          if (file.startsWith(folder.resolve("gen-1"))) {
            cut(file, 0);
          }
        }
        try {
          reading.getValue().of(index);
          assertThat(reading.getKey()).isEqualTo("size"); // which takes no reading
        } catch (IndexException e) {
          assertNamed(e);
        }
      }
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        Files.write(file.getKey(), file.getValue());
      }
    }
  }

  @Test
  void a_file_that_is_taken_away_is_named() throws Exception {
    for (Map.Entry<Path, byte[]> file : some(files()).entrySet()) {
      try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
        Files.delete(file.getKey());
        Thread.sleep(LOOKS_AGAIN);
        assertNamesTheDamage(file.getKey(), index);
      }
      Files.write(file.getKey(), file.getValue());
    }
  }

  @Test
  void a_writer_names_the_damage_and_writes_nothing_more() throws Exception {
    Map<Path, byte[]> files = files();
    for (String what : List.of("origin", "source", "commit")) {
      try (ArticleIndex index = ArticleIndex.open(folder)) {
        try (ArticleWriter writer = index.newWriter()) {
          files.keySet().stream()
              .filter(file -> file.startsWith(folder.resolve("gen-1")))
              .filter(file -> !file.getFileName().toString().startsWith("segments"))
              .forEach(OpenDamageTest::empty);
          assertThatThrownBy(
                  () -> {
                    switch (what) {
                      case "origin" -> writer.origin("a5");
                      case "source" -> writer.source("source1");
                      default -> {
                        writer.put(article(5));
                        writer.commit();
                      }
                    }
                  })
              .as(what)
              .isInstanceOfSatisfying(IndexException.class, this::assertNamed);
        }
      }
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        Files.write(file.getKey(), file.getValue());
      }
    }
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      assertThat(index.size()).isEqualTo(ARTICLES - 1);
      assertThat(index.verify(2, 1).passed()).isTrue();
    }
  }

  private static void empty(Path file) {
    try {
      cut(file, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder whose files take their time, once told so. */
  private static final class Slow extends FilterDirectory {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile boolean slow;

    Slow(Path path) throws IOException {
      super(SteadyDirectory.open(path));
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
      try {
        if (slow) {
          asked.countDown();
          assertThat(answered.await(20, TimeUnit.SECONDS)).isTrue();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return super.openInput(name, context);
    }
  }

  @Test
  void searches_do_not_wait_for_the_one_that_opens_what_is_new() throws Exception {
    Slow files = new Slow(folder.resolve("gen-1"));
    try (ExecutorService threads = Executors.newFixedThreadPool(1);
        ArticleIndex index = ArticleIndex.open(folder, path -> files);
        ArticleIndex other = ArticleIndex.open(folder);
        ArticleWriter writer = other.newWriter()) {
      writer.put(article(ARTICLES));
      writer.commit();
      Thread.sleep(LOOKS_AGAIN);
      files.slow = true;
      Future<Long> opening = threads.submit(() -> index.search(ALL).total());
      try {
        assertThat(files.asked.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(index.search(ALL).total()).isEqualTo(ARTICLES - 1);
      } finally {
        files.answered.countDown();
      }
      assertThat(opening.get()).isEqualTo(ARTICLES);
    }
  }

  @Test
  void the_next_page_of_a_search_by_relevance_looks_at_the_files_too() throws Exception {
    Path largest =
        files().entrySet().stream()
            .max(Comparator.comparingInt(file -> file.getValue().length))
            .orElseThrow()
            .getKey();
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      SearchRequest frigates = SearchRequest.of(Query.parse("frigate navy")).limit(5);
      Cursor next = index.search(frigates).next().orElseThrow();
      cut(largest, Files.size(largest) - 1);
      Thread.sleep(LOOKS_AGAIN);
      assertThatThrownBy(() -> index.search(frigates.after(next)))
          .isInstanceOfSatisfying(
              IndexException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
    }
  }

  @Test
  void what_a_later_commit_wrote_of_a_segment_that_is_known_is_compared_as_well() throws Exception {
    try (ArticleIndex reader = ArticleIndex.open(folder)) {
      assertThat(reader.search(ALL).total()).isEqualTo(ARTICLES - 1);
      Set<Path> before = files().keySet();
      try (ArticleIndex index = ArticleIndex.open(folder);
          ArticleWriter writer = index.newWriter()) {
        writer.markRead("source1", "state");
        writer.commit();
      }
      Map<Path, byte[]> written = files();
      written.keySet().removeAll(before);
      Path values =
          written.keySet().stream()
              .filter(file -> file.toString().endsWith(".dvd"))
              .findFirst()
              .orElseThrow();
      byte[] flipped = Files.readAllBytes(values);
      flipped[flipped.length / 2] ^= 1;
      Files.write(values, flipped);
      Thread.sleep(LOOKS_AGAIN);
      assertThatThrownBy(() -> reader.search(ALL))
          .isInstanceOfSatisfying(
              IndexException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
    }
  }

  @Test
  void a_writer_of_an_index_that_is_gone_makes_no_folder_in_its_place(@TempDir Path other)
      throws Exception {
    Path moved = other.resolve("moved");
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      Files.move(folder, moved);
      assertThatThrownBy(index::newWriter)
          .isInstanceOfSatisfying(
              IndexException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
      assertThat(folder).doesNotExist();
      Files.move(moved, folder);
      assertThat(index.search(ALL).total()).isEqualTo(ARTICLES - 1);
    }
  }
}
