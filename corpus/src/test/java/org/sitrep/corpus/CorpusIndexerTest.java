package org.sitrep.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;

class CorpusIndexerTest {
  private final ArticleIndex index = ArticleIndex.inMemory();
  private final List<LedgerEntry> ledger = new ArrayList<>();

  @TempDir Path temp;

  @AfterEach
  void close() {
    index.close();
  }

  private Path records(String name, String... records) throws IOException {
    return Files.write(temp.resolve(name), List.of(records), UTF_8);
  }

  private static String record(String id, String title) {
    return "{\"id\":\"%s\",\"title\":\"%s\"}".formatted(id, title);
  }

  private LedgerTotals index(boolean prune, Path... sources) throws IOException {
    ledger.clear();
    List<String> given = java.util.Arrays.stream(sources).map(Path::toString).toList();
    Corpus corpus = Corpus.open(given, ReadOptions.standard());
    try (ArticleWriter writer = index.newWriter()) {
      LedgerTotals totals =
          prune
              ? CorpusIndexer.indexAndPrune(corpus, index, writer, (e, p) -> ledger.add(e))
              : CorpusIndexer.index(corpus, writer, (e, p) -> ledger.add(e));
      assertThat(totals.inputs()).isEqualTo(ledger.size());
      return totals;
    }
  }

  @Test
  void every_input_ends_as_added_updated_unchanged_or_rejected() throws IOException {
    Path file = records("a.jsonl", record("1", "One"), record("2", "Two"), "broken");
    assertThat(index(false, file)).isEqualTo(new LedgerTotals(2, 0, 0, 1, 0));

    records("a.jsonl", record("1", "One"), record("2", "Changed"), record("3", "New"));
    assertThat(index(false, file)).isEqualTo(new LedgerTotals(1, 1, 1, 0, 0));
    assertThat(index.find("2").orElseThrow().title()).isEqualTo("Changed");
  }

  @Test
  void indexing_the_same_source_again_changes_nothing() throws IOException {
    Path file = records("a.jsonl", record("1", "One"), record("2", "Two"));
    index(false, file);

    assertThat(index(false, file)).isEqualTo(new LedgerTotals(0, 0, 2, 0, 0));
  }

  @Test
  void a_second_record_with_an_id_is_rejected_and_says_where_the_first_is() throws IOException {
    Path file = records("a.jsonl", record("1", "One"), record("2", "Two"), record("1", "Again"));
    index(false, file);

    assertThat(ledger.getLast().reason()).contains("id '1' was already read from " + file + ":1");
    assertThat(index.find("1").orElseThrow().title()).isEqualTo("One");
  }

