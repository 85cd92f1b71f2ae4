package org.sitrep.core.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.SearchRequest;

/** Asking an index and scoring its answers. */
class EvaluationTest {
  private static final Queries QUERIES =
      new Queries(
          Map.of(
              "1", "frigate delay", "2", "drones over the \"north", "3", "zeppelin", "4", "navy"));
  private static final Judgements JUDGEMENTS =
      new Judgements(
          Map.of(
              "1", Map.of("frigate", 2),
              "2", Map.of("drones", 1, "frigate", 0),
              "3", Map.of("drones", 1),
              "4", Map.of("frigate", 0),
              "elsewhere", Map.of("drones", 1)));

  private static ArticleIndex index() throws IOException {
    ArticleIndex index = ArticleIndex.inMemory();
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder("frigate").title("A frigate of the navy").body("Delay.").build());
      writer.put(Article.builder("drones").title("Drones").body("Over the north.").build());
      writer.commit();
    }
    return index;
  }

  @Test
  void asks_every_query_and_scores_the_answers() throws IOException {
    try (ArticleIndex index = index()) {
      Evaluation.Result result =
          Evaluation.of(QUERIES, JUDGEMENTS)
              .run(index, query -> SearchRequest.of(query).match(Match.ANY).limit(100));
      // 1 and 2 find their article first; 3 finds nothing and counts; 4 has nothing to find.
      assertThat(result.mean("ndcg@10")).isCloseTo(2 / 3.0, within(1e-12));
      assertThat(result.scores(Measure.parse("mrr")))
          .isEqualTo(Map.of("1", 1.0, "2", 1.0, "3", 0.0));
      assertThat(result.unanswered()).containsExactly("3");
      assertThat(result.run().ranking("4"))
          .extracting(RankedArticle::id)
          .containsExactly("frigate");
    }
  }

  @Test
  void a_run_is_scored_by_the_judgements_of_the_queries_asked() {
    Evaluation.Result result =
        Evaluation.of(QUERIES, JUDGEMENTS).score(new Run("nothing", Map.of()));
    assertThat(result.judgements().queries()).containsExactlyInAnyOrder("1", "2", "3");
    assertThat(result.mean("map")).isZero();
  }

  @Test
  void there_has_to_be_something_to_score() {
    assertThatThrownBy(() -> Evaluation.of(new Queries(Map.of("4", "navy")), JUDGEMENTS))
        .hasMessage("no query has an article judged relevant, of queries: 1");
  }

  @Test
  void a_wrong_measure_is_refused() {
    Evaluation.Result result =
        Evaluation.of(QUERIES, JUDGEMENTS).score(new Run("nothing", Map.of()));
    assertThatThrownBy(() -> result.mean("ndgc@10"))
        .hasMessage(
            "measure is none of ndcg, map, recall, p, mrr, with a depth as in ndcg@10: 'ndgc@10'");
  }
}
