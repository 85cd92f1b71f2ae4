package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Collapse;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Similar;
import org.sitrep.core.search.Sort;

/** Articles like given ones: which they are, what is left out, what narrows them. */
class SimilarTest {
  private static final String FRIGATES =
      "The navy ordered three frigates from the shipyard at Gdynia. The frigates carry missiles,"
          + " and the shipyard delivers the first in four years.";

  private final ArticleIndex index = ArticleIndex.inMemory();

  @AfterEach
  void close() {
    index.close();
  }

  private static ArticleBuilder article(String id, String body, String date) {
    return Article.builder(id).title("Report " + id).body(body).published(date).language("en");
  }

  @BeforeEach
  void fill() throws IOException {
    put(
        article("given", FRIGATES, "2025-03-05").tags("navy"),
        article("copy", FRIGATES + "!", "2025-03-06").tags("navy"),
        article(
                "near",
                "Two more frigates from the shipyard at Gdynia: the navy wants missiles for them.",
                "2025-03-07")
            .tags("navy"),
        article("far", "A frigate left harbour, and the navy watched it go away.", "2025-03-08")
            .tags("sea"),
        article("none", "Teachers talk about schools and pupils all day.", "2025-03-09"),
        article("drones", "Drone crews train with new drones in the north.", "2025-03-10"),
        article("drones-2", "New drones for the drone crews up north.", "2025-03-01").tags("air"));
  }

