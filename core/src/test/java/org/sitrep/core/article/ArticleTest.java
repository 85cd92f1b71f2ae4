package org.sitrep.core.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleTest {

  private static ArticleBuilder some() {
    return Article.builder("a").title("Title");
  }

  @Test
  void keeps_tags_in_order_once_each_whatever_their_case_and_accents() {
    assertThat(some().tags(" Défense ", "drones", "DEFENSE", "", "Drones").build().tags())
        .containsExactly("Défense", "drones");
  }

  @Test
  void keeps_countries_as_codes_in_capitals() {
    assertThat(some().countries("ua", "PL", "UA").build().countries()).containsExactly("UA", "PL");
    assertThatThrownBy(() -> some().countries("Ukraine").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("countries holds no ISO 3166 code: UKRAINE");
  }

  @Test
  void needs_an_id_and_a_title_or_a_body() {
    assertThatThrownBy(() -> Article.builder(" ").title("Title").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id is blank");
    assertThatThrownBy(() -> Article.builder("a").title(" ").body("\n").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("article has neither title nor body: a");
    assertThat(Article.builder("a").body("Body alone").build().title()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1_001, 2_000_000})
  void refuses_a_value_that_no_index_could_keep(int length) {
    assertThatThrownBy(() -> some().tags("x".repeat(length)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tag is longer than 1000 characters: xxx");
    assertThatThrownBy(() -> Article.builder("é".repeat(1_025)).title("Title").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id is longer than 2048 bytes: 2050");
  }

  @Test
  void refuses_an_id_that_no_index_could_tell_from_another() {
    for (String half : List.of("\ud800x", "x\udc00", "\udc00\ud800")) {
      assertThatThrownBy(() -> Article.builder(half).title("t").build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("half a character");
    }
    assertThat(Article.builder("\ud83d\ude80").title("t").build().id()).isEqualTo("\ud83d\ude80");
  }

  @Test
  void takes_a_blank_source_for_an_unknown_one() {
    assertThat(some().source("  ").url("").language(" ").build()).isEqualTo(some().build());
  }

  @Test
  void does_not_change_with_the_lists_that_it_was_made_of() {
    List<String> tags = new ArrayList<>(List.of("one"));
    Article article = some().tags(tags).build();
    tags.add("two");
    assertThat(article.tags()).containsExactly("one");
    assertThatThrownBy(() -> article.tags().add("two"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  @SuppressWarnings("NullAway") // null is what is tested
  void refuses_null_by_name() {
    assertThatThrownBy(() -> some().tags((List<String>) null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> Article.builder(null)).hasMessage("id");
  }

  @Test
  void copies_itself_with_changes() {
    Article article =
        some().body("Body").published("2025-03").attribute("rank", "1").language("en").build();
    assertThat(article.toBuilder().build()).isEqualTo(article);
    assertThat(article.toBuilder().title("Other").build().title()).isEqualTo("Other");
  }

  @Test
  void counts_under_the_keys_of_its_facets() {
    Article article =
        some()
            .tags("Joint  Task Force", "Łódź")
            .published("2025-03-07T16:27")
            .language("PT_br")
            .build();
    assertThat(Facet.TAG.keys(article)).containsExactly("joint task force", "lodz");
    assertThat(Facet.DATE.keys(article)).containsExactly("2025", "2025-03", "2025-03-07");
    assertThat(article.language()).contains("pt-BR");
    assertThat(Facet.LANGUAGE.keys(article)).containsExactly("pt");
    assertThat(Facet.COUNTRY.keys(article)).containsExactly(Facet.NONE);
  }

  @Test
  void knows_the_key_of_a_country_by_code_and_by_name() {
    assertThat(Facet.COUNTRY.key("jp")).isEqualTo("JP");
    assertThat(Facet.COUNTRY.key(" Japan ")).isEqualTo("JP");
    assertThat(Facet.ABOUT.key("Deutschland")).isEqualTo("DE");
    assertThat(Facet.COUNTRY.key("Nowhereland")).isEqualTo("NOWHERELAND");
    assertThatThrownBy(() -> Facet.TAG.key(nothing()))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("value");
  }

  @SuppressWarnings("NullAway") // what a caller without the checker may pass
  private static String nothing() {
    return null;
  }
}
