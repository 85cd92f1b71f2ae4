package org.sitrep.corpus.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.article.TitleFrom;
import org.sitrep.corpus.draft.ArticleFormatException;

class ArticleJsonTest {
  private static final Article FULL =
      Article.builder("a/1.txt")
          .title("Boats \"ordered\"", TitleFrom.DERIVED)
          .body("One.\n\nTwo \\ three \u2028 \uD83D\uDEA2.")
          .published(PartialDate.parse("2025-03-07T16:27+02:00").orElseThrow(), DateFrom.URL)
          .modified(PartialDate.parse("2025-04").orElseThrow())
          .countries("UA", "PL")
          .about("UA")
          .tags("navy")
          .topics(java.util.List.of("procurement"))
          .sections("Europe")
          .authors("Ann Lee")
          .source("Coast Press")
          .url("https://example.org/1")
          .language("en")
          .file("a/1.txt")
          .attribute("note", "kept")
          .build();

  @Test
  void writes_the_fields_in_their_order_on_one_line() {
    assertThat(ArticleJson.write(FULL))
        .doesNotContain("\n", "\u2028")
        .matches(
            "\\{\"id\":.*\"title\":.*\"titleFrom\":\"derived\".*\"body\":.*\"published\":.*"
                + "\"publishedFrom\":\"url\".*\"modified\":\"2025-04\".*\"countries\":\\[\"UA\",\"PL\"\\].*"
                + "\"about\":.*\"tags\":.*\"topics\":.*\"sections\":.*\"authors\":.*\"source\":.*"
                + "\"url\":.*\"language\":.*\"file\":.*\"attributes\":\\{\"note\":\"kept\"\\}\\}");
  }

  @Test
  void prints_empty_lists_and_leaves_out_what_is_unknown() {
    assertThat(ArticleJson.write(Article.builder("1").title("Boats").build()))
        .isEqualTo(
            "{\"id\":\"1\",\"title\":\"Boats\",\"titleFrom\":\"declared\",\"countries\":[],"
                + "\"about\":[],\"tags\":[],\"topics\":[],\"sections\":[],\"authors\":[]}");
  }

  @Test
  void reads_back_what_it_wrote() throws ArticleFormatException {
    assertThat(ArticleJson.read(ArticleJson.write(FULL))).isEqualTo(FULL);
    Article bare = Article.builder("1").body("Only a body.").build();
    assertThat(ArticleJson.read(ArticleJson.write(bare))).isEqualTo(bare);
  }

  @Test
  void says_what_is_wrong() {
    assertThatThrownBy(() -> ArticleJson.read("{\"title\":\"x\"}"))
        .isInstanceOf(ArticleFormatException.class)
        .hasMessageContaining("id is missing");
    assertThatThrownBy(() -> ArticleJson.read("{"))
        .isInstanceOf(ArticleFormatException.class)
        .hasMessageContaining("is not JSON");
  }
}