  /** So that words such as "the" stand in most articles, as they do in the world. */
  @BeforeEach
  void fillWithOthers() throws IOException {
    List<ArticleBuilder> others = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String talks = "The talks at the ministry in town" + i + ": two for the others and three ";
      String body = talks + "from north" + i + ". It went on a year.";
      others.add(article("other-" + i, body, "2024-01-01"));
    }
    put(others.toArray(ArticleBuilder[]::new));
  }

  private void put(ArticleBuilder... articles) throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      for (ArticleBuilder article : articles) {
        writer.put(article.build());
      }
      writer.commit();
    }
  }

  private static SearchRequest to(String... ids) {
    return SearchRequest.of(new Query.All()).similarTo(Similar.to(ids));
  }

  private List<String> ids(SearchRequest request) throws IOException {
    return index.search(request).hits().stream().map(Hit::id).toList();
  }

  @Test
  void finds_what_shares_the_words_that_tell_most() throws IOException {
    assertThat(ids(to("given"))).startsWith("near").doesNotContain("none", "drones");
    assertThat(ids(to("drones"))).startsWith("drones-2").doesNotContain("near");
  }

  @Test
  void leaves_out_the_given_articles_and_their_copies() throws IOException {
    assertThat(ids(to("given"))).doesNotContain("given", "copy");
    assertThat(ids(to("copy", "near"))).doesNotContain("given", "copy", "near");
  }

  @Test
  void finds_copies_first_where_they_are_wanted() throws IOException {
    SearchRequest request = to("given").similarTo(Similar.to("given").copies(Similar.Copies.FOUND));
    assertThat(ids(request)).startsWith("copy", "near").doesNotContain("given");
  }

  @Test
  void takes_several_articles_together() throws IOException {
    String both = "Drone crews train with drones, and frigates with missiles leave the shipyard.";
    put(article("both", both, "2025-03-10"));
    put(article("copy-2", FRIGATES + "?", "2025-03-06"), article("copy-3", FRIGATES, "2025-03-06"));
    assertThat(ids(to("given", "drones"))).contains("both").doesNotContain("given", "drones");
    assertThat(ids(to("drones", "given"))).isEqualTo(ids(to("given", "drones")));
  }

  @Test
  void goes_with_query_selections_dates_facets_sort_and_paging() throws IOException {
    put(article("later", FRIGATES + " " + "More later on.".repeat(9), "2025-04-01").tags("navy"));
    SearchRequest request = to("given").sort(Sort.NEWEST);
    assertThat(ids(request)).startsWith("later").contains("near");
    assertThat(ids(request.offset(1).limit(1))).containsExactly(ids(request).get(1));
    LocalDate day = LocalDate.of(2025, 3, 31);
    assertThat(ids(request.select(new Query.Range(Optional.of(day), Optional.empty()))))
        .containsExactly("later");
    assertThat(ids(request.select(new Query.Range(Optional.empty(), Optional.of(day)))))
        .contains("near")
        .doesNotContain("later");
    assertThat(ids(SearchRequest.of(Query.parse("missiles wants")).similarTo(Similar.to("given"))))
        .containsExactly("near");
    SearchResults counted = index.search(request.facets(Facet.TAG));
    for (FacetValue value : counted.facet(Facet.TAG).values()) {
      assertThat(index.search(value.toggled()).total()).isEqualTo(value.count());
    }
  }

  @Test
  void collapses_copies_of_what_it_finds() throws IOException {
    String near = index.find("near").orElseThrow().body();
    put(article("near-copy", near, "2025-03-01"));
    SearchResults results = index.search(to("given").collapse(Collapse.first()));
    assertThat(results.hits().get(0).id()).isEqualTo("near-copy");
    assertThat(results.hits().get(0).copies().get(0).id()).isEqualTo("near");
    assertThat(results.articles()).isEqualTo(results.total() + 1);
  }

  @Test
  void marks_the_words_that_were_shared() throws IOException {
    Hit near = index.search(to("given")).hits().get(0);
    assertThat(
            near.snippets().get(0).matches().stream()
                .map(span -> near.snippets().get(0).text().substring(span.start(), span.end())))
        .contains("frigates", "shipyard", "missiles")
        .doesNotContain("wants");
  }

  @Test
  void reads_each_article_in_its_own_language() throws IOException {
    put(
        article("de-1", "Die Fregatten der Marine liegen im Hafen.", "2025-01-01").language("de"),
        article("de-2", "Eine Fregatte verlässt den Hafen der Marine.", "2025-01-02")
            .language("de"));
    assertThat(ids(to("de-1"))).containsExactly("de-2");
  }

  @Test
  void an_unknown_article_is_named() {
    assertThatExceptionOfType(UnknownArticleException.class)
        .isThrownBy(() -> index.search(to("given", "gone")))
        .withMessage("no article has the id: gone")
        .matches(e -> e.id().equals("gone"));
  }

  @Test
  void an_article_without_words_is_like_nothing() throws IOException {
    put(Article.builder("dash").title("—"), Article.builder("alone").title("Unheardof"));
    assertThat(index.search(to("dash")).total()).isZero();
    assertThat(index.search(to("alone", "dash")).total()).isZero();
  }

  @Test
  void an_article_of_many_characters_is_read_in_part() throws IOException {
    put(article("long", "frigates shipyard ".repeat(60_000), "2025-01-01"));
    assertThat(ids(to("long"))).contains("given");
  }

  @Test
  void refuses_no_articles_and_too_many() {
    assertThatIllegalArgumentException()
        .isThrownBy(Similar::to)
        .withMessage("number of articles is not in 1..100: 0");
    List<String> many = new ArrayList<>(Collections.nCopies(200, "a"));
    assertThat(Similar.to(many.toArray(String[]::new)).articles()).containsExactly("a");
    for (int i = 0; i < 100; i++) {
      many.add("a" + i);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Similar.to(many.toArray(String[]::new)))
        .withMessage("number of articles is not in 1..100: 101");
  }

  @Test
  void three_tenths_of_the_words_are_rounded_up() {
    assertThat(Similar.least(0)).isZero();
    assertThat(Similar.least(1)).isEqualTo(1);
    assertThat(Similar.least(3)).isEqualTo(1);
    assertThat(Similar.least(4)).isEqualTo(2);
    assertThat(Similar.least(10)).isEqualTo(3);
    assertThat(Similar.least(25)).isEqualTo(8);
  }
}
