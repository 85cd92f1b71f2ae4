package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.IndexException.Reason;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;

/** Files that are cut off, changed, gone or another's: named, and never a wrong answer. */
class DamageTest {
  private static final long SEED = Long.getLong("sitrep.seed", 20_260_723);
  private static final int DAMAGES = Boolean.getBoolean("sitrep.long") ? 5_000 : 200;
  private static final List<Reason> DAMAGED = List.of(Reason.DAMAGED, Reason.OTHER_VERSION);

  @TempDir Path folder;
  private final Random random = new Random(SEED);

  @BeforeEach
  void fill() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      for (int i = 0; i < 40; i++) {
        writer.put(
            Article.builder("a" + i)
                .title("Frigate number " + i)
                .body("A frigate of the navy sails. Its number is " + i + " of many.")
                .published("2025-05-%02d".formatted(i % 28 + 1))
                .countries(i % 2 == 0 ? "UA" : "PL")
                .tags("navy", "t" + i % 7)
                .build());
        if (i == 25) {
          writer.commit();
        }
      }
      writer.delete("a3"); // for a file of deletions
      writer.commit();
    }
  }

  private record Answer(long total, List<Hit> hits, List<?> facets) {}

  private static Answer answer(ArticleIndex index, String query) throws IOException {
    SearchResults results =
        index.search(
            SearchRequest.of(Query.parse(query))
                .limit(1000)
                .facets(Facet.TAG, Facet.COUNTRY, Facet.DATE));
    return new Answer(results.total(), results.hits(), results.facets());
  }

  private static List<Answer> answers(ArticleIndex index) throws IOException {
    return List.of(
        answer(index, ""), answer(index, "\"frigate of the navy\""), answer(index, "title:12"));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("write.lock"))
          .sorted()
          .toList();
    }
  }

  /** Flips a bit, writes over a region, cuts the end off, or adds to it. */
  private byte[] damaged(byte[] sound) {
    byte[] bytes = sound.clone();
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(6)) {
      case 0 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 1 -> {
        return Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(20));
      }
      case 2 -> {
        for (int i = at; i < Math.min(bytes.length, at + 16); i++) {
          bytes[i] = (byte) random.nextInt();
        }
      }
      default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  @Test
  void whatever_byte_is_changed_answers_are_right_or_the_damage_is_named() throws IOException {
    List<Answer> right;
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      right = answers(index);
    }
    List<String> undetected = new ArrayList<>();
    List<Path> files = files();
    for (int i = 0; i < DAMAGES; i++) {
      Path file = files.get(i % files.size());
      byte[] sound = Files.readAllBytes(file);
      byte[] damaged = damaged(sound);
      if (!Arrays.equals(sound, damaged)) {
        Files.write(file, damaged);
        try {
          check(right, file + " #" + i, undetected);
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError("%s #%d, seed %d".formatted(file, i, SEED), e);
        }
        Files.write(file, sound);
      }
    }
    assertThat(undetected).as("not found by verify, seed %d", SEED).isEmpty();
    Resources.assertNoneHeld(folder);
  }

  private void check(List<Answer> right, String what, List<String> undetected) throws IOException {
    boolean named = false;
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      assertThat(answers(index)).isEqualTo(right);
      named = !index.verify(0, SEED).passed();
    } catch (IndexException e) {
      assertThat(e.reason()).isIn(DAMAGED);
      assertThat(e.getMessage()).contains("index " + folder).containsAnyOf("restore", "use that");
      named = true;
    }
    if (!named) {
      undetected.add(what);
    }
  }

  @Test
  void any_file_that_is_gone_is_named() throws IOException {
    for (Path file : files()) {
      byte[] sound = Files.readAllBytes(file);
      Files.delete(file);
      assertThatThrownBy(() -> ArticleIndex.openReadOnly(folder))
          .as("%s", file)
          .isInstanceOfSatisfying(
              IndexException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
      Files.write(file, sound);
    }
  }

  @Test
  void of_a_large_index_the_smallest_files_are_compared() throws IOException {
    List<Path> segments = new ArrayList<>(files());
    segments.removeIf(file -> !file.toString().endsWith(".cfs"));
    segments.sort(Comparator.comparingLong(file -> file.toFile().length()));
    long small = Files.size(segments.getFirst());
    long all = 10 * small;
    try (Directory files = FSDirectory.open(folder.resolve("gen-1"));
        DirectoryReader reader = DirectoryReader.open(files)) {
      Integrity.check(reader, null, 0, all);

      flipLast(segments.getLast());
      Integrity.check(reader, null, 0, small);
      assertThatThrownBy(() -> Integrity.check(reader, null, 0, all))
          .isInstanceOf(CorruptIndexException.class);

      flipLast(segments.getLast());
      flipLast(segments.getFirst());
      assertThatThrownBy(() -> Integrity.check(reader, null, 0, small + small / 2))
          .isInstanceOf(CorruptIndexException.class);
      Integrity.check(reader, null, 0, 0);
    }
  }

  private static void flipLast(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void an_index_of_another_program_is_named_and_left_alone() throws IOException {
    Path foreign = Files.createDirectory(folder.resolve("foreign"));
    writeForeign(foreign);
    assertThatThrownBy(() -> ArticleIndex.open(foreign))
        .isInstanceOfSatisfying(
            IndexException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_AN_INDEX));
    writeForeign(folder.resolve("gen-1"));
    assertThatThrownBy(() -> ArticleIndex.open(folder))
        .isInstanceOfSatisfying(
            IndexException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
  }

  private static void writeForeign(Path path) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig().setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    try (Directory files = FSDirectory.open(path);
        IndexWriter writer = new IndexWriter(files, config)) {
      Document document = new Document();
      document.add(new StringField("isbn", "978", Field.Store.YES));
      writer.addDocument(document);
      writer.setLiveCommitData(List.of());
      writer.commit();
    }
  }

  @Test
  void an_index_that_is_taken_away_from_its_readers_is_named() throws Exception {
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      List<Path> files = files();
      for (Path file : files) {
        Files.delete(file);
      }
      Thread.sleep(300);
      assertThatThrownBy(() -> answers(index))
          .isInstanceOf(IndexException.class)
          .hasMessageContaining("index " + folder);
    }
    Resources.assertNoneHeld(folder);
  }
}
