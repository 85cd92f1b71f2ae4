package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.Ranking;
import org.sitrep.core.search.Recency;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Similar;

/** Values at and beyond their bounds do no harm to what comes after. */
class HostileValuesTest {
  private final ArticleIndex index = ArticleIndex.inMemory();

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void to_delete_what_cannot_be_there_changes_nothing_and_harms_nothing() throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder("a").title("Frigate").build());
      writer.delete("x".repeat(100_000));
      writer.delete("");
      writer.commit();
      writer.put(Article.builder("b").title("Frigate").build());
      writer.commit();
    }
    assertThat(index.size()).isEqualTo(2);
  }

  @Test
  void an_id_goes_by_the_same_spelling_in_every_call() throws IOException {
    String typed = " a\n";
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder("c").title("Other").body("Nothing is alike here.").build());
      writer.put(Article.builder(typed).title("Frigate").body("A ship sails to the port.").build());
      writer.put(Article.builder("b").title("Frigate").body("A ship sails to the port.").build());
      writer.commit();
      assertThat(index.find(typed)).map(Article::id).contains("a");
      assertThat(index.story(typed)).isPresent();
      assertThat(index.explain(SearchRequest.of(Query.parse("frigate")), typed)).isPresent();
      assertThat(
              index
                  .search(
                      SearchRequest.of(new Query.All())
                          .similarTo(Similar.to(typed).copies(Similar.Copies.FOUND)))
                  .hits())
          .extracting(Hit::id)
          .containsExactly("b");
      writer.delete(typed);
      writer.commit();
    }
    assertThat(index.find("a")).isEmpty();
  }

  @Test
  void an_unknown_id_is_shown_short() {
    SearchRequest request =
        SearchRequest.of(new Query.All()).similarTo(Similar.to("x".repeat(100_000)));
    assertThatThrownBy(() -> index.search(request))
        .isInstanceOf(UnknownArticleException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
  }

  @Test
  void recency_takes_any_moment() throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder("a").title("Frigate").published("2025-05-14").build());
      writer.commit();
    }
    SearchRequest asked = SearchRequest.of(Query.parse("frigate"));
    float plain = index.search(asked).hits().getFirst().score();
    for (Instant moment : List.of(Instant.MIN, Instant.MAX)) {
      Recency recency = new Recency(Duration.ofSeconds(1), moment);
      SearchRequest recent = asked.ranking(Ranking.usual().recency(recency));
      assertThat(index.search(recent).hits().getFirst().score())
          .isEqualTo(moment.equals(Instant.MIN) ? 2 * plain : plain);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Dr. ", "x y ("})
  void an_author_is_found_by_the_longest_phrase(String before) throws IOException {
    String name =
        IntStream.range(0, 120).mapToObj(i -> "n" + i % 7).collect(Collectors.joining(" "));
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder("a").title("x").authors(before + name + "-Hale").build());
      writer.put(Article.builder("b").title("x").authors(before + name + "hale").build());
      writer.put(Article.builder("c").title("x").authors("z" + name).build());
      writer.commit();
    }
    SearchRequest request = SearchRequest.of(Query.parse("author:\"" + name + "\""));
    assertThat(index.search(request).hits()).extracting(Hit::id).containsExactly("a");
    for (String word : List.of("hale", "HALE", "n0 n1", "n6 n0")) {
      assertThat(index.search(SearchRequest.of(Query.parse("author:\"" + word + "\""))).hits())
          .extracting(Hit::id)
          .contains("a");
    }
    assertThat(index.search(SearchRequest.of(Query.parse("author:hal"))).hits()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Field.class)
  void values_of_more_parts_than_a_clause_has_are_searched_like_any(Field field)
      throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(
          Article.builder("a").title("Frigate w0 w1").tags("w0", "a-a").language("en").build());
      writer.commit();
    }
    for (int parts : List.of(Query.MAX_PARTS, 1_000)) {
      List<String> words = IntStream.range(0, parts).mapToObj(i -> "w" + i).toList();
      for (String value :
          List.of(
              String.join(" ", words),
              String.join("-", words),
              String.join(",", words),
              String.join("/", words),
              field.id() + "=" + String.join("=", words),
              "艦".repeat(parts),
              "a-".repeat(parts) + "b",
              "x".repeat(50 * parts))) {
        for (String typed : List.of("%s:\"%s\"", "%s:%s")) {
          assertHarmless(typed.formatted(field.id(), value));
        }
      }
    }
  }

  private void assertHarmless(String typed) {
    String shown = typed.substring(0, Math.min(40, typed.length())) + " of " + typed.length();
    assertThatCode(() -> index.search(SearchRequest.of(Query.parse(typed))))
        .as(shown)
        .doesNotThrowAnyException();
    for (String begun : List.of(typed, typed.replace("\"", "") + " fri", "\"" + typed + " fri")) {
      assertThatCode(() -> index.suggest(begun, 10)).as(shown).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @EnumSource(Facet.class)
  void selected_values_of_many_parts_are_searched_like_any(Facet facet) throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder("a").title("Frigate").tags("w0", "a-a").build());
      writer.commit();
    }
    for (String value : List.of("a-".repeat(200) + "b", "w ".repeat(200) + "b", "艦".repeat(200))) {
      SearchRequest all = SearchRequest.of(new Query.All());
      try {
        all = all.select(facet, value);
      } catch (IllegalArgumentException e) {
        continue; // a selection says what is wrong with a value; a search does not
      }
      assertThat(index.search(all).total()).isZero();
    }
  }
}
