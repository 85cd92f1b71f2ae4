package org.sitrep.core.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.IndexException.Reason;

/** Files of others in or beside an index are never deleted, whatever they are called. */
class ForeignFilesTest {
  @TempDir Path folder;

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  /** What there is below the folder but for the writer's lock, with the content of files. */
  private Map<Path, String> content() throws IOException {
    Map<Path, String> content = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(path -> !path.endsWith("write.lock")).toList()) {
        content.put(
            path,
            Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                ? Files.readString(path, ISO_8859_1)
                : "");
      }
    }
    return content;
  }

  private static void put(ArticleIndex index, String id) throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder(id).title("Frigate").build());
      writer.commit();
    }
  }

  private void putInNew(Path path) throws IOException {
    try (ArticleIndex index = ArticleIndex.open(path)) {
      put(index, "a");
    }
  }

  private void assertRefused(Path path, Reason reason) throws IOException {
    Map<Path, String> before = content();
    assertThatThrownBy(() -> putInNew(path))
        .isInstanceOfSatisfying(
            IndexException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    assertThat(content()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gen-7/thesis.doc",
        "gen-1/old/thesis.doc",
        "gen-1/segments.doc",
        "gen-1",
        "gen-x",
        "CURRENT.new",
        "CURRENT.old"
      })
  void a_folder_with_files_of_others_is_no_index(String name) throws IOException {
    write("index/" + name, "mine");

    assertRefused(folder.resolve("index"), Reason.NOT_AN_INDEX);
  }

  @Test
  void a_link_is_no_generation_that_a_writer_left() throws IOException {
    write("precious/segments_1", "mine");
    Path index = Files.createDirectory(folder.resolve("index"));
    Files.createSymbolicLink(index.resolve("gen-7"), folder.resolve("precious"));

    assertRefused(index, Reason.NOT_AN_INDEX);
  }

  @Test
  void a_generation_that_nothing_names_is_damage() throws IOException {
    Path index = folder.resolve("index");
    putInNew(index);
    Files.delete(index.resolve("CURRENT"));
    assertRefused(index, Reason.DAMAGED);

    Files.delete(index.resolve("gen-1/segments_1"));
    assertRefused(index, Reason.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gen-1\nno", "gen-1\nno commit yet\n", "\0\0\0"})
  void what_a_writer_left_before_its_first_commit_is_an_empty_index(String begun)
      throws IOException {
    write("index/CURRENT.new", begun);
    Path index = folder.resolve("index");
    Files.createDirectory(index.resolve("gen-1"));

    putInNew(index);

    assertThat(content()).doesNotContainKey(index.resolve("CURRENT.new"));
  }

  @Test
  void an_index_leaves_what_is_not_its_own() throws IOException {
    Path thesis = write("precious/thesis.doc", "mine");
    Path notes = write("index/gen-2/notes.txt", "mine");
    Path index = folder.resolve("index");
    Path link = index.resolve("gen-3");
    Path file = write("index/gen-9", "mine");
    try (ArticleIndex opened =
        ArticleIndex.open(Files.createDirectories(folder.resolve("other")))) {
      put(opened, "a");
    }
    move("CURRENT");
    move("gen-1");
    Files.createSymbolicLink(link, folder.resolve("precious"));

    putInNew(index);
    ArticleIndex.reindex(index);
    ArticleIndex.reindex(index);

    assertThat(thesis).hasContent("mine");
    assertThat(notes).hasContent("mine");
    assertThat(file).hasContent("mine");
    assertThat(link).isSymbolicLink();
    assertThat(index.resolve("gen-1")).doesNotExist();
    try (ArticleIndex opened = ArticleIndex.open(index)) {
      put(opened, "b");
      assertThat(opened.stats().articles()).isEqualTo(2);
    }
  }

  private void move(String name) throws IOException {
    Files.move(folder.resolve("other").resolve(name), folder.resolve("index").resolve(name));
  }
}
