package org.sitrep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;

/** What a command leaves in a folder that is no index: nothing. */
class FoldersTest {
  @TempDir Path temp;
  private Path articles = Path.of("");

  @BeforeEach
  void write() throws IOException {
    articles = Files.createDirectory(temp.resolve("articles"));
    Files.writeString(articles.resolve("a.jsonl"), "{\"id\":\"a\",\"title\":\"Frigate\"}\n");
  }

  /** Every file and folder with its time and size. */
  private static Map<String, String> entries(Path folder) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.toList()) {
          entries.put(
              folder.relativize(file).toString(),
              Files.getLastModifiedTime(file) + " " + Files.size(file));
        }
      }
    }
    return entries;
  }

  private Ran run(Path index, String command) {
    return Ran.on(index).run(command.replace("ARTICLES", articles.toString()).split(" "));
  }

  private void assertLeavesNothing(Path index, String command, int... exits) throws IOException {
    Map<String, String> before = entries(index);
    Ran ran = run(index, command);
    assertThat(exits).as(ran.err()).contains(ran.exit());
    assertThat(ran.err()).doesNotContain("\tat ", "unexpected error");
    assertThat(entries(index)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search frigate",
        "facets tag",
        "suggest fri",
        "show a",
        "similar a",
        "stats",
        "verify --searches=3",
        "delete a",
        "delete a b --format=json",
        "reindex",
        "export"
      })
  void nothing_is_made_where_there_is_no_index_yet(String command) throws IOException {
    assertLeavesNothing(temp.resolve("missing"), command, 0, 1);
    assertLeavesNothing(temp.resolve("missing/below/it"), command, 0, 1);
    assertLeavesNothing(Files.createDirectory(temp.resolve("empty")), command, 0, 1);
    assertThat(temp.resolve("missing")).doesNotExist();
    Path begun = temp.resolve("begun");
    try (ArticleIndex opened = ArticleIndex.open(begun);
        ArticleWriter writer = opened.newWriter()) {
      writer.put(News.articles().getFirst());
    }
    assertLeavesNothing(begun, command, 0, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search frigate",
        "facets tag",
        "suggest fri",
        "show a",
        "similar a",
        "stats",
        "verify --searches=3",
        "delete a",
        "reindex",
        "export",
        "index ARTICLES"
      })
  void nothing_is_made_in_a_folder_that_holds_something_else(String command) throws IOException {
    Path notes = Files.createDirectory(temp.resolve("notes"));
    Files.writeString(notes.resolve("notes.txt"), "mine");
    Files.createDirectory(notes.resolve("gen-1"));
    assertLeavesNothing(notes, command, 4);
    assertLeavesNothing(notes.resolve("notes.txt"), command, 4);
    assertLeavesNothing(notes.resolve("notes.txt/below"), command, 0, 1, 4);
    Path lost = Files.createSymbolicLink(temp.resolve("lost"), temp.resolve("nowhere"));
    assertLeavesNothing(lost, command, 4);
    assertThat(temp.resolve("nowhere")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"delete unheard-of, 1", "delete a, 4", "reindex, 4", "index ARTICLES, 4", "stats, 0"})
  void an_index_is_left_as_it_is_while_another_writes(String command, int exit) throws IOException {
    Path index = temp.resolve("index");
    assertThat(run(index, "index ARTICLES").exit()).isZero();
    try (ArticleIndex opened = ArticleIndex.open(index);
        ArticleWriter writer = opened.newWriter()) {
      writer.delete("b");
      assertLeavesNothing(index, command, exit);
    }
  }
}
