package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.sitrep.core.search.Collapse;
import org.sitrep.core.search.Copy;
import org.sitrep.core.search.Explanation;
import org.sitrep.core.search.Feedback;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.Ranking;
import org.sitrep.core.search.Recency;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;
import org.sitrep.core.search.Similar;

/** An explanation is of the score that the hit has, however hits are made and scored. */
class ExplainedScoresTest {
  private static final List<String> WORDS =
      List.of("frigate", "radar", "drone", "convoy", "pilot", "budget", "yard", "missile");

  private static final List<Match> MATCHES = List.of(Match.values());

  private final long seed = Long.getLong("sitrep.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final ArticleIndex index = ArticleIndex.inMemory();

  @AfterEach
  void close() {
    index.close();
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
    }
    return words.toString();
  }

  /** Stories of up to four copies, whose titles, and so their scores, differ. */
  private void fill() throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      for (int story = 0; story < 40; story++) {
        StringBuilder body = new StringBuilder(words(30));
        for (int i = 0; i < 30; i++) {
          body.append("w").append(story).append("x").append(i).append(' ');
        }
        int copies = 1 + random.nextInt(4);
        for (int copy = 0; copy < copies; copy++) {
          writer.put(
              Article.builder(story + "-" + copy)
                  .title(words(1 + random.nextInt(5)))
                  .body(body + "!".repeat(random.nextInt(3)))
                  .published("2025-%02d-%02d".formatted(1 + random.nextInt(12), 1 + copy))
                  .source(random.nextBoolean() ? "Wire" : "Post")
                  .tags(random.nextBoolean() ? "navy" : "army")
                  .build());
        }
      }
      writer.commit();
    }
  }

  private static List<SearchRequest> everyWay(SearchRequest asked) {
    List<Optional<Collapse>> collapses =
        List.of(
            Optional.empty(),
            Optional.of(Collapse.first()),
            Optional.of(Collapse.longest()),
            Optional.of(Collapse.preferring("Wire")));
    Recency recency = new Recency(Duration.ofDays(60), Instant.parse("2025-06-01T00:00:00Z"));
    List<SearchRequest> requests = new ArrayList<>();
    for (Optional<Collapse> collapse : collapses) {
      for (Feedback feedback : Feedback.values()) {
        Ranking ranking = Ranking.usual().feedback(feedback);
        for (Ranking each : List.of(ranking, ranking.recency(recency))) {
          for (SearchRequest like : List.of(asked, asked.similarTo(Similar.to("0-0", "1-0")))) {
            SearchRequest scored = like.ranking(each).limit(8);
            requests.add(collapse.map(scored::collapse).orElse(scored));
          }
        }
      }
    }
    return requests;
  }

  @Test
  void an_explanation_has_the_score_of_the_hit() throws IOException {
    fill();
    int collapsed = 0;
    for (int i = 0; i < 4; i++) {
      SearchRequest asked =
          SearchRequest.of(Query.parse(words(2)))
              .match(MATCHES.get(random.nextInt(MATCHES.size())))
              .exclude(Facet.TAG, i % 2 == 0 ? "army" : "none at all");
      for (SearchRequest request : everyWay(asked)) {
        SearchResults results = index.search(request);
        for (Hit hit : results.hits()) {
          Explanation explanation = index.explain(request, hit.id()).orElseThrow();
          assertThat(explanation.value())
              .as("%s of %s, -Dsitrep.seed=%d", hit.id(), request, seed)
              .isCloseTo(hit.score(), within(1e-5 * hit.score()));
          for (Copy copy : hit.copies()) {
            collapsed++;
            assertThat(index.explain(request, copy.id())).isEmpty();
          }
        }
      }
    }
    assertThat(collapsed).as("copies, -Dsitrep.seed=%d", seed).isPositive();
  }

  @Test
  void a_story_ranks_by_its_best_match_which_is_named() throws IOException {
    String body = "The yard hands over the second ship after long talks about the price of steel";
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder("first").title("Late").body(body).published("2025-01-01").build());
      writer.put(
          Article.builder("best").title("Yard is late").body(body).published("2025-01-02").build());
      writer.commit();
    }
    SearchRequest request = SearchRequest.of(Query.parse("yard")).collapse(Collapse.first());
    Hit hit = index.search(request).hits().getFirst();
    assertThat(hit.id()).isEqualTo("first");
    Explanation explanation = index.explain(request, "first").orElseThrow();
    assertThat(explanation.value()).isCloseTo(hit.score(), within(1e-5));
    assertThat(explanation.description()).isEqualTo("the best match of its story");
    assertThat(explanation.rule()).isEqualTo(Explanation.Rule.LARGEST);
    assertThat(explanation.parts().get(0).description()).startsWith("this copy: 'yard'");
    assertThat(explanation.parts().get(1).description()).startsWith("copy 'best': 'yard'");
    assertThat(index.explain(request, "best")).isEmpty();
  }
}