  @Test
  void an_id_that_another_source_holds_is_rejected_and_never_replaced() throws IOException {
    Path first = records("a.jsonl", record("1", "One"));
    index(false, first);
    index(false, records("b.jsonl", record("1", "Other")));

    LedgerEntry entry = ledger.getFirst();
    assertThat(entry.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(entry.reason().orElseThrow())
        .contains("another source", "delete it first", first.toRealPath().toString());
    assertThat(index.find("1").orElseThrow().title()).isEqualTo("One");
  }

  @Test
  void pruning_takes_out_what_is_gone_from_the_sources_named_and_nothing_else() throws IOException {
    Path a = records("a.jsonl", record("1", "One"), record("2", "Two"));
    Path b = records("b.jsonl", record("3", "Three"));
    index(false, a, b);
    records("a.jsonl", record("2", "Two"));

    assertThat(index(true, a)).isEqualTo(new LedgerTotals(0, 0, 1, 0, 1));
    assertThat(index.find("1")).isEmpty();
    assertThat(index.find("3")).isPresent();
  }

  @Test
  void pruning_keeps_what_a_rejected_record_may_have_been() throws IOException {
    Path a = records("a.jsonl", record("1", "One"), record("2", "Two"));
    index(false, a);
    records("a.jsonl", "{\"id\":\"1\", broken", record("2", "Two"));

    assertThat(index(true, a)).isEqualTo(new LedgerTotals(0, 0, 1, 1, 0));
    assertThat(index.find("1")).isPresent();
  }

  @Test
  void pruning_takes_articles_over_from_a_file_that_is_gone_as_when_its_folder_was_renamed()
      throws IOException {
    Path folder = temp.resolve("p");
    Files.createDirectories(folder.resolve("b"));
    records("p/b/a.jsonl", record("1", "One"), record("2", "Two"));
    Files.createDirectories(temp.resolve("elsewhere"));
    Path other = records("elsewhere/o.jsonl", record("3", "Three"));
    index(false, folder, other);
    Files.move(folder.resolve("b"), folder.resolve("c"));
    assertThat(index(false, folder).rejected()).isEqualTo(2);

    assertThat(index(true, folder)).isEqualTo(new LedgerTotals(0, 2, 0, 0, 0));
    assertThat(index(true, folder)).isEqualTo(new LedgerTotals(0, 0, 2, 0, 0));
    assertThat(index.find("2").orElseThrow().title()).isEqualTo("Two");

    Files.delete(other); // not below the folder
    records("p/c/o.jsonl", record("3", "Three"));
    assertThat(index(true, folder)).isEqualTo(new LedgerTotals(0, 0, 2, 1, 0));
    records("p/c/o.jsonl", record("2", "Still in the other file"));
    assertThat(index(true, folder)).isEqualTo(new LedgerTotals(0, 0, 2, 1, 0));
  }

  @Test
  void pruning_keeps_what_lies_below_a_folder_that_cannot_be_entered() throws IOException {
    Path folder = temp.resolve("all");
    Files.createDirectories(folder.resolve("sub"));
    Path other = records("all/a.jsonl", record("1", "One"));
    records("all/sub/b.jsonl", record("2", "Two"));
    index(false, folder);
    Files.delete(other);
    Files.move(folder.resolve("sub"), temp.resolve("away"));
    Files.createSymbolicLink(folder.resolve("sub"), folder);

    for (String source : List.of("all", "all/**.jsonl")) {
      assertThat(index(true, temp.resolve(source)).rejected()).isEqualTo(1);
      assertThat(index.find("1")).isEmpty();
      assertThat(index.find("2")).isPresent();
    }
  }

  @Test
  void two_single_files_of_one_name_are_told_what_to_do() throws IOException {
    Files.createDirectories(temp.resolve("a"));
    Files.createDirectories(temp.resolve("b"));
    Path one = records("a/y.jsonl", "{\"title\":\"One\"}");
    Path two = records("b/y.jsonl", "{\"title\":\"Two\"}");
    index(false, one, two);
    assertThat(ledger.getLast().reason().orElseThrow())
        .contains("already read from " + one, "index the folder that holds both, or rename one");
    index(false, two);
    assertThat(ledger.getLast().reason().orElseThrow())
        .contains("another source", "index the folder that holds both, or rename one");
  }

  @Test
  void a_file_that_is_held_by_its_folder_keeps_its_ids_when_it_is_named_itself()
      throws IOException {
    Files.createDirectories(temp.resolve("all"));
    Path page = records("all/a.txt", "Boats ordered", "", "The yard in the north builds them.");
    Path file = records("all/b.jsonl", "{\"title\":\"One\"}", record("own", "Two"));
    assertThat(index(false, temp.resolve("all")).added()).isEqualTo(3);

    assertThat(index(false, page, file)).isEqualTo(new LedgerTotals(0, 0, 3, 0, 0));
    records("all/a.txt", "Ships ordered", "", "The yard in the north builds them all.");
    records("all/b.jsonl", "{\"title\":\"Changed\"}", record("own", "Two"), "{\"title\":\"3\"}");
    assertThat(index(false, page, file)).isEqualTo(new LedgerTotals(1, 2, 1, 0, 0));
    assertThat(ledger)
        .extracting(e -> e.id().orElseThrow())
        .containsExactly("all/a.txt", "all/b.jsonl:1", "own", "all/b.jsonl:3");
    assertThat(index(false, temp.resolve("all"))).isEqualTo(new LedgerTotals(0, 0, 4, 0, 0));
  }

  @Test
  void what_has_ended_is_committed_after_a_minute_or_many_inputs_and_at_the_end()
      throws IOException {
    String[] many = new String[10_002];
    for (int i = 0; i < many.length; i++) {
      many[i] = record("n" + i, "Number " + i);
    }
    Path first = records("a.jsonl", record("1", "One"), record("2", "Two"), record("3", "Three"));
    Path second = records("b.jsonl", many);
    List<Long> committed = new ArrayList<>();
    long[] minutes = {0};
    IndexingListener listener =
        new IndexingListener() {
          @Override
          public void ended(LedgerEntry entry, Progress progress) {
            minutes[0] = Math.min(2, progress.inputs() - 1);
          }

          @Override
          public void committed(LedgerTotals totals) throws IOException {
            assertThat(index.size()).isEqualTo(totals.added());
            committed.add(totals.added());
          }
        };
    Corpus corpus =
        Corpus.open(List.of(first.toString(), second.toString()), ReadOptions.standard());
    try (ArticleWriter writer = index.newWriter()) {
      LongSupplier nanos = () -> TimeUnit.MINUTES.toNanos(minutes[0]);
      new CorpusIndexer(corpus, writer, listener, nanos).index();
    }
    assertThat(committed).containsExactly(2L, 3L, 10_003L, 10_005L);
  }

  @Test
  void ledger_entries_are_lines_of_json() throws IOException {
    index(false, records("a.jsonl", "{\"id\":\"1\",\"title\":\"One\",\"x\":1}", "{\"id\":\"\"}"));

    assertThat(TestJson.object(ledger.getFirst().toJson()))
        .containsEntry("outcome", "added")
        .containsEntry("id", "1")
        .containsEntry("notes", List.of("ignored fields: x"));
    assertThat(TestJson.object(ledger.getLast().toJson()))
        .containsEntry("outcome", "rejected")
        .containsEntry("reason", "has neither title nor body");
  }

  @Test
  void progress_ends_with_all_bytes_read() throws IOException {
    Path file = records("a.jsonl", record("1", "One"), record("2", "Two"));
    List<Progress> progress = new ArrayList<>();
    try (ArticleWriter writer = index.newWriter()) {
      CorpusIndexer.index(
          Corpus.open(List.of(file.toString()), ReadOptions.standard()),
          writer,
          (e, p) -> progress.add(p));
    }
    assertThat(progress.getLast()).isEqualTo(new Progress(2, Files.size(file), Files.size(file)));
  }

  @Test
  void a_file_that_was_read_to_its_end_is_not_read_again_until_it_changes() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("again"));
    Path file = folder.resolve("a.jsonl");
    Files.writeString(file, "{\"id\":\"1\",\"title\":\"One\"}\n{\"id\":\"2\",\"title\":\"Two\"}\n");
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      assertThat(run(folder, writer)).isEqualTo(new LedgerTotals(2, 0, 0, 0, 0));
      java.nio.file.attribute.FileTime time = Files.getLastModifiedTime(file);
      // As long, and as old as before: only reading it could tell that it is another.
      Files.writeString(
          file, "{\"id\":\"1\",\"title\":\"Uno\"}\n{\"id\":\"2\",\"title\":\"Two\"}\n");
      Files.setLastModifiedTime(file, time);
      assertThat(run(folder, writer)).isEqualTo(new LedgerTotals(0, 0, 2, 0, 0));
      Files.setLastModifiedTime(
          file, java.nio.file.attribute.FileTime.fromMillis(time.toMillis() + 1_000));
      assertThat(run(folder, writer)).isEqualTo(new LedgerTotals(0, 1, 1, 0, 0));
    }
  }

  @Test
  void a_file_with_a_rejection_or_a_lost_record_is_read_again() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("rejected"));
    Path file = folder.resolve("a.jsonl");
    Files.writeString(file, "{\"id\":\"1\",\"title\":\"One\"}\n{\"id\":\"2\"}\n");
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      assertThat(run(folder, writer)).isEqualTo(new LedgerTotals(1, 0, 0, 1, 0));
      assertThat(run(folder, writer)).isEqualTo(new LedgerTotals(0, 0, 1, 1, 0));
      Files.writeString(file, "{\"id\":\"3\",\"title\":\"Three\"}\n");
      assertThat(run(folder, writer)).isEqualTo(new LedgerTotals(1, 0, 0, 0, 0));
      assertThat(writer.source(file.toRealPath().toString()).state()).isEmpty();
      assertThat(
              CorpusIndexer.indexAndPrune(
                  Corpus.open(List.of(folder.toString()), ReadOptions.standard()),
                  index,
                  writer,
                  (entry, progress) -> {}))
          .isEqualTo(new LedgerTotals(0, 0, 1, 0, 1));
      assertThat(writer.source(file.toRealPath().toString()).state()).isPresent();
    }
  }

  private static LedgerTotals run(Path folder, ArticleWriter writer) throws IOException {
    return CorpusIndexer.index(
        Corpus.open(List.of(folder.toString()), ReadOptions.standard()),
        writer,
        (entry, progress) -> {});
  }
}
