package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.IndexException.Reason;
import org.sitrep.core.index.store.CommitData;
import org.sitrep.core.vocabulary.Aliases;

/** What stands beside a commit is another's: what that means is said, and nothing else. */
class CommitDataTest {
  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder("a").title("Frigate").build());
      writer.commit();
    }
  }

  private static Map<String, String> ours() {
    Map<String, String> data = new HashMap<>();
    CommitData.of(2, 1, Aliases.standard())
        .userData()
        .forEach(entry -> data.put(entry.getKey(), entry.getValue()));
    return data;
  }

  /** Commits data of which one value is another. */
  private void commit(String name, String value) throws IOException {
    Map<String, String> data = ours();
    assertThat(data).containsKey("sitrep." + name);
    data.put("sitrep." + name, value);
    commit(data);
  }

  private void commit(Map<String, String> data) throws IOException {
    try (Directory files = FSDirectory.open(folder.resolve("gen-1"));
        IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }

  private IndexException refused() {
    return assertThatThrownBy(() -> ArticleIndex.open(folder))
        .asInstanceOf(type(IndexException.class))
        .actual();
  }

  private void assertRefused(Reason reason, String... said) {
    assertThat(refused().reason()).isEqualTo(reason);
    assertThat(refused()).hasMessageContainingAll(said).message().hasSizeLessThan(400);
    assertThatThrownBy(() -> ArticleIndex.reindex(folder))
        .as("rebuilding")
        .isInstanceOfSatisfying(
            IndexException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"99", "0099", "2147483647", "2147483648", "99999999999999999999999"})
  void a_schema_above_ours_is_a_newer_versions_however_large(String schema) throws IOException {
    commit("schema", schema);
    assertRefused(
        Reason.OTHER_VERSION,
        "by a newer version of the library",
        "(schema " + schema + ", not ",
        "use that version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "+5", "5b", "5.1", "five", "٥", "", " 5"})
  void a_schema_that_is_no_number_of_one_is_another_versions(String schema) throws IOException {
    commit("schema", schema);
    assertRefused(
        Reason.OTHER_VERSION,
        "by another version of the library",
        "(schema " + schema + ", not ",
        "use that version");
  }

  @Test
  void what_a_newer_version_writes_besides_is_not_judged() throws IOException {
    commit(Map.of("sitrep.schema", "7", "sitrep.articles", "many"));
    assertRefused(Reason.OTHER_VERSION, "by a newer version of the library", "use that version");
  }

  @Test
  void a_long_text_is_shown_in_part() throws IOException {
    commit("schema", "9".repeat(10_000));
    assertRefused(Reason.OTHER_VERSION, "by a newer version of the library", "999…, not ");
    commit("schema", "x".repeat(10_000));
    assertRefused(Reason.OTHER_VERSION, "by another version of the library", "xxx…, not ");
    commit("articles", "x".repeat(10_000));
    assertRefused(Reason.DAMAGED, "xxx…'");
  }

  @ParameterizedTest
  @CsvSource({
    "articles, -1",
    "articles, many",
    "articles, 9223372036854775808",
    "nextSequence, 0",
    "nextSequence, -5",
    "nextSequence, ''",
    "nextSequence, 1e3"
  })
  void a_count_that_our_own_schema_never_writes_is_damage(String name, String value)
      throws IOException {
    commit(name, value);
    assertRefused(
        Reason.DAMAGED, "the commit's sitrep." + name + " is no number", "'" + value + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"schema", "analysis", "lucene", "articles", "nextSequence"})
  void what_our_own_schema_lacks_is_damage(String name) throws IOException {
    Map<String, String> data = ours();
    data.remove("sitrep." + name);
    commit(data);
    assertRefused(Reason.DAMAGED, "the commit lacks sitrep." + name);
  }

  @Test
  void aliases_that_are_none_are_damage() throws IOException {
    commit("aliases", "= = =");
    assertRefused(Reason.DAMAGED, "the commit's sitrep.aliases are none");
  }

  @Test
  void a_long_analysis_of_another_is_shown_in_part_and_rebuilt() throws IOException {
    commit("analysis", "words-1 " + "x".repeat(10_000));
    assertThat(refused().reason()).isEqualTo(Reason.OTHER_VERSION);
    assertThat(refused())
        .hasMessageContainingAll("by another version of the library", "…, not ", "sitrep reindex")
        .message()
        .hasSizeLessThan(400);
    assertThat(ArticleIndex.reindex(folder)).isEqualTo(1);
  }
}
