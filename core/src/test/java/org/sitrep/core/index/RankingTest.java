package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Explanation;
import org.sitrep.core.search.Feedback;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.Ranking;
import org.sitrep.core.search.Recency;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Sort;

/** Which of the articles that match comes first, and why. */
class RankingTest {
  private static final String FILLER = " the ministry said on monday that work had begun there";
  private static final List<Match> MATCHES = List.of(Match.values());
  private static final List<Feedback> FEEDBACKS = List.of(Feedback.values());
  private static final List<String> WORDS =
      List.of(
          "drone", "drones", "radar", "convoy", "harbour", "brigade", "shell", "shells", "treaty",
          "budget", "frigate", "the", "pilot");

  private final ArticleIndex index = ArticleIndex.inMemory();

  @AfterEach
  void close() {
    index.close();
  }

  private void put(Article... articles) throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      for (Article article : articles) {
        writer.put(article);
      }
      writer.commit();
    }
  }

  private static Article article(String id, String title, String body) {
    return Article.builder(id).title(title).body(body).language("en").build();
  }

  private static Article dated(String id, String published) {
    return Article.builder(id).title("x").body("A convoy.").published(published).build();
  }

  private static SearchRequest asked(String query) {
    return SearchRequest.of(Query.parse(query)).limit(100);
  }

  private List<String> ids(SearchRequest request) throws IOException {
    return index.search(request).hits().stream().map(Hit::id).toList();
  }

  /** Articles of random words, some with dates and countries. */
  private void putRandom(Random random, int articles) throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      for (int i = 0; i < articles; i++) {
        var article =
            Article.builder("a" + i)
                .title(words(random, 3))
                .body(words(random, 5 + random.nextInt(40)))
                .language("en")
                .countries(random.nextBoolean() ? List.of("UA") : List.of("PL", "DE"));
        if (random.nextInt(4) > 0) {
          article.published("2025-0%d".formatted(1 + random.nextInt(9)));
        }
        writer.put(article.build());
      }
      writer.commit();
    }
  }

  private static String words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean rare = random.nextInt(3) == 0;
      words.add(rare ? "name" + random.nextInt(60) : WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", words);
  }

  @Test
  void ranks_a_word_in_the_title_above_one_in_the_body() throws IOException {
    put(
        article("body", "Ministry statement", "A frigate came." + FILLER),
        article("title", "Frigate statement", "A boat came." + FILLER));
    assertThat(ids(asked("frigate"))).containsExactly("title", "body");
  }

  @Test
  void ranks_the_form_that_was_typed_above_other_forms() throws IOException {
    put(
        article("b", "x", "They produced shells." + FILLER),
        article("a", "x", "They producing shells." + FILLER),
        article("c", "x", "They produce shells." + FILLER));
    assertThat(ids(asked("produce")).getFirst()).isEqualTo("c");
    assertThat(ids(asked("producing")).getFirst()).isEqualTo("a");
  }

  @Test
  void ranks_the_form_that_was_typed_above_the_rarer_forms_of_other_languages() throws IOException {
    putOf("en", 30, "The general spoke of operations in the programme.");
    putOf("de", 2, "Die Generale sprachen von Operationen und Programmen.");
    putOf("fr", 1, "Les généraux parlaient des opérations et des programmes.");
    putOf("es", 1, "Los generales hablaban de las operaciones y los programas.");
    for (String query :
        List.of("general", "body:general", "operations", "programme", "parlaient")) {
      List<Hit> hits = index.search(asked(query)).hits();
      String language = query.equals("parlaient") ? "fr" : "en";
      long first = hits.stream().takeWhile(hit -> hit.id().startsWith(language)).count();
      long all = hits.stream().filter(hit -> hit.id().startsWith(language)).count();
      assertThat(first).as(query).isEqualTo(all);
      assertThat(hits).as(query).hasSizeGreaterThanOrEqualTo(first > 1 ? 31 : 1);
    }
  }

  private void putOf(String language, int articles, String body) throws IOException {
    for (int i = 0; i < articles; i++) {
      put(Article.builder(language + i).title("x").body(body).language(language).build());
    }
  }

  @Test
  void ranks_words_that_stand_near_each_other_above_words_that_stand_apart() throws IOException {
    put(
        article("apart", "x", "The task is hard. The budget of the next year is small, a force."),
        article("near", "x", "The hard budget of the next year is small. A task in force is due."),
        article("side", "x", "The hard budget of the next year is small. A task force is in due."));
    assertThat(ids(asked("task force"))).containsExactly("side", "near", "apart");
  }

  @Test
  void lets_a_repeated_word_count_less_than_twice() throws IOException {
    put(article("a", "x", "A convoy." + FILLER), article("b", "x", "A harbour." + FILLER));
    float once = index.search(asked("convoy")).hits().getFirst().score();
    float twice = index.search(asked("convoy convoy")).hits().getFirst().score();
    float thrice = index.search(asked("convoy CONVOY convoy")).hits().getFirst().score();
    assertThat(twice).isCloseTo(once * 4 / 3, within(1e-4f));
    assertThat(thrice).isCloseTo(once * 3 / 2, within(1e-4f));
  }

  @Test
  void breaks_ties_by_date_newest_first_and_then_by_id() throws IOException {
    put(
        dated("older", "2024-05-01"),
        dated("newer", "2025-05-01"),
        dated("same-b", "2023-01-01"),
        dated("same-a", "2023-01-01"),
        Article.builder("undated").title("x").body("A convoy.").build());
    List<String> ranked = List.of("newer", "older", "same-a", "same-b", "undated");
    assertThat(ids(asked("convoy"))).isEqualTo(ranked);
    for (int page = 0; page < ranked.size(); page++) {
      assertThat(ids(asked("convoy").limit(1).offset(page))).containsExactly(ranked.get(page));
    }
  }

  @Test
  void takes_up_the_words_of_the_best_articles_without_matching_by_them() throws IOException {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      articles.add(article("other" + i, "x", "Budget number" + i + FILLER));
    }
    articles.add(article("best", "Frigate and corvette", "Frigate, sonar, sonar, sonar."));
    articles.add(article("akin", "x", "A corvette with sonar, hull and deck." + FILLER));
    articles.add(article("other", "x", "A corvette with paint, hull and deck." + FILLER));
    articles.add(article("unmatched", "x", "Much sonar." + FILLER));
    put(articles.toArray(Article[]::new));
    SearchRequest plain =
        asked("frigate corvette")
            .match(Match.ANY)
            .ranking(Ranking.usual().feedback(Feedback.NEVER));
    SearchRequest fed = plain.ranking(Ranking.usual());
    Hit akin = index.search(fed).hits().get(1);
    assertThat(ids(fed)).containsExactly("best", "akin", "other");
    assertThat(akin.id()).isEqualTo("akin");
    assertThat(akin.score()).isGreaterThan(index.search(plain).hits().get(1).score());
  }

  @Test
  void takes_the_words_of_articles_that_match_without_any_word_typed() throws IOException {
    put(article("a", "One", "A convoy and a convoy."), article("b", "Two", "A convoy there."));
    SearchRequest request = asked("unheard unseen OR -zebra").match(Match.ANY);
    assertThat(ids(request.ranking(Ranking.usual().feedback(Feedback.ALWAYS))))
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void finds_the_words_of_a_compound_where_any_word_is_enough() throws IOException {
    put(
        article("apart", "x", "A tunnel in the wind." + FILLER),
        article("side", "x", "A wind-tunnel for frigates." + FILLER),
        article("half", "x", "A tunnel." + FILLER),
        article("none", "x", "A harbour." + FILLER));
    assertThat(ids(asked("wind-tunnel frigate").match(Match.ANY)))
        .containsExactly("side", "apart", "half");
    assertThat(ids(asked("wind-tunnel frigate"))).containsExactly("side");
    assertThat(ids(asked("wind-tunnel").match(Match.ANY))).containsExactly("side");
  }

  @Test
  void ranks_by_single_words_of_a_phrase_what_another_word_has_found() throws IOException {
    put(
        article("a-less", "x", "A frigate and a boat." + FILLER),
        article("b-more", "x", "A frigate and a convoy." + FILLER),
        article("c-none", "x", "A convoy." + FILLER));
    assertThat(ids(asked("frigate \"convoy escort\"").match(Match.ANY)))
        .containsExactly("b-more", "a-less");
  }

  @Test
  void ranks_nothing_by_stop_words_where_any_word_is_enough() throws IOException {
    put(
        article("a-stop", "x", "Of the frigate, of the mast, of the bow." + FILLER),
        article("b-word", "x", "Frigate after frigate by night, by day, by dusk." + FILLER),
        article("c-only", "x", "Of the harbour." + FILLER));
    assertThat(ids(asked("of the frigate").match(Match.ANY)).getFirst()).isEqualTo("b-word");
    assertThat(ids(asked("of the frigate").match(Match.ANY)).getLast()).isEqualTo("c-only");
    assertThat(ids(asked("of the").match(Match.ANY)).getLast()).isEqualTo("b-word");
  }

  @Test
  void never_changes_a_total_or_a_count_by_how_it_ranks() throws IOException {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    Random random = new Random(seed);
    putRandom(random, 200);
    for (int i = 0; i < 50; i++) {
      SearchRequest request =
          asked(words(random, 1 + random.nextInt(6)))
              .match(MATCHES.get(random.nextInt(3)))
              .facets(Facet.COUNTRY)
              .select(Facet.COUNTRY, "UA")
              .limit(1000);
      Ranking bare = new Ranking(1.2, 0.75, 1, 0, 0, 0, Feedback.NEVER, Optional.empty());
      Recency recency = new Recency(Duration.ofDays(30), Instant.parse("2025-06-01T00:00:00Z"));
      SearchResults plain = index.search(request.ranking(bare));
      SearchResults ranked =
          index.search(request.ranking(Ranking.usual().feedback(Feedback.ALWAYS).recency(recency)));
      assertThat(ranked.total()).as("-Dsitrep.seed=%d", seed).isEqualTo(plain.total());
      assertThat(counts(ranked)).as("-Dsitrep.seed=%d", seed).isEqualTo(counts(plain));
      assertThat(ranked.hits().stream().map(Hit::id))
          .as("-Dsitrep.seed=%d", seed)
          .containsExactlyInAnyOrderElementsOf(plain.hits().stream().map(Hit::id).toList());
    }
  }

  @Test
  void multiplies_scores_by_recency_and_leaves_unknown_dates_alone() throws IOException {
    put(
        dated("a-reference", "2025-05-31"),
        dated("b-half-life", "2025-05-01"),
        dated("c-later", "2026-01-01"),
        Article.builder("d-undated").title("x").body("A convoy.").build());
    Recency recency = new Recency(Duration.ofDays(30), Instant.parse("2025-05-31T00:00:00Z"));
    SearchRequest plain = asked("convoy");
    float score = index.search(plain).hits().getFirst().score();
    List<Hit> hits = index.search(plain.ranking(Ranking.usual().recency(recency))).hits();
    assertThat(hits.stream().map(Hit::id))
        .containsExactly("c-later", "a-reference", "b-half-life", "d-undated");
    List<Double> factors = List.of(2.0, 2.0, 1.5, 1.0);
    for (int i = 0; i < 4; i++) {
      assertThat(hits.get(i).score() / score).isCloseTo(factors.get(i).floatValue(), within(1e-4f));
    }
  }

  @Test
  void explains_every_score_as_parts_that_make_it() throws IOException {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    Random random = new Random(seed);
    putRandom(random, 150);
    Recency recency = new Recency(Duration.ofDays(60), Instant.parse("2025-06-01T00:00:00Z"));
    for (int i = 0; i < 40; i++) {
      Ranking ranking = Ranking.usual().feedback(FEEDBACKS.get(random.nextInt(3)));
      String query = words(random, 1 + random.nextInt(5));
      SearchRequest request =
          asked(random.nextInt(3) == 0 ? "\"" + query + "\"~5 OR title:radar pil*" : query)
              .match(MATCHES.get(random.nextInt(3)))
              .ranking(random.nextBoolean() ? ranking : ranking.recency(recency))
              .limit(20);
      for (Hit hit : index.search(request).hits()) {
        Explanation explanation = index.explain(request, hit.id()).orElseThrow();
        assertThat(explanation.value())
            .as("-Dsitrep.seed=%d %s %s", seed, request.query(), hit.id())
            .isCloseTo(hit.score(), within(1e-4));
        check(explanation);
      }
    }
  }

  private static void check(Explanation explanation) {
    double expected =
        switch (explanation.rule()) {
          case GIVEN -> explanation.value();
          case SUM -> explanation.parts().stream().mapToDouble(Explanation::value).sum();
          case PRODUCT ->
              explanation.parts().stream()
                  .mapToDouble(Explanation::value)
                  .reduce(1, (a, b) -> a * b);
          case LARGEST ->
              explanation.parts().stream().mapToDouble(Explanation::value).max().orElseThrow();
        };
    assertThat(explanation.value()).as(explanation.toString()).isCloseTo(expected, within(1e-4));
    explanation.parts().forEach(RankingTest::check);
  }

  @Test
  void explains_in_the_words_that_were_typed() throws IOException {
    put(
        article("a", "Drones", "Drones and a drone." + FILLER),
        article("b", "Budget", "A budget." + FILLER));
    assertThat(index.explain(asked("Drones"), "a").orElseThrow().toString())
        .contains("word 'drones': 1 in the title and 2 in the text; in 1 of 2 articles")
        .contains("exact form 'drones': 1 in the title and 1 in the text");
  }

  @Test
  void explains_each_word_under_its_name_and_says_where_a_phrase_stands() throws IOException {
    put(
        Article.builder("a")
            .title("Drone crews")
            .body("The drone crews train." + FILLER)
            .tags("navy")
            .language("en")
            .build(),
        article("b", "Budget", "A budget." + FILLER));

    Explanation words = index.explain(asked("drone crews"), "a").orElseThrow();
    assertThat(words.toString()).contains("description='drone',", "description='crews',");
    assertThat(index.explain(asked("\"drone crews\""), "a").orElseThrow().toString())
        .contains("phrase 'drone crews': in the title")
        .contains("phrase 'drone crews': in the text");
    assertThat(index.explain(asked("dro*"), "a").orElseThrow().description())
        .isEqualTo("every word that fits a pattern alike");
    assertThat(index.explain(asked("*"), "a").orElseThrow().description())
        .isEqualTo("every article alike");
    assertThat(index.explain(asked("tag:navy"), "a").orElseThrow().description())
        .isEqualTo("a filter");
    assertThat(index.explain(asked("drone the"), "a").orElseThrow().toString())
        .doesNotContain("weight 0.00");
  }

  @Test
  void explains_nothing_of_an_article_that_is_no_hit() throws IOException {
    put(dated("a", "2025"), article("b", "Budget", "A budget." + FILLER));
    assertThat(index.explain(asked("convoy"), "b")).isEmpty();
    assertThat(index.explain(asked("convoy"), "missing")).isEmpty();
    assertThat(index.explain(asked("convoy").select(Facet.COUNTRY, "UA"), "a")).isEmpty();
    assertThat(index.explain(asked("convoy").sort(Sort.NEWEST), "a")).isPresent();
  }

  @Test
  void refuses_parameters_out_of_their_bounds() {
    assertThatThrownBy(() -> new Ranking(-1, 0.75, 2, 0, 0, 0, Feedback.NEVER, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("k1 is not in 0..100: -1.0");
    assertThatThrownBy(() -> new Recency(Duration.ZERO, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("halfLife is shorter than a second: PT0S");
  }

  private static List<String> counts(SearchResults results) {
    return results.facet(Facet.COUNTRY).values().stream()
        .map(value -> value.key() + " " + value.count())
        .toList();
  }
}
