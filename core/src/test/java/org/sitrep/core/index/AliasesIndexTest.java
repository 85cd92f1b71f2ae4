package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.article.Article;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.vocabulary.Aliases;

/** An index keeps the aliases that it was made with. */
class AliasesIndexTest {
  private static final Aliases OWN =
      new Aliases(List.of(List.of("tbilissi", "tiflis"), List.of("GD", "Georgian Dream")));

  @TempDir Path folder;

  private static void put(ArticleIndex index) throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder("a").title("-").body("Georgian Dream in Tiflis and Kiev").build());
      writer.commit();
    }
  }

  private static long total(ArticleIndex index, String query) throws IOException {
    return index.search(SearchRequest.of(Query.parse(query))).total();
  }

  @Test
  void aliases_of_your_own_stand_in_the_place_of_those_of_the_library() throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory(OWN)) {
      put(index);
      assertThat(total(index, "tbilissi")).isEqualTo(1);
      assertThat(total(index, "GD")).isEqualTo(1);
      assertThat(total(index, "kiev")).isEqualTo(1);
      assertThat(total(index, "kyiv")).isZero();
    }
  }

  @Test
  void they_are_kept_with_the_index() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder, OWN)) {
      put(index);
    }
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      assertThat(total(index, "tbilissi GD")).isEqualTo(1);
    }
    try (ArticleIndex index = ArticleIndex.open(folder);
        ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder("b").title("-").body("Tbilissi").build());
      writer.commit();
      assertThat(total(index, "tiflis")).isEqualTo(2);
    }
    try (ArticleIndex index = ArticleIndex.open(folder, OWN)) {
      assertThat(total(index, "tiflis")).isEqualTo(2);
    }
  }

  @Test
  void other_aliases_than_the_index_has_are_refused_by_name() throws IOException {
    try (ArticleIndex index = ArticleIndex.open(folder)) {
      put(index);
    }
    assertThatThrownBy(() -> ArticleIndex.open(folder, OWN))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("was made with other aliases (analysis words-7-")
        .hasMessageContaining("sitrep reindex --aliases")
        .extracting(e -> ((IndexException) e).reason())
        .isEqualTo(IndexException.Reason.OTHER_VERSION);
    try (ArticleIndex index = ArticleIndex.open(folder, Aliases.standard())) {
      assertThat(total(index, "kyiv")).isEqualTo(1);
    }
  }

  @Test
  void an_open_index_takes_the_aliases_with_which_another_made_it() throws IOException {
    try (ArticleIndex reader = ArticleIndex.openReadOnly(folder)) {
      assertThat(total(reader, "tbilissi")).isZero();
      try (ArticleIndex index = ArticleIndex.open(folder, OWN)) {
        put(index);
      }
      long found = 0;
      long end = System.nanoTime() + 10_000_000_000L;
      while (found == 0 && System.nanoTime() < end) {
        found = total(reader, "tbilissi");
      }
      assertThat(found).isEqualTo(1);
    }
  }
}
