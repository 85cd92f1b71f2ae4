package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Feedback;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.Ranking;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Snippet;
import org.sitrep.core.search.Sort;
import org.sitrep.core.search.Span;

/** What matches, in which order, and what a hit shows. */
class SearchTest {
  private final ArticleIndex index = ArticleIndex.inMemory();

  @BeforeEach
  void put() throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(
          Article.builder("kyiv")
              .title("Defense ministers meet in Kyiv")
              .body(
                  "The ministers spoke of armoured vehicles and joint production.\n\n"
                      + "A joint task force was set up. Ukraine’s army asked for drones.")
              .published("2025-03-07T16:27")
              .countries("UA")
              .tags("Joint Production", "drones")
              .authors("Roman Hale")
              .source("Northern Wire")
              .language("en")
              .build());
      writer.put(
          Article.builder("warsaw")
              .title("Poland buys artillery")
              .body("The defence programme pays for howitzers. Deliveries start in the centre.")
              .published("2025-03")
              .countries("PL")
              .tags("artillery")
              .authors("Anna-Maria Roman")
              .language("en")
              .build());
      writer.put(
          Article.builder("berlin")
              .title("Minister besuchen Werften")
              .body("Die Werften bauen Fregatten für die Marine.")
              .published("2024")
              .countries("DE")
              .language("de")
              .build());
      writer.put(Article.builder("undated").title("A task for the force").body("Jointly.").build());
      writer.commit();
    }
  }

  @AfterEach
  void close() {
    index.close();
  }

  private SearchResults search(String query) throws IOException {
    return index.search(SearchRequest.of(Query.parse(query)));
  }

  private List<String> ids(String query) throws IOException {
    return search(query).hits().stream().map(Hit::id).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          defence                      | kyiv warsaw
          defense program              | warsaw
          armored vehicle              | kyiv
          center                       | warsaw
          kiev                         | kyiv
          ukraine's                    | kyiv
          Ukraine’s army               | kyiv
          "joint task force"           | kyiv
          "task force"                 | kyiv
          "task force"~2               | kyiv undated
          joint                        | kyiv
          fregatte                     | berlin
          werft                        | berlin
          MINISTERS                    | kyiv berlin
          howitzer OR fregatten        | warsaw berlin
          minister -kyiv               | berlin
          mini* NOT country:DE         | kyiv
          title:task                   | undated
          body:task                    | kyiv
          artil*                       | warsaw
          how?tzers                    | warsaw
          howitzres~                   | warsaw
          id:warsaw                    | warsaw
          country:ukraine              | kyiv
          country:polish               | warsaw
          country:none                 | undated
          tag:"joint production"       | kyiv
          tag:joint*                   | kyiv
          tag:*                        | kyiv warsaw
          author:roman                 | kyiv warsaw
          author:"roman hale"          | kyiv
          author:maria                 | warsaw
          author:rom*                  | kyiv warsaw
          source:wire                  | kyiv
          lang:de                      | berlin
          date:2025                    | kyiv warsaw
          date:2025-03                 | kyiv warsaw
          date:2025-03-07              | kyiv
          date:unknown                 | undated
          since:2025-03-02             | kyiv
          until:2024                   | berlin
          '(howitzers OR drones) country:UA' | kyiv
          nothing                      | ''
          """)
  void finds(String query, String expected) throws IOException {
    assertThat(ids(query.replaceAll("^'|'$", "")))
        .containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "—", "*", "()", "!!!"})
  void takes_nothing_to_search_for_as_everything(String query) throws IOException {
    assertThat(search(query).total()).isEqualTo(4);
  }

  @Test
  void ranks_the_exact_form_above_another_form_of_the_word() throws IOException {
    try (ArticleIndex other = ArticleIndex.inMemory();
        ArticleWriter writer = other.newWriter()) {
      writer.put(Article.builder("a").title("x").body("They produced shells.").build());
      writer.put(Article.builder("b").title("x").body("They produce shells.").build());
      writer.put(Article.builder("c").title("x").body("They producing shells.").build());
      writer.commit();
      assertThat(other.search(SearchRequest.of(Query.parse("produce"))).hits().get(0).id())
          .isEqualTo("b");
      assertThat(other.search(SearchRequest.of(Query.parse("producing"))).hits().get(0).id())
          .isEqualTo("c");
    }
  }

  @Test
  void sorts_by_date_with_unknown_dates_last() throws IOException {
    SearchRequest all = SearchRequest.of(new Query.All());
    assertThat(index.search(all.sort(Sort.NEWEST)).hits().stream().map(Hit::id))
        .containsExactly("kyiv", "warsaw", "berlin", "undated");
    assertThat(index.search(all.sort(Sort.OLDEST)).hits().stream().map(Hit::id))
        .containsExactly("berlin", "warsaw", "kyiv", "undated");
  }

  @Test
  void breaks_ties_by_date_then_id_so_that_pages_never_overlap() throws IOException {
    SearchRequest all = SearchRequest.of(new Query.All());
    assertThat(index.search(all.limit(2)).hits().stream().map(Hit::id))
        .containsExactly("kyiv", "warsaw");
    assertThat(index.search(all.limit(2).offset(2)).hits().stream().map(Hit::id))
        .containsExactly("berlin", "undated");
    assertThat(index.search(all.limit(2).offset(4)).hits()).isEmpty();
    assertThat(index.search(all.limit(0)).total()).isEqualTo(4);
  }

  @Test
  void matches_all_most_or_any_of_the_words_side_by_side() throws IOException {
    SearchRequest request =
        SearchRequest.of(Query.parse("howitzers artillery nonsense deliveries country:PL"));
    assertThat(index.search(request).total()).isZero();
    assertThat(index.search(request.match(Match.MOST)).total()).isEqualTo(1);
    assertThat(
            index
                .search(
                    SearchRequest.of(Query.parse("fregatten artillery -drones")).match(Match.ANY))
                .total())
        .isEqualTo(2);
  }

  @Test
  void cuts_a_snippet_around_what_matched_and_marks_it_as_written() throws IOException {
    Hit hit = search("ukraine's drone").hits().get(0);
    Snippet snippet = hit.snippets().get(0);
    assertThat(snippet.text()).isEqualTo("Ukraine’s army asked for drones.");
    assertThat(marked(snippet)).containsExactly("Ukraine’s", "drones");
  }

  @Test
  void marks_phrases_prefixes_and_titles() throws IOException {
    assertThat(marked(search("\"joint task force\"").hits().get(0).snippets().get(0)))
        .containsExactly("joint task force");
    assertThat(marked(search("armour*").hits().get(0).snippets().get(0)))
        .containsExactly("armoured");
    assertThat(marked(search("defence ministers").hits().get(0).title()))
        .containsExactly("Defense", "ministers");
  }

  @Test
  void marks_the_words_of_a_loose_phrase_and_not_what_stands_between() throws IOException {
    assertThat(marked(search("body:\"task force\"~3").hits().get(0).snippets().get(0)))
        .containsExactly("task", "force");
    assertThat(marked(search("\"ministers production\"~9").hits().get(0).snippets().get(0)))
        .containsExactly("ministers", "production");
    assertThat(marked(search("title:\"task force\"~3").hits().get(0).title()))
        .containsExactly("task", "force");
  }

  @Test
  void a_loose_phrase_does_not_mark_its_words_elsewhere() throws IOException {
    try (ArticleIndex other = ArticleIndex.inMemory();
        ArticleWriter writer = other.newWriter()) {
      String far = " far away from it all".repeat(10);
      String body = "A force came." + far + " The task of the force." + far + " No task.";
      writer.put(Article.builder("a").title("x").body(body).build());
      writer.commit();
      SearchRequest request = SearchRequest.of(Query.parse("\"task force\"~3")).snippets(20);
      List<Snippet> snippets = other.search(request).hits().get(0).snippets();
      assertThat(snippets).hasSize(1);
      assertThat(snippets.get(0).text()).contains("The task of the force.");
      assertThat(marked(snippets.get(0))).containsExactly("task", "force");
    }
  }

  @Test
  void gives_as_many_snippets_as_there_are_passages_up_to_what_was_asked() throws IOException {
    try (ArticleIndex other = ArticleIndex.inMemory();
        ArticleWriter writer = other.newWriter()) {
      String gap = "\n\nNothing of it stands here. ".repeat(20) + "\n\n";
      writer.put(
          Article.builder("a")
              .title("x")
              .body("An F-16 came." + gap + "The F16s left." + gap + "An F 16 crashed for $1.5m.")
              .build());
      writer.commit();
      SearchRequest request = SearchRequest.of(Query.parse("F-16 \"1.5 million dollars\""));
      List<Snippet> all = other.search(request.snippets(20)).hits().get(0).snippets();
      assertThat(all.stream().flatMap(snippet -> marked(snippet).stream()))
          .containsExactly("F-16", "F16s", "F 16", "$1.5m");
      List<Snippet> one = other.search(request.snippets(1)).hits().get(0).snippets();
      assertThat(one).hasSize(1);
      assertThat(marked(one.get(0))).containsExactly("F 16", "$1.5m");
    }
  }

  @Test
  void shows_the_beginning_where_nothing_of_the_body_matched() throws IOException {
    Snippet snippet = search("country:DE").hits().get(0).snippets().get(0);
    assertThat(snippet.text()).isEqualTo("Die Werften bauen Fregatten für die Marine.");
    assertThat(snippet.matches()).isEmpty();
  }

  private static List<String> marked(Snippet snippet) {
    return snippet.matches().stream()
        .map((Span span) -> snippet.text().substring(span.start(), span.end()))
        .toList();
  }

  @Test
  void shows_what_a_list_of_hits_needs() throws IOException {
    Hit hit = search("id:kyiv").hits().get(0);
    assertThat(hit.published().orElseThrow()).hasToString("2025-03-07T16:27");
    assertThat(hit.countries()).containsExactly("UA");
    assertThat(hit.source()).contains("Northern Wire");
  }

  @Test
  void answers_a_query_of_the_largest_size() throws IOException {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      words.append("word").append(i).append(' ');
    }
    SearchResults results =
        index.search(SearchRequest.of(Query.parse(words.toString())).match(Match.ANY));
    assertThat(results.total()).isZero();
    assertThat(results.request().repairs()).isNotEmpty();
  }

  @Test
  void answers_wildcards_that_would_grow_without_bound() throws IOException {
    assertThat(search("*a???????????????? *e*e*e*e*e*e*e").total()).isZero();
  }

  @Test
  void fails_over_its_time_limit_and_gives_no_partial_count() {
    SearchRequest request =
        SearchRequest.of(new Query.All()).facets(Facet.TAG).timeLimit(Duration.ofNanos(1));
    assertThatThrownBy(() -> index.search(request))
        .isInstanceOf(SearchTimeoutException.class)
        .hasMessageContaining("PT0.000000001S");
  }

  @Test
  void takes_as_many_words_as_a_query_may_have_and_still_ranks_by_their_order() throws IOException {
    String words =
        IntStream.range(0, Query.MAX_CLAUSES)
            .mapToObj(i -> i % 3 == 0 ? "drones" : i % 3 == 1 ? "frigates" : "w" + i)
            .collect(Collectors.joining(" "));
    for (Match match : Match.values()) {
      SearchRequest request = SearchRequest.of(Query.parse(words)).match(match).facets(Facet.TAG);
      assertThat(index.search(request).total() > 0).isEqualTo(match == Match.ANY);
      assertThat(index.search(request.ranking(Ranking.usual().feedback(Feedback.ALWAYS))).total())
          .isEqualTo(index.search(request).total());
    }
  }

  @Test
  void takes_as_many_filters_as_a_query_may_have() throws IOException {
    assertThat(ids("drones " + "since:2024 ".repeat(Query.MAX_CLAUSES - 1)))
        .containsExactly("kyiv");
    assertThat(ids("drones " + "-tag:x ".repeat(Query.MAX_CLAUSES - 1))).containsExactly("kyiv");
    assertThat(ids("-tag:x ".repeat(Query.MAX_CLAUSES))).hasSize(4);
  }
}
