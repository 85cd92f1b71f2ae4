package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.IndexException.Reason;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;

/**
 * A disk that fails or is full at any moment of an index's life: the index stays at its last
 * commit, says what happened, and goes on when the disk does.
 */
class DiskFailureTest {
  private static final boolean LONG = Boolean.getBoolean("sitrep.long");
  private static final long SEED = Long.getLong("sitrep.seed", 20_260_718);
  private static final int COMMITS = 12;

  /** How many moments the ordinary form of each test tries. */
  private static final int POINTS = 10;

  /** How much of a sound life a life is sure to reach: merges come when they come. */
  private static final double REACHED = 0.8;

  @TempDir Path folder;

  /** What a life of the index has come to. */
  private static final class Life {
    private Set<String> committed = new TreeSet<>();
    private Set<String> underWay = new TreeSet<>();

    void begin(ArticleWriter writer, int round) throws IOException {
      underWay = new TreeSet<>(committed);
      for (int i = 0; i < 2; i++) {
        String id = "r%d-%d".formatted(round, i);
        writer.put(article(id));
        underWay.add(id);
      }
      writer.put(article("again"));
      underWay.add("again");
      if (round > 2) {
        String id = "r%d-0".formatted(round - 2);
        writer.delete(id);
        underWay.remove(id);
      }
    }

    void commit(ArticleWriter writer) throws IOException {
      writer.commit();
      committed = underWay;
    }

    void run(Path path, FaultyStorage storage) throws IOException {
      try (ArticleIndex index = ArticleIndex.open(path, storage)) {
        try (ArticleWriter writer = index.newWriter()) {
          for (int round = 0; round < COMMITS; round++) {
            begin(writer, round);
            commit(writer);
            assertThat(ids(index)).isEqualTo(committed);
          }
          writer.put(article("never committed"));
        }
        assertThat(ids(index)).isEqualTo(committed);
      }
    }
  }

  private static Article article(String id) {
    return Article.builder(id)
        .title("Frigate " + id)
        .body("A frigate sails under the number " + id + ".")
        .tags("navy")
        .countries("UA")
        .published("2025-05-14")
        .build();
  }

  private static Set<String> ids(ArticleIndex index) throws IOException {
    SearchResults found =
        index.search(SearchRequest.of(new Query.All()).limit(1000).facets(Facet.TAG));
    Set<String> ids =
        found.hits().stream().map(Hit::id).collect(Collectors.toCollection(TreeSet::new));
    assertThat(found.total()).isEqualTo(ids.size());
    return ids;
  }

  /** Lives with a fault; says whether it struck. */
  private boolean struck(Path path, FaultyStorage storage, boolean once) throws IOException {
    Life life = new Life();
    boolean struck = false;
    try {
      life.run(path, storage);
    } catch (IndexException e) {
      struck = true;
      assertThat(e.reason()).isIn(Reason.DISK);
      assertThat(e.getMessage())
          .contains("index " + path)
          .containsAnyOf(FaultyStorage.ERROR, FaultyStorage.FULL)
          .contains("see to the disk");
    } catch (UncheckedIOException e) {
      throw new AssertionError("not named", e);
    }
    Resources.assertNoneHeld(path);
    if (storage.isFull()) {
      assertOnlyCommitted(path);
    }
    assertGoesOn(path, life, once);
    return struck;
  }

  /** What a full disk could not hold takes no place on it any longer. */
  private static void assertOnlyCommitted(Path path) throws IOException {
    for (Path generation : generations(path)) {
      try (Directory files = FSDirectory.open(generation)) {
        boolean committed = DirectoryReader.indexExists(files);
        assertThat(files.listAll())
            .filteredOn(name -> name.startsWith("_"))
            .isSubsetOf(
                committed ? SegmentInfos.readLatestCommit(files).files(true) : List.<String>of());
      }
    }
  }

  private static List<Path> generations(Path path) throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.filter(Files::isDirectory).toList();
    }
  }

  private static void assertGoesOn(Path path, Life life, boolean once) throws IOException {
    try (ArticleIndex index = ArticleIndex.open(path, FaultyStorage.sound())) {
      Set<String> found = ids(index);
      if (once || found.equals(life.committed)) {
        assertThat(found).isEqualTo(life.committed);
      } else {
        assertThat(found).isEqualTo(life.underWay);
      }
      try (ArticleWriter writer = index.newWriter()) {
        writer.put(article("after the fault"));
        writer.commit();
      }
      found.add("after the fault");
      assertThat(ids(index)).isEqualTo(found);
      assertThat(index.verify(3, SEED).passed()).isTrue();
    }
    Resources.assertNoneHeld(path);
  }

  private Path fresh(String name) throws IOException {
    Path path = folder.resolve(name);
    if (Files.exists(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return path;
  }

  /** How often the disk is asked for something in a life, and how much is written. */
  private FaultyStorage soundLife() throws IOException {
    FaultyStorage storage = FaultyStorage.sound();
    new Life().run(fresh("sound"), storage);
    return storage;
  }

  /** All numbers up to one in the long form, some of them otherwise. */
  private static long[] upTo(long last) {
    return LONG
        ? LongStream.rangeClosed(1, last).toArray()
        : new Random(SEED).longs(POINTS, 1, last).toArray();
  }

  @Test
  void an_error_at_any_one_call_loses_nothing() throws IOException {
    int struck = 0;
    for (long call : upTo(soundLife().calls())) {
      try {
        struck += struck(fresh("once"), FaultyStorage.failingAt(call), true) ? 1 : 0;
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("error at call " + call, e);
      }
    }
    assertThat(struck).isPositive();
  }

  @Test
  void errors_at_every_call_from_any_one_on_lose_nothing() throws IOException {
    for (long call : upTo((long) (soundLife().calls() * REACHED))) {
      try {
        assertThat(struck(fresh("persistent"), FaultyStorage.failingFrom(call), false)).isTrue();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("errors from call " + call, e);
      }
    }
  }

  @Test
  void a_disk_that_is_full_at_any_byte_loses_nothing() throws IOException {
    long bytes = soundLife().bytes();
    for (long part : upTo(1_000)) {
      long capacity = (long) (part * bytes * REACHED / 1_000);
      try {
        assertThat(struck(fresh("full"), FaultyStorage.ofBytes(capacity), false)).isTrue();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("full after %d bytes".formatted(capacity), e);
      }
    }
  }
}
